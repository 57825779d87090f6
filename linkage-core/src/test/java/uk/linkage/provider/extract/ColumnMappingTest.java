package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.Joined;
import uk.linkage.provider.extract.Columns.NotHeld;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.person.DateForm;

class ColumnMappingTest {
    private static final Field NHS = new Field("nhs_number", FieldKind.NHS_NUMBER);
    private static final Field SURNAME = new Field("surname", FieldKind.SURNAME);
    private static final Field BIRTH = new Field("birth_date", FieldKind.BIRTH_DATE);
    private static final Field ADDRESS = new Field("address", FieldKind.TEXT);

    @Test
    void aHospitalsHeaderIsUnderstood() throws IOException {
        ExtractSource extract = Extracts.of("Hospital No,NHS Number,Family Name,DOB", "A1,,Smith,1980-12-31");
        Columns columns = new ColumnMapping(extract, Map.of()).columns(List.of(NHS, SURNAME, BIRTH));
        assertThat(columns.localId()).isZero();
        assertThat(columns.fields()).containsExactly(joined(1), joined(2), new WholeDate(3, DateForm.ISO));
        assertThat(columns.nhsNumbers()).containsExactly(joined(1));
    }

    @Test
    void anAddressIsPutTogetherFromItsColumnsInTheHeadersOrder() throws IOException {
        ExtractSource extract = Extracts.of("id,street_number,surname,address_1", "A1,8,Smith,stanley street");
        Columns columns = new ColumnMapping(extract, Map.of()).columns(List.of(ADDRESS));
        assertThat(columns.fields()).containsExactly(joined(1, 3));
        Row row = extract.rows().findFirst().orElseThrow();
        assertThat(((Joined) columns.fields().get(0)).text(row)).isEqualTo("8 stanley street");
    }

    @Test
    void ofTwoColumnsForAnotherFieldTheFirstIsTaken() throws IOException {
        ExtractSource extract = Extracts.headed("id", "surname", "last_name");
        ColumnMapping mapping = new ColumnMapping(extract, Map.of());
        assertThat(mapping.columns(List.of(SURNAME)).fields()).containsExactly(joined(1));
        assertThat(mapping.unused()).containsExactly("last_name");
    }

    @Test
    void columnsAreJoinedByAPlusUnlessAColumnIsCalledSo() throws IOException {
        ExtractSource extract = Extracts.headed("id", "HOUSE", "STREET", "HOUSE+STREET");
        assertThat(source(extract, ADDRESS, "address", "HOUSE+STREET")).isEqualTo(joined(3));
        assertThat(source(extract, ADDRESS, "address", "STREET+HOUSE")).isEqualTo(joined(2, 1));
    }

    @Test
    void whatIsSaidGoesOverWhatIsRecognisedWhateverTheCase() throws IOException {
        ExtractSource extract = Extracts.headed("id", "surname", "Birth_Name");
        assertThat(source(extract, SURNAME, "surname", " birth_name ")).isEqualTo(joined(2));
    }

    @Test
    void aDateInThreeColumnsIsRecognised() throws IOException {
        ExtractSource extract = Extracts.headed("id", "dob_day", "dob_mon", "dob_year");
        assertThat(new ColumnMapping(extract, Map.of()).columns(List.of(BIRTH)).fields())
                .containsExactly(new DateInParts(Optional.of(3), Optional.of(2), Optional.of(1)));
    }

    @Test
    void aWholeDateGoesBeforeItsParts() throws IOException {
        ExtractSource extract = Extracts.of("id,dob,dob_year", "A1,31/12/1980,1980");
        ColumnMapping mapping = new ColumnMapping(extract, Map.of());
        assertThat(mapping.columns(List.of(BIRTH)).fields()).containsExactly(new WholeDate(1, DateForm.DAY_MONTH_YEAR));
        assertThat(mapping.unused()).containsExactly("dob_year");
    }

    @Test
    void partsOfADateThatAreSaidGoBeforeAWholeDateAndMayBeFew() throws IOException {
        ExtractSource extract = Extracts.of("id,dob,Y,M", "A1,31/12/1980,1980,12");
        Map<String, String> said = new LinkedHashMap<>();
        said.put("birth_date.year", "Y");
        said.put("birth_date.month", "M");
        assertThat(new ColumnMapping(extract, said).columns(List.of(BIRTH)).fields())
                .containsExactly(new DateInParts(Optional.of(2), Optional.of(3), Optional.empty()));
    }

    @Test
    void theFormOfADateMayBeSaid() throws IOException {
        ExtractSource extract = Extracts.of("id,dob", "A1,03/04/1980");
        assertThat(source(extract, BIRTH, "birth_date", "dob:MM/DD/YYYY"))
                .isEqualTo(new WholeDate(1, DateForm.MONTH_DAY_YEAR));
        ExtractSource colon = Extracts.of("id,dob:yyyy", "A1,31/12/1980");
        assertThat(source(colon, BIRTH, "birth_date", "dob:yyyy")).isEqualTo(new WholeDate(1, DateForm.DAY_MONTH_YEAR));
    }

    @Test
    void aFieldMayBeSaidNotToBeHeld() throws IOException {
        ExtractSource extract = Extracts.headed("id", "nhs_no", "dob");
        Map<String, String> said = Map.of("surname", "", "nhs_number", "", "birth_date", "");
        Columns columns = new ColumnMapping(extract, said).columns(List.of(NHS, SURNAME, BIRTH));
        assertThat(columns.fields()).containsExactly(new NotHeld(), new NotHeld(), new NotHeld());
        assertThat(columns.nhsNumbers()).isEmpty();
    }

    @Test
    void nhsNumbersAreKnownForTheOptOutsThoughNobodyAgreedOnThem() throws IOException {
        ExtractSource extract = Extracts.headed("id", "surname", "nhs_no");
        assertThat(new ColumnMapping(extract, Map.of())
                        .columns(List.of(SURNAME))
                        .nhsNumbers())
                .containsExactly(joined(2));
    }

    @Test
    void aFieldWithoutAColumnIsRefused() throws IOException {
        ExtractSource extract = Extracts.headed("id", "clan");
        assertThatThrownBy(() -> new ColumnMapping(extract, Map.of()).columns(List.of(SURNAME)))
                .isInstanceOf(ExtractFault.class)
                .hasMessageStartingWith("x.csv: line 1: has no column for surname");
        ExtractSource nameless = Extracts.headed("surname", "clan");
        assertThatThrownBy(() -> new ColumnMapping(nameless, Map.of()).columns(List.of(SURNAME)))
                .isInstanceOf(ExtractFault.class)
                .hasMessageStartingWith("x.csv: line 1: has no column for local_id");
    }

    @Test
    void columnsThatNothingUsesAreTold() throws IOException {
        ExtractSource extract = Extracts.headed("id", "HOUSE", "STREET", "ward", "dob", "surname", "notes");
        ColumnMapping mapping =
                new ColumnMapping(extract, Map.of("address", "HOUSE+STREET", "birth_date", "dob:YYYYMMDD"));
        assertThat(mapping.unused()).containsExactly("ward", "notes");
    }

    private static Columns.Source source(ExtractSource extract, Field field, String name, String said) {
        return new ColumnMapping(extract, Map.of(name, said))
                .columns(List.of(field))
                .fields()
                .get(0);
    }

    private static Joined joined(Integer... columns) {
        return new Joined(List.of(columns));
    }
}
