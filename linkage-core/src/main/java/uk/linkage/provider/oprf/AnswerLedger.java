package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.WholeFile;
import uk.linkage.secret.SecretFault;

/**
 * What a share has answered, beside the share: for each question file its asker, its digest and how many numbers. The limit
 * that is held against it is what keeps a party from asking for every number there is.
 *
 * <p>A question that was answered before does not count again.
 */
final class AnswerLedger {
    private static final String VERSION = "linkage_oprf_ledger";

    private final Path file;
    private final List<Answered> answered;

    /** One question file that was answered. */
    private record Answered(String asker, String ask, long numbers) {}

    private AnswerLedger(Path file, List<Answered> answered) {
        this.file = file;
        this.answered = answered;
    }

    /** @throws SecretFault where it is there and cannot be understood */
    static AnswerLedger of(Path share) throws IOException {
        Path file = share.resolveSibling(share.getFileName() + ".ledger");
        List<Answered> answered = new ArrayList<>();
        if (Files.exists(file)) {
            JsonNode json = parse(file);
            json.path("answered")
                    .forEach(entry -> answered.add(new Answered(
                            entry.path("asker").asText(),
                            entry.path("ask").asText(),
                            entry.path("numbers").asLong())));
            boolean sound = answered.stream().allMatch(a -> a.numbers > 0 && a.ask.matches("[0-9a-f]{64}"));
            if (json.path(VERSION).asInt() != 1 || !json.path("answered").isArray() || !sound) {
                throw new SecretFault(file.getFileName() + ": is not a ledger of this version");
            }
        }
        return new AnswerLedger(file, answered);
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return CanonicalJson.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SecretFault(file.getFileName() + ": " + e.getMessage());
        }
    }

    /** How many numbers an asker has had answered. */
    long answered(String asker) {
        return answered.stream()
                .filter(a -> a.asker.equals(asker))
                .mapToLong(Answered::numbers)
                .sum();
    }

    /**
     * Puts down a question before it is answered.
     *
     * @throws SecretFault where its asker would have had more than the most
     */
    void add(String asker, String ask, int numbers, long most) throws IOException {
        if (answered.stream().anyMatch(a -> a.ask.equals(ask))) {
            return;
        }
        if (answered(asker) + numbers > most) {
            throw new SecretFault("this share has answered " + answered(asker) + " numbers of " + asker + "; " + numbers
                    + " more would be over the " + most + " that are allowed");
        }
        answered.add(new Answered(asker, ask, numbers));
        WholeFile.write(file, out -> out.write(text()));
    }

    private byte[] text() {
        ObjectNode json = CanonicalJson.object();
        json.put(VERSION, 1);
        ArrayNode list = json.putArray("answered");
        answered.forEach(
                a -> list.addObject().put("asker", a.asker).put("ask", a.ask).put("numbers", a.numbers));
        return CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
    }
}
