package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

class CellTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0\u2009", "\uFEFF", "\u200B"})
    void aCellOfNothingVisibleIsEmpty(String text) {
        assertThat(reading(text)).isEqualTo(new Missing<>("empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "None", "UNKNOWN", "n/a", "N.A.", "NA", "nan", "Not known", "not stated", "-", "?", "***"
            })
    void aCellThatSaysItHasNoValueIsAPlaceholder(String text) {
        assertThat(reading(text)).isEqualTo(new Missing<>("placeholder"));
    }

    @Test
    void anythingElseIsReadByTheRule() {
        assertThat(reading("\uFEFF a\u00A0b ")).isEqualTo(new Present<>("a b"));
    }

    @Test
    void aCellDoesNotPrint() {
        assertThat(Cell.of("Ann")).hasToString("Cell[…]");
    }

    private static Reading<String> reading(String text) {
        return Cell.of(text).read(cell -> new Present<>(cell.text()));
    }
}
