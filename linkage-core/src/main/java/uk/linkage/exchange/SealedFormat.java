package uk.linkage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.InvalidAgreement;

/**
 * The parts of a sealed file that writer and reader share; {@code docs/format.md} specifies it byte for byte.
 *
 * <pre>
 * "linkage-sealed/1\n"  header  chunk*  u32 0  footer  SHA-256 of all before  u16 length of signature  signature
 * header, footer: u32 length, canonical JSON      chunk: u32 length 1 to 65536, bytes
 * </pre>
 */
final class SealedFormat {
    static final byte[] MAGIC = "linkage-sealed/1\n".getBytes(StandardCharsets.US_ASCII);
    static final int CHUNK = 1 << 16;
    static final int LONGEST_JSON = 1 << 20;
    static final int LONGEST_ID = 200;
    static final int DIGEST = 32;

    private static final String NONE = "none";

    private SealedFormat() {}

    static byte[] header(SealedHeader header) {
        ObjectNode json = CanonicalJson.object();
        json.put("provider", header.provider());
        json.put("fingerprint", Fingerprint.of(header.agreement()).text());
        json.put("normaliser", header.normaliser());
        json.put("key_check", header.keyCheck());
        json.put("deduplicated", header.deduplicated());
        json.putObject("protection").put("cipher", NONE).put("signature", NONE);
        json.set("agreement", tree(AgreementFile.canonical(header.agreement())));
        header.optOuts().ifPresent(evidence -> json.set("opt_outs", evidence.toJson()));
        return CanonicalJson.bytes(json);
    }

    /** A header is accepted only where it is byte for byte what {@link #header(SealedHeader)} writes. */
    static SealedHeader header(byte[] bytes, String file) throws SealedFileFault {
        JsonNode json = json(bytes, file, "header");
        require(isNone(json, "cipher"), file, "is encrypted in a way this version cannot read");
        require(isNone(json, "signature"), file, "is signed in a way this version cannot check");
        SealedHeader header = header(json, file);
        require(Arrays.equals(header(header), bytes), file, "header is not one of this version");
        return header;
    }

    private static boolean isNone(JsonNode header, String protection) {
        return NONE.equals(header.path("protection").path(protection).asText());
    }

    private static SealedHeader header(JsonNode json, String file) throws SealedFileFault {
        Agreement agreement = agreement(json.path("agreement"), file);
        require(
                Fingerprint.of(agreement).text().equals(json.path("fingerprint").asText()),
                file,
                "header does not carry the agreement it names");
        require(SealedHeader.isProviderName(json.path("provider").asText()), file, "header names no valid provider");
        require(json.path("key_check").asText().matches("[0-9a-f]{16}"), file, "header has no key check value");
        return new SealedHeader(
                json.path("provider").asText(),
                agreement,
                json.path("normaliser").asText(),
                json.path("key_check").asText(),
                json.path("deduplicated").asBoolean(),
                OptOutEvidence.of(json.path("opt_outs")));
    }

    private static Agreement agreement(JsonNode json, String file) throws SealedFileFault {
        try {
            return AgreementFile.parse(CanonicalJson.bytes(json), file);
        } catch (InvalidAgreement e) {
            throw new SealedFileFault(
                    file,
                    "carries an agreement this version cannot use: "
                            + e.faults().get(0));
        }
    }

    static byte[] footer(SealedCounts counts) {
        ObjectNode json = CanonicalJson.object();
        json.put("read", counts.read());
        json.put("opted_out", counts.optedOut());
        json.put("rejected", counts.rejected());
        json.put("sealed", counts.sealed());
        json.put("faulty_values", counts.faultyValues());
        return CanonicalJson.bytes(json);
    }

    static SealedCounts footer(byte[] bytes, String file) throws SealedFileFault {
        JsonNode json = json(bytes, file, "footer");
        SealedCounts counts = counts(json, file);
        require(Arrays.equals(footer(counts), bytes), file, "footer is not one of this version");
        return counts;
    }

    private static SealedCounts counts(JsonNode json, String file) throws SealedFileFault {
        try {
            return new SealedCounts(
                    json.path("read").asLong(-1),
                    json.path("opted_out").asLong(-1),
                    json.path("rejected").asLong(-1),
                    json.path("sealed").asLong(-1),
                    json.path("faulty_values").asLong(-1));
        } catch (IllegalArgumentException e) {
            throw new SealedFileFault(file, "footer's " + e.getMessage());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void require(boolean good, String file, String rule) throws SealedFileFault {
        if (!good) {
            throw new SealedFileFault(file, rule);
        }
    }

    private static JsonNode json(byte[] bytes, String file, String part) throws SealedFileFault {
        try {
            JsonNode json = CanonicalJson.parse(bytes);
            require(MessageDigest.isEqual(CanonicalJson.bytes(json), bytes), file, part + " is not in canonical form");
            return json;
        } catch (SealedFileFault e) {
            throw e;
        } catch (IOException e) {
            throw new SealedFileFault(file, part + " " + e.getMessage());
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return CanonicalJson.parse(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("canonical bytes can always be parsed", e);
        }
    }
}
