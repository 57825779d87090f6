package uk.linkage.provider.openpseudonymiser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.secret.SecretFault;

class OpenDigestTest {
    private static final String CSV = "id,nhs_number,dob,ward\n";

    @TempDir
    private Path folder;

    /** The first is the example of the program itself. */
    @TestFactory
    Stream<DynamicTest> digestsAreThoseOfOpenPseudonymiser() {
        return Vectors.each("open-digest", (in, out) -> {
            Map<String, String> values = new HashMap<>();
            in.get("values")
                    .properties()
                    .forEach(e -> values.put(e.getKey(), e.getValue().textValue()));
            assertThat(new OpenDigest(salt(in.get("salt").textValue())).of(values))
                    .isEqualTo(out.get("digest").textValue());
        });
    }

    @Test
    void aWorkerStartsAfreshWithEveryDigest() {
        OpenDigest digest = new OpenDigest(salt("mackerel"));
        String first = digest.of(Map.of("NHSNumber", "9990000018"));
        assertThat(digest.of(Map.of("NHSNumber", "9990000026"))).isNotEqualTo(first);
        assertThat(digest.of(Map.of("NHSNumber", "999 000 0018"))).isEqualTo(first);
    }

    @Test
    void aSaltIsOneLineOfPlainText() {
        assertThat(salt("mackerel")).hasToString("OpenSalt[…]");
        for (String empty : List.of("", " \r\n")) {
            assertThatThrownBy(() -> salt(empty))
                    .isInstanceOf(SecretFault.class)
                    .hasMessageContaining("is empty");
        }
        assertThatThrownBy(() -> salt("two\nlines")).hasMessageContaining("encrypted salt files are not read");
        assertThatThrownBy(() -> salt("\uFEFFmackerel")).hasMessageContaining("without byte-order mark");
        byte[] encrypted = new byte[128];
        Arrays.fill(encrypted, (byte) 0x91);
        assertThatThrownBy(() -> OpenSalt.parse(encrypted, "x.EncryptedSalt"))
                .isInstanceOf(SecretFault.class)
                .hasMessage(
                        "x.EncryptedSalt: is not a plain salt in one line of UTF-8; encrypted salt files are not read");
    }

    @Test
    void theBytesOfASaltAreOverwrittenOnceRead() {
        byte[] content = "mackerel".getBytes(UTF_8);
        OpenSalt.parse(content, "salt");
        assertThat(content).containsOnly(0);
    }

    @Test
    void aSaltThatOthersMayReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("salt.txt"), "mackerel\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> OpenSalt.read(file)).isInstanceOf(SecretFault.class);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(new OpenDigest(OpenSalt.read(file)).of(Map.of("DOB", "x")))
                .isEqualTo(new OpenDigest(salt("mackerel")).of(Map.of("DOB", "x")));
    }

    @Test
    void theDigestComesFirstAndItsValuesGo() throws IOException {
        OpenPseudonymised file = of(
                CSV + "A1,999-000-0018,29.11.1973,\"W,1\"\nA2,,29.11.1973,W2\nA3,x\nA4,999 000 0018,29.11.1973,W4\n");
        file.write(folder.resolve("out.csv"), Progress.UNSEEN);
        String digest = new OpenDigest(salt("mackerel")).of(Map.of("NHSNumber", "9990000018", "DOB", "29.11.1973"));
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo("Digest,id,ward\n" + digest + ",A1,\"W,1\"\n\"\",A2,W2\n" + digest + ",A4,W4\n");
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.withoutDigest()).isEqualTo(1);
        assertThat(file.leftOut()).isEqualTo(1);
    }

    @Test
    void columnsOfIdentitiesThatStayAreNamed() throws IOException {
        OpenPseudonymised file = new OpenPseudonymised(
                extract("id,nhs_number,surname,ward\nA1,9990000018,Hill,W1\n"),
                Map.of("NHSNumber", "nhs_number"),
                Optional.empty(),
                salt("mackerel"));
        assertThat(file.keptIdentities()).containsExactly("surname");
    }

    @Test
    void aColumnThatIsNotThereOrASecondDigestIsRefused() {
        assertThatThrownBy(() -> of("id,nhs_number,ward\nA1,9990000018,W1\n"))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: line 1: has no column dob");
        assertThatThrownBy(() -> of("digest,nhs_number,dob\nA1,9990000018,W1\n"))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: line 1: has a column Digest already");
    }

    private static OpenPseudonymised of(String csv) throws IOException {
        return new OpenPseudonymised(
                extract(csv),
                Map.of("NHSNumber", "nhs_number", "DOB", "dob"),
                Optional.of("NHSNumber"),
                salt("mackerel"));
    }

    private static ExtractSource extract(String csv) throws IOException {
        return ExtractSource.of("x.csv", csv.getBytes(UTF_8));
    }

    private static OpenSalt salt(String text) {
        return OpenSalt.parse(text.getBytes(UTF_8), "salt");
    }
}
