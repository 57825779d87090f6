package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Missing;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "KOCIŃSKI, KOCINSKI",
        "Łoś, LOS",
        "O'Brien, OBRIEN",
        "O’Brien, OBRIEN",
        "o brien, OBRIEN",
        "D'Arcy, DARCY",
        "Mc Donald, MCDONALD",
        "Mac-Donald, MACDONALD",
        "St John, STJOHN",
        "St. John, STJOHN",
        "van der Berg, VANDERBERG",
        "de la Cruz, DELACRUZ",
        "al-Hassan, ALHASSAN",
        "bin Laden Smith, BINLADEN SMITH",
        "Smith-Jones, SMITH JONES",
        "Smith – Jones, SMITH JONES",
        "Smith da Silva, SMITH DASILVA",
        "Sm1th, SMTH",
        "Smith2, SMITH"
    })
    void aSurnameIsReadAsItsParts(String written, String parts) {
        assertThat(surname(written).parts()).containsExactly(parts.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"De", "da", "LE", "O", "Ba", "San", "Le-Ba"})
    void aParticleWithNothingToJoinIsTheName(String written) {
        assertThat(surname(written).joined())
                .isEqualTo(written.toUpperCase(Locale.ROOT).replace("-", ""));
    }

    @Test
    void particlesAreOfSurnamesOnly() {
        assertThat(forename("Al Bin").parts()).containsExactly("AL", "BIN");
    }

    @ParameterizedTest
    @CsvSource({
        "Mr John, JOHN",
        "MRS. Ann, ANN",
        "Rev Dr John, JOHN",
        "Prof. Sir John, JOHN",
        "Archbishop Desmond, DESMOND",
        "Lord John, JOHN",
        "John Mr, JOHN",
        "'Smith, Mrs', SMITH"
    })
    void titlesAreStripped(String written, String parts) {
        assertThat(forename(written).reveal()).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lord", "Prior", "Count", "Boy", "King", "Abbott", "Father", "Lady", "Pastor", "Doctor", "Brother",
                "Sister", "Aka"
            })
    void aTitleAloneIsASurname(String written) {
        assertThat(surname(written).reveal()).isEqualToIgnoringCase(written);
    }

    @Test
    void aTitleIsAWordByItself() {
        assertThat(surname("Lord-Smith").parts()).containsExactly("LORD", "SMITH");
        assertThat(surname("Lordan").parts()).containsExactly("LORDAN");
        assertThat(surname("Lord Count").parts()).containsExactly("COUNT");
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(PersonName.readForename(" \u00A0")).isEqualTo(new Missing<>("empty"));
        assertThat(PersonName.readSurname("")).isEqualTo(new Missing<>("empty"));
        assertThatNullPointerException().isThrownBy(() -> PersonName.readForename(null));
        assertThatNullPointerException().isThrownBy(() -> PersonName.readSurname(null));
    }

    @Test
    void aNameGivesOutItsDerivedForms() {
        PersonName name = forename("Mary-Ann Zoë");
        assertThat(name.parts()).containsExactly("MARY", "ANN", "ZOE");
        assertThat(name.reveal()).isEqualTo("MARY ANN ZOE");
        assertThat(name.joined()).isEqualTo("MARYANNZOE");
        assertThat(name.first()).isEqualTo("MARY");
        assertThat(name.initial()).isEqualTo("M");
        assertThat(name.sortedLetters()).isEqualTo("AAEMNNORYZ");
    }

    @Test
    void sortedLettersSurviveNamesInTheOtherField() {
        PersonName right = forename("John").followedBy(surname("Smith"));
        PersonName swapped = forename("Smith").followedBy(surname("John"));
        assertThat(right.parts()).containsExactly("JOHN", "SMITH");
        assertThat(right.sortedLetters()).isEqualTo(swapped.sortedLetters());
    }

    @ParameterizedTest
    @CsvSource({"Smith, S530", "Smyth, S530", "O’Brien, O165", "Kociński, K252", "Łoś, L200", "Ng, N200"})
    void thePhoneticCodeIsSoundexOfTheFoldedName(String written, String code) {
        assertThat(surname(written).phonetic()).contains(code);
    }

    @Test
    void aNameOfAnotherScriptIsKeptAndHasNoPhoneticCode() {
        PersonName name = surname("Иванов-Петров");
        assertThat(name.parts()).containsExactly("ИВАНОВ", "ПЕТРОВ");
        assertThat(name.initial()).isEqualTo("И");
        assertThat(name.phonetic()).isEmpty();
    }

    @Test
    void theCanonicalNameIsThatOfTheFirstForename() {
        assertThat(forename("Billy-Joe").canonical()).isEqualTo("WILLIAM");
        assertThat(forename("Zebedee").canonical()).isEqualTo("ZEBEDEE");
    }

    @Test
    void theSpellingThatTwoClerksAgreeOnIsOneValue() {
        assertThat(surname("Mrs O’Brien - Łoś"))
                .isEqualTo(surname("OBRIEN LOS"))
                .hasSameHashCodeAs(surname("OBRIEN LOS"));
        assertThat(surname("Smith")).isNotEqualTo(surname("Smyth"));
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Abroad.inTurkish(() -> {
            assertThat(forename("miss fiona").reveal()).isEqualTo("FIONA");
            assertThat(PersonName.readForename("twin i")).isEqualTo(new Missing<>("placeholder"));
            assertThat(forename("billie").canonical()).isEqualTo("WILLIAM");
            assertThat(surname("di marino").phonetic()).contains("D565");
        });
    }

    @Test
    void whateverIsTypedAPresentNameHasPartsAndReadsAsItself() {
        long seed = 20260103;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String written = anyText(random);
            PersonName.parseSurname(written).ifPresent(name -> {
                assertThat(name.parts()).as("seed %d", seed).isNotEmpty().noneMatch(String::isBlank);
                assertThat(name.initial()).as("seed %d", seed).isNotBlank();
            });
        }
    }

    @Test
    void theTextLeavesOnlyByNamedMethods() {
        assertThat(forename("John")).hasToString("PersonName[…]");
    }

    private static String anyText(Random random) {
        int[] codePoints = random.ints(6, ' ', 0x250).toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    private static PersonName forename(String text) {
        return PersonName.parseForename(text).orElseThrow();
    }

    private static PersonName surname(String text) {
        return PersonName.parseSurname(text).orElseThrow();
    }
}
