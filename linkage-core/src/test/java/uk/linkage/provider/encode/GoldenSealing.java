package uk.linkage.provider.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedWriter;
import uk.linkage.provider.People;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;

/** Seals the people of the golden vectors. As a program it exits with 0 where every file has the golden bytes. */
final class GoldenSealing {
    private GoldenSealing() {}

    public static void main(String[] target) throws IOException {
        for (JsonNode vector :
                new JsonMapper().readTree(Vectors.bytes("sealed.json")).get("cases")) {
            String sealed = hex(vector.get("in"), Path.of(target[0]));
            if (!sealed.equals(vector.at("/out/file").textValue())) {
                System.exit(1);
            }
        }
        System.out.println("sealed alike under " + System.getProperty("file.encoding"));
    }

    static String hex(JsonNode in, Path target) throws IOException {
        Agreement agreement = Vectors.agreement(in.get("agreement").textValue());
        LinkageSecret secret = LinkageSecret.of(Vectors.hex(in, "secret"));
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        try (SealedWriter sealed = SealedWriter.create(target, header(in, agreement, secret))) {
            in.get("people")
                    .forEach(person -> sealed.write(encoder.encode(tokeniser.tokens(People.of(agreement, person)))));
            sealed.finish(counts(in.get("counts")));
        }
        return Vectors.hex(Files.readAllBytes(target));
    }

    private static SealedHeader header(JsonNode in, Agreement agreement, LinkageSecret secret) {
        return new SealedHeader(
                in.get("provider").textValue(),
                agreement,
                agreement.normaliser(),
                secret.checkValue(),
                in.get("deduplicated").booleanValue(),
                Optional.ofNullable(in.get("opt_outs")).map(GoldenSealing::evidence));
    }

    private static OptOutEvidence evidence(JsonNode in) {
        OptOutEvidence.National national = in.has("reason")
                ? new OptOutEvidence.Exempt(in.get("reason").textValue())
                : new OptOutEvidence.Cleaned(
                        in.get("checked").longValue(), in.get("cleaned").longValue());
        return new OptOutEvidence(
                national, in.get("local").booleanValue(), in.get("opted_in").booleanValue());
    }

    private static SealedCounts counts(JsonNode counts) {
        return new SealedCounts(
                counts.get("read").longValue(),
                counts.get("opted_out").longValue(),
                counts.get("rejected").longValue(),
                counts.get("sealed").longValue(),
                counts.get("faulty_values").longValue());
    }
}
