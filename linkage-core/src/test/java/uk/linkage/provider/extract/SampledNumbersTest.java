package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.provider.person.NhsNumber;

class SampledNumbersTest {
    private static final Predicate<NhsNumber> ALL = number -> true;
    private static final Predicate<NhsNumber> NONE = number -> false;

    private final List<String> notes = new ArrayList<>();

    @Test
    void numbersThatMayBePeoplesMustBeChecked() throws IOException {
        assertThat(exemption(NONE, "id,nhs_number", "A1,9990000018", "A2,")).isEmpty();
    }

    @Test
    void oneNumberAmongThoseNeverIssuedIsEnough() throws IOException {
        Predicate<NhsNumber> allButOne = number -> !number.reveal().equals("9990000026");
        assertThat(exemption(allButOne, "id,nhs_number", "A1,9990000018", "A2,9990000026"))
                .isEmpty();
    }

    @Test
    void numbersThatAreNeverIssuedAreTestData() throws IOException {
        assertThat(exemption(ALL, "id,nhs_number", "A1,9990000018", "A2,faulty"))
                .contains(OptOutExemption.TEST_DATA);
    }

    @Test
    void withoutAColumnOrAValidNumberThereIsNothingToCheck() throws IOException {
        assertThat(exemption(NONE, "id,surname", "A1,Smith")).contains(OptOutExemption.NO_NUMBERS);
        assertThat(exemption(NONE, "id,nhs_number", "A1,", "A2,9990000019")).contains(OptOutExemption.NO_NUMBERS);
        assertThat(notes).isEmpty();
    }

    @Test
    void numbersUnderAnotherNameAreFound() throws IOException {
        assertThat(exemption(NONE, "id,patient_code", "A1,9990000018", "A2,9990000026", "A3,x"))
                .isEmpty();
        assertThat(notes).containsExactly("column patient_code holds NHS Numbers: say --map nhs_number=patient_code");
    }

    @Test
    void fewOfManyReferencesPassForNumbersByChance() throws IOException {
        assertThat(exemption(NONE, "id,phone", "A1,9990000018", "A2,9990000019", "A3,9990000020"))
                .contains(OptOutExemption.NO_NUMBERS);
    }

    @Test
    void theNumbersOfScotlandAreNotOfTheNationalDataOptOut() throws IOException {
        assertThat(exemption(NONE, "id,chi_number", "A1,0101011237")).contains(OptOutExemption.NO_NUMBERS);
    }

    private Optional<String> exemption(Predicate<NhsNumber> neverIssued, String... lines) throws IOException {
        ExtractSource extract = Extracts.of(lines);
        Columns columns = new ColumnMapping(extract, Map.of()).columns(List.of());
        try (Stream<Row> rows = extract.rows()) {
            return new SampledNumbers(extract, columns, rows.toList(), notes::add, neverIssued).exemption();
        }
    }
}
