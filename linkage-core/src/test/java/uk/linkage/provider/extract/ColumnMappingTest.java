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
import uk.linkage.provider.extract.Columns.PartOfName;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.person.DateForm;

class ColumnMappingTest {
    private static final Field NHS = new Field("nhs_number", FieldKind.NHS_NUMBER);
    private static final Field SURNAME = new Field("surname", FieldKind.SURNAME);
    private static final Field FORENAME = new Field("forename", FieldKind.FORENAME);
    private static final Field MIDDLE_NAME = new Field("middle_name", FieldKind.MIDDLE_NAME);
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
    }

    @Test
    void whatHelpsButIsNotNeededMayBeAbsentAndIsTold() throws IOException {
        ExtractSource extract = Extracts.headed("id", "surname");
        ColumnMapping mapping = new ColumnMapping(extract, Map.of());
        assertThat(mapping.columns(List.of(ADDRESS)).fields()).containsExactly(new NotHeld());
        assertThat(mapping.remarks(List.of(SURNAME, ADDRESS)))
                .containsExactly(
                        "x.csv has no column for address: taken as not held; where it has one, say --map address=COLUMN");
        assertThat(new ColumnMapping(extract, Map.of("address", "")).remarks(List.of(ADDRESS)))
                .isEmpty();
    }

    @Test
    void rowsWithoutALocalIdAreKnownByTheirNumberAndThatIsTold() throws IOException {
        ExtractSource extract = Extracts.of("surname,clan", "Smith,x", "", "Hill,x");
        ColumnMapping mapping = new ColumnMapping(extract, Map.of());
        Columns columns = mapping.columns(List.of(SURNAME));
        assertThat(extract.rows().map(columns::localId)).containsExactly("row-000001", "row-000002");
        assertThat(mapping.specifications()).containsEntry("local_id", "");
        assertThat(mapping.remarks(List.of()))
                .containsExactly("x.csv has no local id that is recognised: its rows are known by their number, "
                        + "row-000001 on; keep it as it is, or say --map local_id=COLUMN");
        assertThat(new ColumnMapping(Extracts.headed("id"), Map.of("local_id", ""))
                        .columns(List.of())
                        .localId())
                .isEqualTo(Columns.NUMBERED);
    }

    @Test
    void anIdThatOthersMayHoldIsTakenWithAWarning() throws IOException {
        ColumnMapping mapping = new ColumnMapping(Extracts.of("NCID,surname", "N1,Smith"), Map.of());
        assertThat(mapping.columns(List.of()).localId()).isZero();
        assertThat(mapping.remarks(List.of()))
                .containsExactly("local_id from NCID: where others hold the same, the hub sees by it who is who; "
                        + "better a reference of your own: --map local_id=COLUMN");
        assertThat(new ColumnMapping(Extracts.headed("rec_id"), Map.of()).remarks(List.of()))
                .isEmpty();
    }

    @Test
    void aWholeNameIsToldApartWhereItsPartsHaveNoColumns() throws IOException {
        ExtractSource extract = Extracts.of("id,Full Name", "A1,Ann Mary Smith");
        ColumnMapping mapping = new ColumnMapping(extract, Map.of());
        Columns columns = mapping.columns(List.of(FORENAME, MIDDLE_NAME, SURNAME));
        Row row = extract.rows().findFirst().orElseThrow();
        assertThat(columns.fields())
                .extracting(source -> ((PartOfName) source).text(row))
                .containsExactly("ANN", "MARY", "SMITH");
        assertThat(mapping.specifications()).containsEntry("surname", "Full Name:SURNAME");
        assertThat(mapping.unused()).isEmpty();
    }

    @Test
    void aWholeNameIsNotNeededBesideItsParts() throws IOException {
        ColumnMapping mapping =
                new ColumnMapping(Extracts.headed("id", "full_name", "first_name", "surname"), Map.of());
        assertThat(mapping.columns(List.of(FORENAME, SURNAME)).fields()).containsExactly(joined(2), joined(3));
        assertThat(mapping.unused()).containsExactly("full_name");
    }

    @Test
    void aNameBesideAForenameIsASurname() throws IOException {
        ColumnMapping mapping = new ColumnMapping(Extracts.headed("id", "Name", "Vorname"), Map.of());
        assertThat(mapping.columns(List.of(FORENAME, SURNAME)).fields())
                .containsExactly(joined(2), new PartOfName(1, NamePart.SURNAME));
    }

    @Test
    void anAddressInOneColumnNeedsNoParts() throws IOException {
        ExtractSource extract = Extracts.headed("id", "house_num", "street_name", "res_street_address");
        assertThat(new ColumnMapping(extract, Map.of())
                        .columns(List.of(ADDRESS))
                        .fields())
                .containsExactly(joined(3));
    }

    @Test
    void aBirthdayIsADayBesideAMonthAndAWholeDateAlone() throws IOException {
        ExtractSource whole = Extracts.of("id,Birthday", "A1,31/12/1980");
        assertThat(new ColumnMapping(whole, Map.of()).columns(List.of(BIRTH)).fields())
                .containsExactly(new WholeDate(1, DateForm.DAY_MONTH_YEAR));
        ExtractSource parts = Extracts.of("id,birth_day,birth_month", "A1,31,12");
        assertThat(new ColumnMapping(parts, Map.of()).columns(List.of(BIRTH)).fields())
                .containsExactly(new DateInParts(Optional.empty(), Optional.of(2), Optional.of(1)));
    }

    @Test
    void aYearOfBirthIsADateOfBirthAndMayHoldWholeOnes() throws IOException {
        ExtractSource years = Extracts.of("id,YEAROFBIRTH", "A1,1980");
        assertThat(new ColumnMapping(years, Map.of()).columns(List.of(BIRTH)).fields())
                .containsExactly(new WholeDate(1, DateForm.YEAR));
        ExtractSource dates = Extracts.of("id,yob", "A1,1862", "A2,13/05/1862");
        assertThat(new ColumnMapping(dates, Map.of()).columns(List.of(BIRTH)).fields())
                .containsExactly(new WholeDate(1, DateForm.DAY_MONTH_YEAR));
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
