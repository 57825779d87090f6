package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Missing;

class NamePlaceholdersTest {
    private static final Missing<PersonName> PLACEHOLDER = new Missing<>("placeholder");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "NONE",
                "Unknown",
                "undecided",
                "No name",
                "no surname",
                "SURNAME",
                "forename",
                "nickname",
                "name",
                "n/a",
                "NA",
                "not known",
                "nee",
                "Née",
                "one",
                "Two",
                "Mr Unknown",
                "-",
                "?",
                "'"
            })
    void wordsForNoNameAreMissingInEitherField(String written) {
        assertMissing(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Known as Bob", "AKA Bob", "formerly Smith", "Known-as Bob"})
    void anotherNameInPlaceOfTheNameIsMissing(String written) {
        assertThat(PersonName.readForename(written)).isEqualTo(PLACEHOLDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twin",
                "Twin one",
                "TWIN 1",
                "twin2",
                "Twin II",
                "twin-i",
                "triplet",
                "Triplet three",
                "baby",
                "Baby boy",
                "BABY GIRL",
                "Baby girl Smith",
                "baby 2",
                "male baby",
                "Female Baby",
                "male infant",
                "female infant",
                "girl",
                "infant",
                "twin of Mary",
                "boy of Mary",
                "Girl of Mary",
                "baby of Mary",
                "infant of Mary",
                "inf of Mary",
                "Twin 2 of Mary",
                "unknown male",
                "unknown female",
                "Unknown male child",
                "unknown female child"
            })
    void childrenNotYetNamedAreMissing(String written) {
        assertMissing(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXTEST", "ZZZTEST", "xxtest-patient", "ZZZ Test", "XXTESTPATIENT-ABCD", "Test Patient"})
    void patientsMadeUpForATestAreMissing(String written) {
        assertMissing(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12345", "12 34", "0-0"})
    void digitsAloneAreMissing(String written) {
        assertMissing(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr", "Mrs.", "MISS", "ms", "Mx", "Mstr", "Dr", "Prof", "Rev", "Mr Mrs"})
    void anAbbreviatedTitleAloneIsNoName(String written) {
        assertMissing(written);
    }

    @Test
    void whatIsNoForenameMayBeASurname() {
        assertThat(PersonName.readForename("Boy")).isEqualTo(PLACEHOLDER);
        assertThat(PersonName.readForename("aka")).isEqualTo(PLACEHOLDER);
        assertThat(PersonName.parseSurname("Boy")).isPresent();
        assertThat(PersonName.parseSurname("Aka")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Akash",
                "Babylon",
                "Babyak",
                "Nonet",
                "Twining",
                "Nullis",
                "Ones",
                "Unknowne",
                "Girling",
                "Boyd",
                "Needham",
                "Testa",
                "Namer",
                "Infante",
                "Formerlyn",
                "Twosome"
            })
    void aNameThatOnlyBeginsLikeAPlaceholderIsAName(String written) {
        assertThat(PersonName.parseForename(written)).isPresent();
        assertThat(PersonName.parseSurname(written)).isPresent();
    }

    private static void assertMissing(String written) {
        assertThat(PersonName.readForename(written)).isEqualTo(PLACEHOLDER);
        assertThat(PersonName.readSurname(written)).isEqualTo(PLACEHOLDER);
    }
}
