package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.Vectors;

class CanonicalJsonTest {

    @TestFactory
    Stream<DynamicTest> theCanonicalFormAgrees() {
        return Vectors.each(
                "canonical-json",
                (in, out) -> assertThat(canonical(in.get("json").textValue()))
                        .isEqualTo(out.get("canonical").textValue()));
    }

    @TestFactory
    Stream<DynamicTest> fingerprintsAgree() {
        return Vectors.each("fingerprint", (in, out) -> {
            Agreement agreement = Vectors.agreement(in.get("agreement").textValue());
            assertThat(Fingerprint.of(agreement).text())
                    .isEqualTo(out.get("fingerprint").textValue());
        });
    }

    @Test
    void theCanonicalFormIsItsOwn() throws IOException {
        byte[] once = AgreementFile.canonical(Vectors.agreement());
        assertThat(CanonicalJson.bytes(CanonicalJson.parse(once))).isEqualTo(once);
    }

    @Test
    void everyDecimalOfSixPlacesIsWrittenAsItself() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(65_536_000_001L), 6);
            assertThat(AgreementJson.exact(number.doubleValue()).toPlainString())
                    .as("number %d, seed 11", i)
                    .isEqualTo(
                            number.signum() == 0
                                    ? "0"
                                    : number.stripTrailingZeros().toPlainString());
        }
    }

    @Test
    void aPropertyTwiceIsRefused() {
        assertRefused("{\"a\": 1,\n \"a\": 1}", "holds a property twice: line 2, column 5");
    }

    @Test
    void whatIsNoJsonIsRefusedByPlaceAndNotByContent() {
        assertRefused("{\"a\": SECRET}", "is not JSON: line 1, column 7");
        assertRefused("{} {}", "is not JSON: line 1, column 4");
        assertRefused("{\"a\": 1", "is not JSON: line 1, column 8");
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsRefused() {
        assertRefused("{\"a\": [1e999999999]}", "holds a number of more than 1000 digits");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    private static String canonical(String json) throws IOException {
        return new String(
                CanonicalJson.bytes(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
    }
}
