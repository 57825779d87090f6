package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;

/** A file encrypted to the hub and signed by the provider: read by the one, vouched for by the other, and by nobody else. */
class ProtectedFileTest {
    private final Identity hub = Identity.random("hub");
    private final Identity acute = Identity.random("acute-trust");
    private final SealedTrust trust = new SealedTrust(hub, List.of(acute.card()));

    @TempDir
    private Path folder;

    @Test
    void whatIsSealedForTheHubIsReadByTheHub() throws IOException {
        List<EncodedRecord> records = SealedBytes.records(1000, 1); // past several chunks
        Path file = sealed(Vectors.agreement(), records);
        try (SealedReader reader = SealedReader.open(file, trust)) {
            assertThat(SealedBytes.read(reader)).isEqualTo(records);
            assertThat(SealedBytes.read(reader)).as("a second time").isEqualTo(records);
            assertThat(reader.header()).isEqualTo(header(Vectors.agreement()));
            assertThat(reader.counts().sealed()).isEqualTo(1000);
            assertThat(reader.protection().summary().path("signer_fingerprint").asText())
                    .isEqualTo(acute.card().fingerprint());
        }
    }

    @Test
    void aFileWithoutRecordsIsReadToo() throws IOException {
        try (SealedReader reader = SealedReader.open(sealed(Vectors.agreement(), List.of()), trust)) {
            assertThat(SealedBytes.read(reader)).isEmpty();
        }
    }

    @Test
    void noByteOfARecordStandsInTheFile() throws IOException {
        String file = new String(small(), StandardCharsets.ISO_8859_1);
        Path plain = folder.resolve("plain.sealed");
        try (SealedWriter sealed = SealedWriter.create(plain, header(SealedBytes.smallAgreement()))) {
            SealedBytes.smallRecords().forEach(sealed::write);
            sealed.finish(new SealedCounts(2, 0, 0, 2, 0));
        }
        String code = new String(new byte[64], StandardCharsets.ISO_8859_1);
        assertThat(Files.readString(plain, StandardCharsets.ISO_8859_1)).contains(code);
        assertThat(file)
                .doesNotContain(code.substring(0, 16)); // a number of 8 bytes may begin with seven and follow one
    }

