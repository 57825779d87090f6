package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.Tokeniser;
import uk.linkage.testdata.Synthetic;

/** No profile that is shipped may leak more than the bounds, on 2,000 invented people. */
class ProfileLeakTest {
    private static final double TENTH_BOUND = 0.12;
    private static final double HUNDREDTH_BOUND = 0.05;
    private static final int PEOPLE = 2_000;

    @TempDir
    private Path folder;

    /** Every profile that is shipped, on the fields forename, surname, sex, birth date, postcode and NHS Number. */
    static List<Agreement> shipped() {
        return List.of(SealedTables.agreement());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aProfileKeepsWhoResemblesWhomToItself(Agreement agreement) throws IOException {
        LeakIndex.Leak leak = leak(agreement).allViews();
        assertThat(leak.tenth()).as("of the most alike 10 %").isLessThanOrEqualTo(TENTH_BOUND);
        assertThat(leak.hundredth()).as("of the most alike 1 %").isLessThanOrEqualTo(HUNDREDTH_BOUND);
    }

    private LeakIndex leak(Agreement agreement) throws IOException {
        Path extract = new Synthetic(2 * PEOPLE, 2026)
                .writeTo(folder)
                .extracts()
                .get(1)
                .file();
        List<Person> people = people(agreement, ExtractSource.of(extract));
        assertThat(people).hasSize(PEOPLE);
        return LeakIndex.of(agreement, table(agreement, 1, people), table(agreement, 2, people));
    }

    private static List<Person> people(Agreement agreement, ExtractSource extract) throws IOException {
        Columns columns = new ColumnMapping(extract, Map.of()).columns(agreement.fields());
        LocalDate today = LocalDate.of(2026, 1, 1);
        Normaliser normaliser = new Normaliser(agreement, columns, today, new Rejects(fault -> {}));
        try (Stream<Row> rows = extract.rows()) {
            return rows.limit(PEOPLE).map(normaliser::person).toList();
        }
    }

    private static EncodedTable table(Agreement agreement, int secret, List<Person> people) {
        Tokeniser tokeniser = new Tokeniser(agreement, SealedTables.secret(secret));
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        List<EncodedRecord> records =
                people.stream().map(tokeniser::tokens).map(encoder::encode).toList();
        return EncodedTable.of(agreement, records);
    }
}
