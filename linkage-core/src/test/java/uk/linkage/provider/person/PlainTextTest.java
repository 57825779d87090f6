package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Missing;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "Stratford-upon-Avon, STRATFORD UPON AVON",
        "St John’s Wood, ST JOHNS WOOD",
        "'12b, High St.', 12B HIGH ST",
        "Łódź, LODZ",
        "Flat 3/2, FLAT 3 2",
        "Москва, МОСКВА"
    })
    void aTextIsReadAsItsFoldedWords(String written, String words) {
        PlainText text = PlainText.parse(written).orElseThrow();
        assertThat(text.words()).containsExactly(words.split(" "));
        assertThat(text.reveal()).isEqualTo(words);
        assertThat(text.joined()).isEqualTo(words.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "N/A", "unknown", "NULL", "-", "..."})
    void wordsForNothingAreMissing(String written) {
        assertThat(PlainText.read(written)).isEqualTo(new Missing<>("placeholder"));
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(PlainText.read("\t")).isEqualTo(new Missing<>("empty"));
        assertThatNullPointerException().isThrownBy(() -> PlainText.read(null));
    }

    @Test
    void theTextLeavesOnlyByNamedMethods() {
        assertThat(PlainText.parse("Leeds").orElseThrow()).hasToString("PlainText[…]");
    }
}
