package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.bloom.Encoding;

/**
 * A sealed file put together by hand from section 13 of {@code docs/format.md}, digest and all: what somebody could send
 * who can compute a digest. Each part may be altered first.
 */
final class SealedBytes {
    final ObjectNode header = CanonicalJson.object();
    final ObjectNode footer = CanonicalJson.object();
    String magic = "linkage-sealed/1\n";
    byte[] records = new byte[0];
    int chunk = 65536;
    byte[] end = {0, 0};

    SealedBytes(Agreement agreement) throws IOException {
        header.put("provider", "acute-trust").put("deduplicated", true).put("key_check", "0123456789abcdef");
        header.put("normaliser", agreement.normaliser());
        header.put("fingerprint", Fingerprint.of(agreement).text());
        header.putObject("protection").put("cipher", "none").put("signature", "none");
        header.set("agreement", Vectors.agreementJson());
        counts(0);
    }

    /** A file of the vectors' agreement with these records. */
    static SealedBytes of(byte[]... records) throws IOException {
        SealedBytes bytes = new SealedBytes(Vectors.agreement());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] record : records) {
            all.write(record);
        }
        bytes.records = all.toByteArray();
        return bytes.counts(records.length);
    }

    /** The bytes of a record of the vectors' agreement, which has 7 fields, 5 keys, and 4 codes of 16 bytes. */
    static byte[] record(byte[] localId, int presence, int mark) {
        ByteBuffer bytes = ByteBuffer.allocate(2 + localId.length + 4 + 5 + 4 * 64);
        return bytes.putShort((short) localId.length)
                .put(localId)
                .putInt(presence)
                .put((byte) mark)
                .array();
    }

    static byte[] record(String localId) {
        return record(localId.getBytes(StandardCharsets.UTF_8), 0, 0);
    }

    /** A record of the vectors' agreement at random. */
    static EncodedRecord random(Random random, String localId) {
        return new EncodedRecord(
                localId,
                random.nextInt(128),
                IntStream.range(0, 5)
                        .mapToObj(k -> random.nextBoolean()
                                ? Optional.of(new KeyToken(random.nextLong(), random.nextLong()))
                                : Optional.<KeyToken>empty())
                        .toList(),
                IntStream.range(0, 4)
                        .mapToObj(i -> new Encoding(random.longs(8).toArray()))
                        .toList());
    }

    static List<EncodedRecord> records(int count, long seed) {
        Random random = new Random(seed);
        List<EncodedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(random(random, "H-" + i));
        }
        return records;
    }

    static List<EncodedRecord> read(SealedReader reader) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        reader.forEach(records::add);
        return records;
    }

    /** The one message of the refusal; nothing was given out, since there is no reader to give it. */
    static String refusal(Path file) {
        Throwable refusal = catchThrowable(() -> SealedReader.open(file));
        assertThat(refusal).isInstanceOf(SealedFileFault.class);
        return refusal.getMessage();
    }

    /** Two fields in one view, and no key. */
    static Agreement smallAgreement() {
        ObjectNode json = Vectors.agreementJson();
        keep((ArrayNode) json.get("fields"), 3, 5);
        json.putArray("keys");
        ArrayNode components = (ArrayNode) json.get("components");
        ArrayNode features = (ArrayNode) components.at("/3/features");
        features.add(components.at("/2/features/0"));
        keep(features, 0, 3);
        keep(components, 3);
        keep((ArrayNode) json.get("comparisons"), 2, 4);
        json.putArray("views")
                .addObject()
                .put("name", "whole")
                .putArray("components")
                .add("place");
        return Vectors.agreement(json);
    }

    /** Two records of the small agreement. */
    static List<EncodedRecord> smallRecords() {
        return List.of(
                new EncodedRecord("1", 3, List.of(), List.of(code(512))),
                new EncodedRecord("2", 1, List.of(), List.of(code(512))));
    }

    private static void keep(ArrayNode list, int... kept) {
        List<JsonNode> items = Arrays.stream(kept).mapToObj(list::get).toList();
        list.removeAll().addAll(items);
    }

    static Encoding code(int bits) {
        return new Encoding(new long[bits / 64]);
    }

    SealedBytes counts(long sealed) {
        footer.put("read", sealed).put("opted_out", 0L).put("rejected", 0L);
        footer.put("sealed", sealed).put("faulty_values", 0L);
        return this;
    }

    SealedBytes with(Consumer<SealedBytes> change) {
        change.accept(this);
        return this;
    }

    byte[] bytes() {
        return bytes(CanonicalJson.bytes(header), CanonicalJson.bytes(footer));
    }

    byte[] bytes(byte[] headerBytes, byte[] footerBytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(magic.getBytes(StandardCharsets.UTF_8));
            block(out, headerBytes);
            for (int at = 0; at < records.length; at += chunk) {
                block(out, Arrays.copyOfRange(records, at, Math.min(records.length, at + chunk)));
            }
            block(out, new byte[0]);
            block(out, footerBytes);
            out.write(SealedFormat.sha256().digest(out.toByteArray()));
            out.write(end);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("forged.sealed"), bytes());
    }

    private static void block(ByteArrayOutputStream out, byte[] bytes) throws IOException {
        out.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.write(bytes);
    }
}
