package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullNameTest {
    @ParameterizedTest
    @CsvSource({
        "John Smith, JOHN, '', SMITH",
        "John Michael Smith, JOHN, MICHAEL, SMITH",
        "Mrs Ann Mary Jo Smith-Jones, ANN, MARY JO, SMITH-JONES",
        "Johann van der Berg, JOHANN, '', VAN DER BERG",
        "Mary Ann St John, MARY, ANN, ST JOHN",
        "Ann O Brien, ANN, '', O BRIEN",
        "Al Hassan, AL, '', HASSAN",
        "J. Smith, J, '', SMITH"
    })
    void theSurnameIsTheLastWordWithTheParticlesBeforeIt(String text, String forename, String middle, String surname) {
        assertThat(FullName.of(text)).isEqualTo(new FullName(forename, middle, surname));
    }

    @ParameterizedTest
    @CsvSource({
        "'SMITH, John', JOHN, '', SMITH",
        "'van der Berg, Johann Paul', JOHANN, PAUL, VAN DER BERG",
        "'Smith Jones, Mrs Ann', ANN, '', SMITH JONES",
        "'Smith, John, Jr', JOHN, '', SMITH"
    })
    void beforeACommaStandsTheSurname(String text, String forename, String middle, String surname) {
        assertThat(FullName.of(text)).isEqualTo(new FullName(forename, middle, surname));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "John Smith, Jr",
                "John Smith Jr.",
                "John Smith, Esq.",
                "John Smith, 1st Baron Smith",
                "John Smith,"
            })
    void whatIsWrittenAfterANameIsNoForename(String text) {
        assertThat(FullName.of(text)).isEqualTo(new FullName("JOHN", "", "SMITH"));
    }

    @Test
    void oneWordIsASurname() {
        assertThat(FullName.of("Smith")).isEqualTo(new FullName("", "", "SMITH"));
        assertThat(FullName.of("Smith,")).isEqualTo(new FullName("", "", "SMITH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Unknown", "not known", "N/A", "Baby of Smith", ","})
    void whereThereIsNoNameThereIsNone(String text) {
        assertThat(FullName.of(text)).isEqualTo(new FullName("", "", ""));
    }

    @Test
    void nobodyIsPrinted() {
        assertThat(FullName.of("John Smith")).hasToString("FullName[…]");
    }
}
