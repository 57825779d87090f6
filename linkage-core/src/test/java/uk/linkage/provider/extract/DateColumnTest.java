package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.provider.person.DateForm;

class DateColumnTest {

    @Test
    void oneDateThatFitsOneFormAloneTellsTheForm() throws IOException {
        assertThat(form(many("03/04/1980", 10), List.of("31/12/1980"))).isEqualTo(DateForm.DAY_MONTH_YEAR);
        assertThat(form(many("03/04/1980", 10), List.of("12/31/1980"))).isEqualTo(DateForm.MONTH_DAY_YEAR);
        assertThat(form(many("1980-12-31", 3))).isEqualTo(DateForm.ISO);
        assertThat(form(many("19801231", 3))).isEqualTo(DateForm.COMPACT);
        assertThat(form(many("31-DEC-1980", 3))).isEqualTo(DateForm.DAY_NAMED_MONTH_YEAR);
    }

    @Test
    void datesThatFitTwoFormsAlikeAreNotGuessed() {
        assertThatThrownBy(() -> form(many("03/04/1980", 10)))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: column dob: birth_date fits DD/MM/YYYY and MM/DD/YYYY alike");
    }

    @Test
    void aFewMistypedDatesDoNotDecide() {
        assertThatThrownBy(() -> form(many("03/04/1980", 200), List.of("31/12/1980", "12/31/1980")))
                .isInstanceOf(ExtractFault.class);
    }

    @Test
    void ofAMixtureTheFormOfMostIsTakenSoThatTheOthersShowAsFaults() throws IOException {
        assertThat(form(many("31/12/1980", 60), many("12/31/1980", 40))).isEqualTo(DateForm.DAY_MONTH_YEAR);
    }

    @Test
    void yearsAreNotTakenForSerialDays() throws IOException {
        assertThat(form(List.of("1980", "1981", "1999"))).isEqualTo(DateForm.YEAR);
        assertThat(form(List.of("29586", "31000", "9999"))).isEqualTo(DateForm.SPREADSHEET_SERIAL);
    }

    @Test
    void wholeDatesTellTheFormAndPartialOnesDoNotStandInTheWay() throws IOException {
        assertThat(form(many("1862", 60), many("1862-05", 20), many("1862-05-12", 20)))
                .isEqualTo(DateForm.ISO);
        assertThat(form(many("00/00/1862", 50), many("c. 1862", 30), many("13/05/1862", 20)))
                .isEqualTo(DateForm.DAY_MONTH_YEAR);
        assertThat(form(many("unknown", 90), many("18620512", 10))).isEqualTo(DateForm.COMPACT);
    }

    @Test
    void aWholeDateAmongHundredsOfYearsIsAFaultOfItsRow() throws IOException {
        assertThat(form(many("1862", 500), List.of("12/05/1862"))).isEqualTo(DateForm.YEAR);
    }

    @Test
    void whereNoDateIsWholeThePartialOnesTellTheForm() throws IOException {
        assertThat(form(many("1862", 5), many("??/05/1862", 5))).isEqualTo(DateForm.DAY_MONTH_YEAR);
        assertThat(form(many("1862.0", 5), many("05/1862", 4))).isEqualTo(DateForm.YEAR);
        assertThat(form(many("May 1862", 5))).isEqualTo(DateForm.ISO);
        assertThatThrownBy(() -> form(many("00/00/1862", 5)))
                .isInstanceOf(ExtractFault.class)
                .hasMessageEndingWith("birth_date fits DD/MM/YYYY and MM/DD/YYYY alike");
    }

    @Test
    void aColumnWithoutDatesIsInAnyForm() throws IOException {
        assertThat(form(many("", 5))).isEqualTo(DateForm.ISO);
    }

    @Test
    void aColumnOfOtherThingsIsRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> form(many("Michaelmas", 5), many("31/12/1980", 4)))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: column dob: birth_date is in no known form of date");
    }

    @SafeVarargs
    private static DateForm form(List<String>... cells) throws IOException {
        List<String> all = new ArrayList<>();
        for (List<String> some : cells) {
            all.addAll(some);
        }
        return DateColumn.form(Extracts.column("dob", all), 1, "birth_date");
    }

    private static List<String> many(String cell, int times) {
        return Collections.nCopies(times, cell);
    }
}
