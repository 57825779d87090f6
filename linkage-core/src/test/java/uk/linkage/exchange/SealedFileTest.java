package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
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
                codes.add(Encoding.ofBytes(ByteBuffer.wrap(bytes), 512));
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
        List<EncodedRecord> records = SealedBytes.records(1000, 1); // past one chunk
        Path file = sealed(records);
        LongAdder read = new LongAdder();
        SealedReader reader = SealedReader.open(file, read::add);
        assertThat(read.sum()).isEqualTo(SealedReader.PASSES * Files.size(file));
        assertThat(reader.header()).isEqualTo(header);
        assertThat(reader.counts()).isEqualTo(new SealedCounts(1003, 1, 2, 1000, 5));
        assertThat(SealedBytes.read(reader)).isEqualTo(records);
        assertThat(SealedBytes.read(reader)).as("a second time").isEqualTo(records);
    }

    @Test
    void oneContentHasOneFile() throws IOException {
        byte[] once = Files.readAllBytes(sealed(SealedBytes.records(40, 2)));
        assertThat(Files.readAllBytes(sealed(SealedBytes.records(40, 2)))).isEqualTo(once);
        byte[] content = Arrays.copyOf(once, once.length - 34);
        assertThat(SealedReader.open(folder.resolve("acute.sealed")).digest())
                .isEqualTo(Vectors.hex(SealedFormat.sha256().digest(content)));
    }

    @Test
    void everyPrefixIsRefused() throws IOException {
        byte[] whole = small();
        Path file = folder.resolve("cut.sealed");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(SealedBytes.refusal(file))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isEqualTo("cut.sealed: is cut short after " + length + " bytes");
        }
    }

    @Test
    void everyByteChangedIsRefused() throws IOException {
        byte[] whole = small();
        Path file = folder.resolve("changed.sealed");
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(file, changed);
            assertThat(SealedBytes.refusal(file))
                    .as("byte %d of %d", at, whole.length)
                    .startsWith("changed.sealed: ");
        }
    }

    @Test
    void aByteChangedAmongTheRecordsIsToldAsAChange() throws IOException {
        byte[] changed = Files.readAllBytes(sealed(SealedBytes.records(3, 5)));
        changed[changed.length - 400] ^= 1;
        Path file = Files.write(folder.resolve("changed.sealed"), changed);
        assertThat(SealedBytes.refusal(file)).isEqualTo("changed.sealed: was changed after it was sealed");
    }

    private Path sealed(List<EncodedRecord> records) throws IOException {
        Path target = folder.resolve("acute.sealed");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            records.forEach(sealed::write);
            sealed.finish(new SealedCounts(records.size() + 3, 1, 2, records.size(), 5));
        }
        return target;
    }

    /** A whole sealed file of about a thousand bytes: two fields in one view, and two records. */
    private byte[] small() throws IOException {
        Agreement agreed = SealedBytes.smallAgreement();
        Path target = folder.resolve("small.sealed");
        try (SealedWriter sealed =
                SealedWriter.create(target, new SealedHeader("gp", agreed, "2026.1", "0123456789abcdef", true))) {
            SealedBytes.smallRecords().forEach(sealed::write);
            sealed.finish(new SealedCounts(2, 0, 0, 2, 0));
        }
        assertThat(SealedBytes.read(SealedReader.open(target))).hasSize(2);
        return Files.readAllBytes(target);
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
                agreement.comparisons(),
                agreement.views().subList(0, 2),
                agreement.filter(),
                agreement.hardening(),
                agreement.decide(),
                agreement.bounds(),
                agreement.acceptedRisks());
    }
}
