package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.bloom.Encoding;

class SealedFileTest {
    private final Agreement agreement = Vectors.agreement();
    private final SealedHeader header =
            new SealedHeader("acute-trust", agreement, agreement.normaliser(), "0123456789abcdef", true);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> recordsAgreeWithTheGoldenVectors() {
        return Vectors.each("record", (in, out) -> {
            List<Optional<KeyToken>> tokens = new ArrayList<>();
            in.get("tokens").forEach(t -> tokens.add(token(t.textValue())));
            List<Encoding> codes = new ArrayList<>();
            for (JsonNode code : in.get("codes")) {
                byte[] bytes = HexFormat.of().parseHex(code.textValue());
                codes.add(Encoding.ofBytes(ByteBuffer.wrap(bytes), 128));
            }
            RecordCodec codec = new RecordCodec(withTwoKeysAndViews(), "golden");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            codec.write(
                    new EncodedRecord(
                            in.get("local_id").textValue(), in.get("presence").intValue(), tokens, codes),
                    new DataOutputStream(bytes));
            assertThat(Vectors.hex(bytes.toByteArray()))
                    .isEqualTo(out.get("record").textValue());
        });
    }

    @Test
    void whatIsSealedIsReadAgainInItsOrder() throws IOException {
        List<EncodedRecord> records = records(1000, 1); // past one chunk
        Path file = sealed(records);
        SealedReader reader = SealedReader.open(file);
        assertThat(reader.header()).isEqualTo(header);
        assertThat(reader.counts()).isEqualTo(new SealedCounts(1003, 1, 2, 1000, 5));
        assertThat(read(reader)).isEqualTo(records);
        assertThat(read(reader)).as("a second time").isEqualTo(records);
    }

    @Test
    void oneContentHasOneFile() throws IOException {
        byte[] once = Files.readAllBytes(sealed(records(40, 2)));
        assertThat(Files.readAllBytes(sealed(records(40, 2)))).isEqualTo(once);
        byte[] content = Arrays.copyOf(once, once.length - 34);
        assertThat(SealedReader.open(folder.resolve("acute.sealed")).digest())
                .isEqualTo(Vectors.hex(SealedFormat.sha256().digest(content)));
    }

    @Test
    void aFileWithoutRecordsIsAFile() throws IOException {
        assertThat(read(SealedReader.open(SealedBytes.of().in(folder)))).isEmpty();
    }

    @Test
    void chunksOfAnyLengthAreRead() throws IOException {
        for (int chunk : new int[] {1, 2, 7, 75, 1000}) {
            Path file = SealedBytes.of(SealedBytes.record("a"), SealedBytes.record("b"))
                    .with(s -> s.chunk = chunk)
                    .in(folder);
            assertThat(read(SealedReader.open(file)))
                    .extracting(EncodedRecord::localId)
                    .containsExactly("a", "b");
        }
    }

