package uk.linkage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.InvalidAgreement;
import uk.linkage.file.CountedInput;
import uk.linkage.secret.Message;

/**
 * The parts of a sealed file that writer and reader share; {@code docs/format.md} specifies it byte for byte.
 *
 * <pre>
 * "linkage-sealed/1\n"  header  chunk*  u32 0  footer  SHA-256 of all before  u16 length of signature  signature
 * header, footer: u32 length, canonical JSON      chunk: u32 length, bytes, of which 16 are a tag where they are encrypted
 * </pre>
 */
final class SealedFormat {
    static final byte[] MAGIC = "linkage-sealed/1\n".getBytes(StandardCharsets.US_ASCII);
    static final int CHUNK = 1 << 16;
    static final int LONGEST_JSON = 1 << 20;
    static final int LONGEST_ID = 200;
    static final int DIGEST = 32;
    static final int SIGNATURE = 64;

    /** What the signature is for. */
    static final String PURPOSE = "sealed file";

    private SealedFormat() {}

    /** What a header holds. */
    record Heading(SealedHeader header, Protection protection) {}

    static byte[] header(SealedHeader header, Protection protection) {
        ObjectNode json = CanonicalJson.object();
        json.put("provider", header.provider());
        json.put("fingerprint", Fingerprint.of(header.agreement()).text());
        json.put("normaliser", header.normaliser());
        json.put("key_check", header.keyCheck());
        json.put("deduplicated", header.deduplicated());
        json.set("protection", protection.json());
        json.set("agreement", tree(AgreementFile.canonical(header.agreement())));
        header.optOuts().ifPresent(evidence -> json.set("opt_outs", evidence.toJson()));
        return CanonicalJson.bytes(json);
    }

    /** A header is accepted only where it is byte for byte what {@link #header(SealedHeader, Protection)} writes. */
    static Heading header(byte[] bytes, String file) throws SealedFileFault {
        JsonNode json = json(bytes, file, "header");
        Protection protection = Protection.of(json.path("protection"), file);
        SealedHeader header = header(json, file);
        require(Arrays.equals(header(header, protection), bytes), file, "header is not one of this version");
        return new Heading(header, protection);
    }

    /** What a file's key is derived for: one agreement and one provider. */
    static byte[] keyInfo(SealedHeader header) {
        return new Message()
                .add("linkage/1")
                .add(PURPOSE)
                .add(Fingerprint.of(header.agreement()).bytes())
                .add(header.provider())
                .bytes();
    }

    /** SHA-256 of all bytes before the first chunk, which every encrypted chunk is bound to. */
    static byte[] headerDigest(byte[] header) {
        MessageDigest sha256 = sha256();
        sha256.update(MAGIC);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(header.length).array());
        return sha256.digest(header);
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

    static BufferedInputStream buffered(Path path) throws IOException {
        return buffered(path, read -> {});
    }

    /** @param read is told how many more bytes were read */
    static BufferedInputStream buffered(Path path, LongConsumer read) throws IOException {
        return new BufferedInputStream(new CountedInput(Files.newInputStream(path), read), CHUNK);
    }

    static byte[] readHeader(DataInputStream in, String file) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (magic.length < MAGIC.length) {
            throw new EOFException();
        }
        require(Arrays.equals(magic, MAGIC), file, "is not a sealed file of this version");
        return readBlock(in, file);
    }

    static byte[] readBlock(DataInputStream in, String file) throws IOException {
        int length = in.readInt();
        require(length > 0 && length <= LONGEST_JSON, file, "has a block of a length that cannot be");
        byte[] block = new byte[length];
        in.readFully(block);
        return block;
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