    @Test
    void everyPrefixIsRefused() throws IOException {
        byte[] whole = small();
        Path file = folder.resolve("cut.sealed");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refusal(file))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isEqualTo("cut.sealed: is cut short after " + length + " bytes");
        }
    }

    @Test
    void everyBitChangedIsRefused() throws IOException {
        byte[] whole = small();
        Path file = folder.resolve("changed.sealed");
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, changed);
            assertThat(refusal(file))
                    .as("bit %d of byte %d of %d", bit % 8, bit / 8, whole.length)
                    .startsWith("changed.sealed: ")
                    .doesNotContain("\n");
        }
    }

    @Test
    void everyByteChangedIsFoundByAnybody() throws IOException {
        byte[] whole = small();
        Path file = folder.resolve("changed.sealed");
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x80;
            Files.write(file, changed);
            assertThatThrownBy(() -> SealedInspection.of(file)).isInstanceOf(SealedFileFault.class);
        }
    }

    @Test
    void anotherPartyCannotReadIt() throws IOException {
        Path file = sealed(Vectors.agreement(), SealedBytes.records(1, 1));
        Identity other = Identity.random("hub");
        assertThatThrownBy(() -> SealedReader.open(file, new SealedTrust(other, List.of(acute.card()))))
                .isInstanceOf(SealedFileFault.class)
                .hasMessage("acute.sealed: is encrypted for hub (" + hub.card().fingerprint() + "), not for hub ("
                        + other.card().fingerprint() + ")");
    }

    @Test
    void aStrangersSignatureIsNotTaken() throws IOException {
        Path file = sealed(Vectors.agreement(), SealedBytes.records(1, 1));
        IdentityCard other = Identity.random("acute-trust").card();
        assertThatThrownBy(() -> SealedReader.open(file, new SealedTrust(hub, List.of(other))))
                .isInstanceOf(SealedFileFault.class)
                .hasMessage("acute.sealed: is signed by acute-trust ("
                        + acute.card().fingerprint() + "), whose card is not among the trusted ones");
    }

    @Test
    void aProviderSealsInItsOwnNameAlone() {
        Identity gp = Identity.random("gp");
        assertThatThrownBy(() -> SealedWriter.create(
                        folder.resolve("acute.sealed"), header(Vectors.agreement()), hub.card(), gp))
                .isInstanceOf(IdentityFault.class)
                .hasMessage("the identity is of gp, and the provider that seals is acute-trust");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileWithoutProtectionIsRefusedWhereItIsAskedFor() throws IOException {
        Path plain = SealedBytes.of(SealedBytes.record("a")).in(folder);
        assertThat(refusal(plain))
                .isEqualTo(
                        "forged.sealed: is neither encrypted nor signed, and where an identity reads only what is both is taken");
    }

    @Test
    void withoutAnIdentityAProtectedFileIsSeenAndNotRead() throws IOException {
        Path file = sealed(Vectors.agreement(), SealedBytes.records(3, 1));
        assertThatThrownBy(() -> SealedReader.open(file))
                .isInstanceOf(IdentityFault.class)
                .hasMessage(
                        "acute.sealed: is encrypted for hub and signed by acute-trust: it takes the identity of the one and"
                                + " the card of the other");
        SealedInspection seen = SealedInspection.of(file);
        assertThat(seen.header()).isEqualTo(header(Vectors.agreement()));
        assertThat(seen.counts()).isEqualTo(new SealedCounts(3, 0, 0, 3, 0));
        assertThat(seen.protection())
                .isInstanceOfSatisfying(
                        Protection.Signed.class,
                        signed -> assertThat(signed.signer()).isEqualTo(acute.card()));
    }

    @Test
    void noTwoFilesHaveOneKey() throws IOException {
        byte[] one = small();
        byte[] other = small();
        assertThat(one).hasSameSizeAs(other);
        assertThat(Arrays.mismatch(one, other)).isPositive();
        assertThat(Arrays.equals(one, one.length - 400, one.length - 300, other, one.length - 400, one.length - 300))
                .isFalse();
    }

    @Test
    void aClosedReaderReadsNothing() throws IOException {
        SealedReader reader = SealedReader.open(sealed(Vectors.agreement(), SealedBytes.records(3, 1)), trust);
        reader.close();
        assertThatThrownBy(() -> reader.forEach(record -> {}))
                .isInstanceOf(SealedFileFault.class)
                .hasMessageStartingWith("acute.sealed: chunk 1 does not open");
    }

    private String refusal(Path file) {
        Throwable refusal = catchThrowable(() -> SealedReader.open(file, trust));
        assertThat(refusal).isInstanceOf(SealedFileFault.class);
        return refusal.getMessage();
    }

    private byte[] small() throws IOException {
        Path file = sealed(SealedBytes.smallAgreement(), SealedBytes.smallRecords());
        try (SealedReader reader = SealedReader.open(file, trust)) {
            assertThat(SealedBytes.read(reader)).isEqualTo(SealedBytes.smallRecords());
        }
        return Files.readAllBytes(file);
    }

    private Path sealed(Agreement agreement, List<EncodedRecord> records) throws IOException {
        Path target = folder.resolve("acute.sealed");
        try (SealedWriter sealed = SealedWriter.create(target, header(agreement), hub.card(), acute)) {
            records.forEach(sealed::write);
            sealed.finish(new SealedCounts(records.size(), 0, 0, records.size(), 0));
        }
        return target;
    }

    private static SealedHeader header(Agreement agreement) {
        return new SealedHeader("acute-trust", agreement, agreement.normaliser(), "0123456789abcdef", true);
    }
}
