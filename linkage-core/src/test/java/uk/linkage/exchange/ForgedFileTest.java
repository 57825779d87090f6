package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

/** Files whose digest fits and which are refused all the same, because no writer could have made them. */
class ForgedFileTest {
    @TempDir
    private Path folder;

    @Test
    void bytesAfterTheEndAreRefused() throws IOException {
        byte[] signature = new byte[66];
        signature[1] = 64;
        for (byte[] end : List.of(new byte[] {0, 0, 0}, new byte[] {0, 0, 'x', 'y'}, signature)) {
            assertThat(SealedBytes.refusal(
                            SealedBytes.of().with(s -> s.end = end).in(folder)))
                    .isEqualTo("forged.sealed: has bytes after its end");
        }
        assertThat(SealedBytes.refusal(
                        SealedBytes.of().with(s -> s.end = new byte[] {0, 1, 7}).in(folder)))
                .isEqualTo("forged.sealed: has a signature of a length that cannot be");
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        assertThat(SealedBytes.refusal(SealedBytes.of()
                        .with(s -> s.magic = "linkage-sealed/2\n")
                        .in(folder)))
                .isEqualTo("forged.sealed: is not a sealed file of this version");
        Path csv = Files.writeString(folder.resolve("extract.csv"), "local_id,surname\n1,SMITH\n");
        assertThat(SealedBytes.refusal(csv)).isEqualTo("extract.csv: is not a sealed file of this version");
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
                h -> ((ObjectNode) h.at("/agreement/encoding/hardening/0")).put("taps", 0),
                "carries an agreement this version cannot use: encoding.hardening[0].taps: must be a whole number from 1 to 64");
    }

    @Test
    void wordOfOptOutsIsOneOfTheFormsOrRefused() throws IOException {
        String rule = "header is not one of this version";
        assertHeaderRefused(h -> h.put("opt_outs", "cleaned"), rule);
        assertHeaderRefused(h -> h.putObject("opt_outs"), rule);
        assertHeaderRefused(h -> cleaned(h, 20, 19).put("national", "none"), rule);
        assertHeaderRefused(h -> cleaned(h, 20, 19).put("reason", "why"), rule);
        assertHeaderRefused(h -> cleaned(h, 20, 19).remove("local"), rule);
        assertHeaderRefused(h -> cleaned(h, 19, 20), rule);
        assertHeaderRefused(h -> cleaned(h, 20, -1), rule);
        assertHeaderRefused(h -> exempt(h, " "), rule);
        assertHeaderRefused(h -> exempt(h, "a reason").put("checked", 20), rule);
    }

    private static ObjectNode cleaned(ObjectNode header, long checked, long cleaned) {
        return flags(header.putObject("opt_outs").put("national", "cleaned"))
                .put("checked", checked)
                .put("cleaned", cleaned);
    }

    private static ObjectNode exempt(ObjectNode header, String reason) {
        return flags(header.putObject("opt_outs").put("national", "exempt")).put("reason", reason);
    }

    private static ObjectNode flags(ObjectNode optOuts) {
        return optOuts.put("local", true).put("opted_in", false);
    }

    @Test
    void aHeaderThatIsNotCanonicalIsRefused() throws IOException {
        SealedBytes sealed = SealedBytes.of();
        byte[] pretty = CanonicalJson.pretty(sealed.header).getBytes(StandardCharsets.UTF_8);
        Path file =
                Files.write(folder.resolve("forged.sealed"), sealed.bytes(pretty, CanonicalJson.bytes(sealed.footer)));
        assertThat(SealedBytes.refusal(file)).isEqualTo("forged.sealed: header is not in canonical form");
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsRefused() throws IOException {
        SealedBytes sealed = SealedBytes.of();
        byte[] huge = "{\"provider\":1e999999999}".getBytes(StandardCharsets.UTF_8);
        Path file =
                Files.write(folder.resolve("forged.sealed"), sealed.bytes(huge, CanonicalJson.bytes(sealed.footer)));
        assertThat(SealedBytes.refusal(file))
                .isEqualTo("forged.sealed: header holds a number of more than 1000 digits");
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
        assertThat(SealedBytes.refusal(
                        SealedBytes.of(record, record).with(s -> s.counts(1)).in(folder)))
                .isEqualTo("forged.sealed: holds more records than it counts");
        assertThat(SealedBytes.refusal(
                        SealedBytes.of(record, record).with(s -> s.counts(3)).in(folder)))
                .isEqualTo("forged.sealed: holds fewer records than it counts");
        assertThat(SealedBytes.refusal(
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
    void chunksOfAnyLengthAreRead() throws IOException {
        for (int chunk : new int[] {1, 2, 7, 75, 1000}) {
            Path file = SealedBytes.of(SealedBytes.record("a"), SealedBytes.record("b"))
                    .with(s -> s.chunk = chunk)
                    .in(folder);
            assertThat(SealedBytes.read(SealedReader.open(file)))
                    .extracting(EncodedRecord::localId)
                    .containsExactly("a", "b");
        }
    }

    @Test
    void aFileWithoutRecordsIsAFile() throws IOException {
        assertThat(SealedBytes.read(SealedReader.open(SealedBytes.of().in(folder))))
                .isEmpty();
    }

    private void assertHeaderRefused(Consumer<ObjectNode> change, String rule) throws IOException {
        assertThat(SealedBytes.refusal(
                        SealedBytes.of().with(s -> change.accept(s.header)).in(folder)))
                .isEqualTo("forged.sealed: " + rule);
    }

    private void assertFooterRefused(Consumer<ObjectNode> change, String rule) throws IOException {
        assertThat(SealedBytes.refusal(
                        SealedBytes.of().with(s -> change.accept(s.footer)).in(folder)))
                .isEqualTo("forged.sealed: " + rule);
    }

    private void assertRecordRefused(byte[] record, String rule) throws IOException {
        assertThat(SealedBytes.refusal(
                        SealedBytes.of(SealedBytes.record("fine"), record).in(folder)))
                .isEqualTo("forged.sealed: " + rule);
    }
}
