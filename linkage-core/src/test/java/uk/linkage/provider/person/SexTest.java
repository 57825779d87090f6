package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;

class SexTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "M", "m", "male", "MALE", " Male ", "1.0"})
    void everyFamilyOfCodesHasAMale(String code) {
        assertThat(Sex.parse(code)).contains(Sex.MALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "F", "f", "female", "FEMALE", " Female ", "2.0"})
    void everyFamilyOfCodesHasAFemale(String code) {
        assertThat(Sex.parse(code)).contains(Sex.FEMALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "X", "x", "U", "unknown", "Not known", "0.0"})
    void codesForNotKnownAreMissing(String code) {
        assertThat(Sex.read(code)).isEqualTo(new Missing<>("not known"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "9", "Z", "I", "i", "O", "other", "Indeterminate", "not specified", "Not stated"})
    void codesForNeitherAreMissing(String code) {
        assertThat(Sex.read(code)).isEqualTo(new Missing<>("not stated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "Q", "MF", "mail", "10"})
    void aCodeOfNoFamilyIsAFault(String code) {
        assertThat(Sex.read(code)).isEqualTo(new Faulty<>("is not a sex code"));
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(Sex.read(" ")).isEqualTo(new Missing<>("empty"));
        assertThat(Sex.read("NULL")).isEqualTo(new Missing<>("placeholder"));
        assertThatNullPointerException().isThrownBy(() -> Sex.read(null));
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Abroad.inTurkish(() -> assertThat(Sex.read("i")).isEqualTo(new Missing<>("not stated")));
    }

    @Test
    void theTextLeavesOnlyByReveal() {
        assertThat(Sex.MALE.reveal()).isEqualTo("MALE");
        assertThat(Sex.FEMALE).hasToString("Sex[…]");
    }
}