    @Test
    void everyPrefixIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(sealed(records(3, 3)));
        Path file = folder.resolve("cut.sealed");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refusal(file))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isEqualTo("cut.sealed: is cut short after " + length + " bytes");
        }
    }

    @Test
    void everyByteChangedIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(sealed(records(3, 4)));
        Path file = folder.resolve("changed.sealed");
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(file, changed);
            assertThat(refusal(file)).as("byte %d of %d", at, whole.length).startsWith("changed.sealed: ");
        }
    }

    @Test
    void aByteChangedAmongTheRecordsIsToldAsAChange() throws IOException {
        byte[] changed = Files.readAllBytes(sealed(records(3, 5)));
        changed[changed.length - 400] ^= 1;
        Path file = Files.write(folder.resolve("changed.sealed"), changed);
        assertThat(refusal(file)).isEqualTo("changed.sealed: was changed after it was sealed");
    }

    @Test
    void bytesAfterTheEndAreRefused() throws IOException {
        for (byte[] end : List.of(new byte[] {0, 0, 0}, new byte[] {0, 1, 7}, new byte[] {0, 0, 'x', 'y'})) {
            assertThat(refusal(SealedBytes.of().with(s -> s.end = end).in(folder)))
                    .isEqualTo("forged.sealed: has bytes after its end");
        }
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        assertThat(refusal(SealedBytes.of()
                        .with(s -> s.magic = "linkage-sealed/2\n")
                        .in(folder)))
                .isEqualTo("forged.sealed: is not a sealed file of this version");
        Path csv = Files.writeString(folder.resolve("extract.csv"), "local_id,surname\n1,SMITH\n");
        assertThat(refusal(csv)).isEqualTo("extract.csv: is not a sealed file of this version");
    }

    @Test
    void aHeaderOfAnotherFormIsRefusedThoughItsDigestFits() throws IOException {
        assertHeaderRefused(h -> h.put("colour", "blue"), "header is not one of this version");
        assertHeaderRefused(h -> h.put("deduplicated", "yes"), "header is not one of this version");
        assertHeaderRefused(h -> h.remove("normaliser"), "header is not one of this version");
        assertHeaderRefused(h -> h.put("provider", "Acute Trust"), "header names no valid provider");
        assertHeaderRefused(h -> h.put("key_check", "0123"), "header has no key check value");
        assertHeaderRefused(h -> h.put("key_check", 1234567890123456L), "header is not one of this version");
        assertHeaderRefused(h -> h.put("fingerprint", "0".repeat(64)), "header does not carry the agreement it names");
        assertHeaderRefused(
                h -> ((ObjectNode) h.get("protection")).put("cipher", "hpke"),
                "is encrypted in a way this version cannot read");
        assertHeaderRefused(
                h -> ((ObjectNode) h.get("protection")).put("signature", "ed25519"),
                "is signed in a way this version cannot check");
        assertHeaderRefused(
                h -> ((ObjectNode) h.at("/agreement/encoding")).put("taps", 4),
                "carries an agreement this version cannot use: encoding.taps: must be a whole number from 8 to 64");
    }

    @Test
    void aHeaderThatIsNotCanonicalIsRefused() throws IOException {
        SealedBytes sealed = SealedBytes.of();
        byte[] pretty = CanonicalJson.pretty(sealed.header).getBytes(StandardCharsets.UTF_8);
        Path file =
                Files.write(folder.resolve("forged.sealed"), sealed.bytes(pretty, CanonicalJson.bytes(sealed.footer)));
        assertThat(refusal(file)).isEqualTo("forged.sealed: header is not in canonical form");
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsRefused() throws IOException {
        SealedBytes sealed = SealedBytes.of();
        byte[] huge = "{\"provider\":1e999999999}".getBytes(StandardCharsets.UTF_8);
        Path file =
                Files.write(folder.resolve("forged.sealed"), sealed.bytes(huge, CanonicalJson.bytes(sealed.footer)));
        assertThat(refusal(file)).isEqualTo("forged.sealed: header holds a number of more than 1000 digits");
    }

    @Test
    void countsThatDoNotAddUpAreRefused() throws IOException {
        assertFooterRefused(f -> f.put("read", 1), "footer's counts do not add up");
        assertFooterRefused(f -> f.put("opted_out", -1).put("rejected", 1), "footer's counts do not add up");
        assertFooterRefused(f -> f.put("faulty_values", -1), "footer's counts do not add up");
        assertFooterRefused(f -> f.remove("faulty_values"), "footer's counts do not add up");
        assertFooterRefused(
                f -> f.put("opted_out", Long.MAX_VALUE)
                        .put("rejected", Long.MAX_VALUE)
                        .put("sealed", 2L),
                "footer's counts do not add up");
        assertFooterRefused(f -> f.put("read", "0"), "footer is not one of this version");
        assertFooterRefused(f -> f.put("colour", "blue"), "footer is not one of this version");
    }

    @Test
    void moreOrFewerRecordsThanCountedAreRefused() throws IOException {
        byte[] record = SealedBytes.record("a");
        assertThat(refusal(SealedBytes.of(record, record).with(s -> s.counts(1)).in(folder)))
                .isEqualTo("forged.sealed: holds more records than it counts");
        assertThat(refusal(SealedBytes.of(record, record).with(s -> s.counts(3)).in(folder)))
                .isEqualTo("forged.sealed: holds fewer records than it counts");
        assertThat(refusal(
                        SealedBytes.of(Arrays.copyOf(record, record.length - 1)).in(folder)))
                .isEqualTo("forged.sealed: holds fewer records than it counts");
    }

    @Test
    void aRecordThatCouldNotHaveBeenWrittenIsRefused() throws IOException {
        assertRecordRefused(SealedBytes.record(new byte[0], 0, 0), "holds a local id of a length that cannot be");
        assertRecordRefused(SealedBytes.record(new byte[201], 0, 0), "holds a local id of a length that cannot be");
        assertRecordRefused(SealedBytes.record(new byte[] {(byte) 0xc3}, 0, 0), "holds a local id that is not UTF-8");
        assertRecordRefused(
                SealedBytes.record(new byte[] {'a'}, 1 << 7, 0), "holds a record with more fields than its agreement");
        assertRecordRefused(SealedBytes.record(new byte[] {'a'}, 0, 2), "holds a key that is neither there nor absent");
    }

    @Test
    void nothingIsLeftWhereWritingStopsBeforeItsEnd() throws IOException {
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            records(5, 6).forEach(sealed::write);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatWasThereBeforeStaysWhereWritingStops() throws IOException {
        Path target = Files.writeString(folder.resolve("acute.sealed"), "before");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            records(5, 7).forEach(sealed::write);
        }
        assertThat(target).hasContent("before");
    }

    @Test
    void theTargetIsNotThereBeforeTheEnd() throws IOException {
        Path target = folder.resolve("acute.sealed");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            records(5, 8).forEach(sealed::write);
            assertThat(target).doesNotExist();
            sealed.finish(new SealedCounts(5, 0, 0, 5, 0));
        }
        assertThat(folder).isDirectoryContaining(target::equals);
        assertThat(read(SealedReader.open(target))).hasSize(5);
    }

    @Test
    void countsThatDoNotTellWhatWasWrittenAreRefusedAndLeaveNothing() throws IOException {
        assertThatThrownBy(() -> {
                    try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
                        records(5, 9).forEach(sealed::write);
                        sealed.finish(new SealedCounts(4, 0, 0, 4, 0));
                    }
                })
                .hasMessage("counts tell 4 records, 5 were written");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void countsAddUpOrAreNone() {
        for (SealedCountsOf wrong : List.<SealedCountsOf>of(
                () -> new SealedCounts(4, 1, 1, 1, 0),
                () -> new SealedCounts(0, -1, 0, 1, 0),
                () -> new SealedCounts(0, 0, 0, 0, -1),
                () -> new SealedCounts(-2, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0))) {
            assertThatThrownBy(wrong::make).hasMessage("counts do not add up");
        }
    }

    @Test
    void aRecordOfAnotherAgreementIsNotWritten() throws IOException {
        EncodedRecord good = SealedBytes.random(new Random(1), "a");
        List<EncodedRecord> wrong = List.of(
                new EncodedRecord("a", 0, good.keys().subList(1, 5), good.codes()),
                new EncodedRecord("a", 0, good.keys(), good.codes().subList(1, 4)),
                new EncodedRecord("a", 0, good.keys(), List.of(code(64), code(64), code(64), code(64))),
                new EncodedRecord("a", 1 << 7, good.keys(), good.codes()));
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            wrong.forEach(record -> assertThatThrownBy(() -> sealed.write(record))
                    .hasMessage("a record of another agreement cannot be written to this file"));
        }
    }

    @Test
    void aLocalIdHasOneToTwoHundredBytesAndIsNotQuoted() throws IOException {
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            assertThatThrownBy(() -> sealed.write(SealedBytes.random(new Random(1), "é".repeat(101))))
                    .hasMessage("local id (202 bytes) must have 1 to 200 bytes");
            assertThatThrownBy(() -> sealed.write(SealedBytes.random(new Random(1), "")))
                    .hasMessage("local id (0 bytes) must have 1 to 200 bytes");
            sealed.write(SealedBytes.random(new Random(1), "é".repeat(100)));
            sealed.finish(new SealedCounts(1, 0, 0, 1, 0));
        }
        assertThat(read(SealedReader.open(folder.resolve("acute.sealed")))).hasSize(1);
    }

    @Test
    void aProviderIsNamedInLowerCase() {
        assertThatThrownBy(() -> new SealedHeader("Acute", agreement, "2026.1", "0123456789abcdef", true))
                .hasMessageStartingWith("provider must be 1 to 40 lower-case letters");
    }

    @Test
    void nothingPrintsItsContent() {
        EncodedRecord record = SealedBytes.random(new Random(1), "H-0012");
        assertThat(record).hasToString("EncodedRecord[…]");
        assertThat(new KeyToken(1, 2)).hasToString("KeyToken[…]");
    }

    private interface SealedCountsOf {
        SealedCounts make();
    }

    private void assertHeaderRefused(Consumer<ObjectNode> change, String rule) throws IOException {
        assertThat(refusal(SealedBytes.of().with(s -> change.accept(s.header)).in(folder)))
                .isEqualTo("forged.sealed: " + rule);
    }

    private void assertFooterRefused(Consumer<ObjectNode> change, String rule) throws IOException {
        assertThat(refusal(SealedBytes.of().with(s -> change.accept(s.footer)).in(folder)))
                .isEqualTo("forged.sealed: " + rule);
    }

    private void assertRecordRefused(byte[] record, String rule) throws IOException {
        assertThat(refusal(SealedBytes.of(SealedBytes.record("fine"), record).in(folder)))
                .isEqualTo("forged.sealed: " + rule);
    }

    /** The one message of the refusal; nothing was given out, since there is no reader to give it. */
    private static String refusal(Path file) {
        Throwable refusal = catchThrowable(() -> SealedReader.open(file));
        assertThat(refusal).isInstanceOf(SealedFileFault.class);
        return refusal.getMessage();
    }

    private Path sealed(List<EncodedRecord> records) throws IOException {
        Path target = folder.resolve("acute.sealed");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            records.forEach(sealed::write);
            sealed.finish(new SealedCounts(records.size() + 3, 1, 2, records.size(), 5));
        }
        return target;
    }

    private static List<EncodedRecord> read(SealedReader reader) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        reader.forEach(records::add);
        return records;
    }

    private static List<EncodedRecord> records(int count, long seed) {
        Random random = new Random(seed);
        List<EncodedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(SealedBytes.random(random, "H-" + i));
        }
        return records;
    }

    private static Encoding code(int bits) {
        return new Encoding(new long[bits / 64]);
    }

    private static Optional<KeyToken> token(String hex) {
        return hex.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeyToken(
                        Long.parseUnsignedLong(hex.substring(0, 16), 16),
                        Long.parseUnsignedLong(hex.substring(16), 16)));
    }

    private Agreement withTwoKeysAndViews() {
        return new Agreement(
                agreement.purpose(),
                agreement.profile(),
                agreement.normaliser(),
                agreement.fields(),
                agreement.keys().subList(0, 2),
                agreement.components(),
                agreement.views().subList(0, 2),
                agreement.filter(),
                agreement.diffusion(),
                agreement.decide(),
                agreement.bounds());
    }
}
