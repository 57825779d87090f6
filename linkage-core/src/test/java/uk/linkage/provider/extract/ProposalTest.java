package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;

class ProposalTest {

    @Test
    void theFieldsOfAHospitalAreProposedInItsOrder() throws IOException {
        Proposal proposal = Proposal.of(
                Extracts.of("hospital_no,nhs_number,forename,dob,ward", "A1,9990000018,Ann,31/12/1980,W4"), Map.of());
        assertThat(proposal.fields())
                .containsExactly(
                        new Field("nhs_number", FieldKind.NHS_NUMBER),
                        new Field("forename", FieldKind.FORENAME),
                        new Field("birth_date", FieldKind.BIRTH_DATE));
        assertThat(proposal.bounds()).isEqualTo(Profile2026.bounds());
        assertThat(proposal.notes())
                .containsExactly(
                        "nhs_number (nhs-number) from nhs_number",
                        "forename (forename) from forename",
                        "birth_date (birth-date) from dob as DD/MM/YYYY",
                        "column ward is not used");
        assertThat(proposal.mapping()).containsEntry("local_id", "hospital_no").containsEntry("birth_date", "dob");
    }

    @Test
    void aDateInThreeColumnsIsOneField() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("id,dob_day,dob_mon,dob_year", "A1,31,12,1980"), Map.of());
        assertThat(proposal.fields()).containsExactly(new Field("birth_date", FieldKind.BIRTH_DATE));
        assertThat(proposal.notes()).contains("birth_date (birth-date) from dob_year, dob_mon, dob_day");
    }

    @Test
    void aForeignPostcodeIsACode() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("id,postcode", "A1,4223", "A2,2000", "A3,LS1 1AA"), Map.of());
        assertThat(proposal.fields()).containsExactly(new Field("postcode", FieldKind.CODE));
        assertThat(proposal.notes().get(0))
                .isEqualTo("postcode does not hold postcodes of the United Kingdom: taken as a code");
    }

    @Test
    void aNumberOfAnotherKindIsAnIdentifier() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("id,nhs_no", "A1,5304218", "A2,1551941"), Map.of());
        assertThat(proposal.fields()).containsExactly(new Field("nhs_number", FieldKind.IDENTIFIER));
        assertThat(proposal.notes().get(0))
                .isEqualTo("nhs_number does not hold NHS Numbers: taken as another identifier");
    }

    @Test
    void anEmptyColumnKeepsItsKind() throws IOException {
        assertThat(Proposal.of(Extracts.of("id,nhs_no", "A1,", "A2,"), Map.of()).fields())
                .containsExactly(new Field("nhs_number", FieldKind.NHS_NUMBER));
    }

    @Test
    void historicalBirthsWidenTheBound() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("id,dob", "A1,31/12/1780", "A2,30/11/1990"), Map.of());
        assertThat(proposal.bounds().earliestBirth()).isEqualTo(LocalDate.of(1000, 1, 1));
        assertThat(proposal.notes()).contains("many births lie before 1895-01-01: any from the year 1000 is let pass");
        assertThat(Proposal.of(Extracts.of("id,dob_year", "A1,1780", "A2,1990"), Map.of())
                        .bounds()
                        .earliestBirth())
                .isEqualTo(LocalDate.of(1000, 1, 1));
    }

    @Test
    void aFieldIsAddedWithItsKind() throws IOException {
        ExtractSource extract = Extracts.of("id,JOB,uprn", "A1,clerk,0012");
        Proposal proposal = Proposal.of(extract, Map.of("work:text", "JOB", "home:identifier", "uprn"));
        assertThat(proposal.fields())
                .containsExactlyInAnyOrder(new Field("work", FieldKind.TEXT), new Field("home", FieldKind.IDENTIFIER));
        assertThat(proposal.mapping()).containsEntry("work", "JOB").containsEntry("home", "uprn");
        assertThatThrownBy(() -> Proposal.of(extract, Map.of("work:colour", "JOB")))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: colour is not a kind of field");
    }

    @Test
    void aFieldThatIsSaidNotToBeHeldIsNotProposed() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("id,surname,sex", "A1,Smith,F"), Map.of("sex", ""));
        assertThat(proposal.fields()).containsExactly(new Field("surname", FieldKind.SURNAME));
        assertThat(proposal.mapping()).doesNotContainKey("sex");
    }

    @Test
    void aFieldOfMixedPostcodesIsACodeSoThatSealingDoesNotRefuseIt() throws IOException {
        List<String> cells = new ArrayList<>(Collections.nCopies(8, "LS1 1AA"));
        cells.addAll(List.of("27601", "27513"));
        assertThat(kind("postcode", cells)).contains(FieldKind.CODE);
        cells.addAll(Collections.nCopies(10, "LS1 1AA"));
        assertThat(kind("postcode", cells)).contains(FieldKind.POSTCODE);
    }

    @Test
    void whatTellsNothingIsNotProposed() throws IOException {
        assertThat(note("town", many("Leeds", 100))).contains("town is nearly always the same: not proposed");
        assertThat(note("town", many("", 99, "Leeds"))).contains("town is nearly always empty: not proposed");
        assertThat(note("town", many("unknown", 99, "Leeds"))).contains("town is nearly always empty: not proposed");
        assertThat(note("birth_year", many("1980", 100)))
                .contains("birth_date is nearly always the same: not proposed");
        assertThat(note("sex", many("category 7", 9, "F"))).contains("sex does not hold codes of sex: not proposed");
        assertThat(kind("town", many("Leeds", 95, "York", "Hull", "Ripon", "Selby", "Otley")))
                .contains(FieldKind.TEXT);
    }

    @Test
    void ofAFewRowsNothingIsConcluded() throws IOException {
        assertThat(kind("town", many("Leeds", 99))).contains(FieldKind.TEXT);
    }

    @Test
    void aNumberOfOnePersonIsProposedHoweverRare() throws IOException {
        assertThat(kind("nhs_number", many("", 199, "9990000018"))).contains(FieldKind.NHS_NUMBER);
    }

    @Test
    void whatIsSaidIsProposedWhateverItTells() throws IOException {
        ExtractSource extract = Extracts.column("town", many("Leeds", 100));
        assertThat(Proposal.of(extract, Map.of("town", "town")).fields())
                .containsExactly(new Field("town", FieldKind.TEXT));
        assertThat(Proposal.of(extract, Map.of("home:text", "town")).fields())
                .contains(new Field("home", FieldKind.TEXT));
    }

    @Test
    void anAgeIsNoFieldAndTheTruthIsNone() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("unique_id,cluster,surname,birth_age", "A1,C1,Smith,40"), Map.of());
        assertThat(proposal.fields()).containsExactly(new Field("surname", FieldKind.SURNAME));
        assertThat(proposal.mapping()).containsEntry("local_id", "unique_id");
        assertThat(proposal.notes())
                .contains(
                        "column cluster is not used",
                        "column birth_age is not used: an age is another from year to year");
    }

    @Test
    void aWholeNameGivesThreeFields() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("id,name", "A1,Ann Mary Smith"), Map.of());
        assertThat(proposal.fields())
                .containsExactlyInAnyOrder(
                        new Field("forename", FieldKind.FORENAME),
                        new Field("middle_name", FieldKind.MIDDLE_NAME),
                        new Field("surname", FieldKind.SURNAME));
        assertThat(proposal.notes()).contains("surname (surname) from name:SURNAME");
    }

    @Test
    void rowsWithoutAnIdAreProposedByTheirNumber() throws IOException {
        Proposal proposal = Proposal.of(Extracts.of("surname", "Smith"), Map.of());
        assertThat(proposal.mapping()).containsEntry("local_id", "");
        assertThat(proposal.notes().get(0)).startsWith("x.csv has no local id that is recognised");
    }

    private static Optional<FieldKind> kind(String column, List<String> cells) throws IOException {
        return Proposal.of(Extracts.column(column, cells), Map.of()).fields().stream()
                .map(Field::kind)
                .findFirst();
    }

    private static List<String> note(String column, List<String> cells) throws IOException {
        Proposal proposal = Proposal.of(Extracts.column(column, cells), Map.of());
        assertThat(proposal.fields()).isEmpty();
        assertThat(proposal.mapping()).containsOnlyKeys("local_id");
        return proposal.notes();
    }

    private static List<String> many(String cell, int times, String... others) {
        List<String> cells = new ArrayList<>(Collections.nCopies(times, cell));
        cells.addAll(List.of(others));
        return cells;
    }

    @Test
    void noValueIsInTheNotes() throws IOException {
        Proposal proposal = Proposal.of(
                Extracts.of("id,nhs_no,surname,dob,postcode", "IDENT,12345,QUILLON,31/12/1790,ELSEWHERE"), Map.of());
        assertThat(proposal.notes())
                .noneMatch(note -> note.contains("IDENT,")
                        || note.contains("12345")
                        || note.contains("QUILLON")
                        || note.contains("1790")
                        || note.contains("ELSEWHERE"));
    }
}
