package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;

class PostcodeTest {
    @ParameterizedTest
    @CsvSource({
        "M1 1AA, M11AA, M, M1, M11",
        "M60 1NW, M601NW, M, M60, M601",
        "CR2 6XH, CR26XH, CR, CR2, CR26",
        "DN55 1PT, DN551PT, DN, DN55, DN551",
        "W1A 1HQ, W1A1HQ, W, W1A, W1A1",
        "EC1A 1BB, EC1A1BB, EC, EC1A, EC1A1"
    })
    void everyShapeGivesOutItsAreaDistrictAndSector(
            String text, String whole, String area, String district, String sector) {
        Postcode postcode = Postcode.parse(text).orElseThrow();
        assertThat(postcode.reveal()).isEqualTo(whole);
        assertThat(postcode.area()).isEqualTo(area);
        assertThat(postcode.district()).isEqualTo(district);
        assertThat(postcode.sector()).isEqualTo(sector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CR2 6XH", "cr2 6xh", "CR26XH", " CR2\u00A06XH ", "C R 2 6 X H", "CR2-6XH"})
    void spacesAndCaseMakeNoDifference(String text) {
        assertThat(Postcode.parse(text)).isEqualTo(Postcode.parse("CR26XH"));
    }

    @ParameterizedTest
    @CsvSource({
        "CR2 6OH, CR26OH",
        "CR2 60H, CR26OH",
        "CRO 1AA, CR01AA",
        "CR2 IAA, CR21AA",
        "CR2 OAA, CR20AA",
        "SO14 1AA, SO141AA",
        "S014 1AA, SO141AA",
        "S01 1AA, SO11AA",
        "0X1 1AA, OX11AA",
        "1P1 1AA, IP11AA",
        "1V4 7AA, IV47AA",
        "WIA 1AA, W1A1AA",
        "SI1 1AA, S111AA",
        "SI14 1AA, ''",
        "W1O 1AA, W101AA",
        "M1 11A, M11IA",
        "MI 1AA, M11AA",
        "DNSS 1PT, ''",
        "DN1O 1PT, DN101PT"
    })
    void lettersAndDigitsThatLookAlikeAreRepairedByTheirPlace(String text, String repaired) {
        assertThat(Postcode.parse(text).map(Postcode::reveal).orElse("")).isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource({
        "ZZ99 3VZ, no fixed abode",
        "zz993vz, no fixed abode",
        "NFA, no fixed abode",
        "No fixed abode, no fixed abode",
        "ZZ99 3WZ, not known",
        "ZZ99 3CZ, somewhere in England or the UK",
        "ZZ99 1WZ, somewhere in Scotland",
        "ZZ99 2WZ, somewhere in Northern Ireland",
        "ZZ99 3GZ, somewhere in Wales",
        "ZZ99 6QZ, another country",
        "ZZ99 IWZ, somewhere in Scotland"
    })
    void pseudoPostcodesAreMissingEachWithItsLabel(String text, String label) {
        assertThat(Postcode.read(text)).isEqualTo(new Missing<>(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CR2", "CR2 6X", "CR2 6XHH", "12345", "2CR 6XH", "CRR2 6XH", "CR2 6X8", "ÜÜ1 1ÜÜÜ", "London"})
    void anythingElseIsAFault(String text) {
        assertThat(Postcode.read(text)).isEqualTo(new Faulty<>("is not a UK postcode"));
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(Postcode.read(" ")).isEqualTo(new Missing<>("empty"));
        assertThat(Postcode.read("unknown")).isEqualTo(new Missing<>("placeholder"));
        assertThatNullPointerException().isThrownBy(() -> Postcode.read(null));
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Abroad.inTurkish(() -> assertThat(Postcode.parse("ip1 1ii"))
                .isEqualTo(Postcode.parse("IP1 1II"))
                .isPresent());
    }

    @Test
    void theTextLeavesOnlyByNamedMethods() {
        assertThat(Postcode.parse("M1 1AA").orElseThrow()).hasToString("Postcode[…]");
    }

    @Test
    void whatHasTheShapeIsWhatThePatternSays() {
        Pattern shape = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
        Random random = new Random(11);
        int fitting = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = random.ints(random.nextInt(9), 0, 5)
                    .collect(StringBuilder::new, (t, c) -> t.append("AZ09é".charAt(c)), StringBuilder::append)
                    .toString();
            fitting += PostcodeSlots.fit(text) ? 1 : 0;
            assertThat(PostcodeSlots.fit(text))
                    .as("text %d", i)
                    .isEqualTo(shape.matcher(text).matches());
        }
        assertThat(fitting).isGreaterThan(100);
    }
}
