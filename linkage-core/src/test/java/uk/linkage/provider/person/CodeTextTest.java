package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Missing;

class CodeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"RXF0012A", "rxf-0012/a", "RXF 0012 A", "rxf.0012.a", " 'RXF0012A "})
    void onlyLettersAndDigitsCount(String written) {
        assertThat(CodeText.parse(written).orElseThrow().reveal()).isEqualTo("RXF0012A");
    }

    @Test
    void leadingZerosAreKept() {
        assertThat(CodeText.parse("000123").orElseThrow().reveal()).isEqualTo("000123");
        assertThat(CodeText.parse("000123")).isNotEqualTo(CodeText.parse("123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0000000", "00-00", "0.0", "N/A", "none", "UNKNOWN", "null", "-", "?"})
    void whatWouldJoinStrangersIsMissing(String written) {
        assertThat(CodeText.read(written)).isEqualTo(new Missing<>("placeholder"));
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(CodeText.read("")).isEqualTo(new Missing<>("empty"));
        assertThatNullPointerException().isThrownBy(() -> CodeText.read(null));
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Abroad.inTurkish(() ->
                assertThat(CodeText.parse("mi-12i").orElseThrow().reveal()).isEqualTo("MI12I"));
    }
}
