package uk.linkage.provider.psi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.Columns.Text;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.Reading;

/**
 * The rows of an extract that have a valid NHS Number and whose person has not opted out. What is left out is counted.
 *
 * <pre>{@code
 * NumberRows rows = new NumberRows(extract, Map.of("nhs_number", "NHSNO"), List.of());
 * rows.forEach((row, number) -> ...);
 * }</pre>
 */
public final class NumberRows {
    private static final String FIELD = "nhs_number";

    private final ExtractSource extract;
    private final List<PersonList> optedOut;
    private final Columns columns;
    private final Text numbers;

    /**
     * @param mapping fields to columns, over what is recognised from the header
     * @param optedOut lists of people whose rows are left out
     * @throws ExtractFault where no column of NHS Numbers is found
     */
    public NumberRows(ExtractSource extract, Map<String, String> mapping, List<PersonList> optedOut) {
        this.extract = extract;
        this.optedOut = List.copyOf(optedOut);
        this.columns = new ColumnMapping(extract, mapping).columns(List.of(new Field(FIELD, FieldKind.NHS_NUMBER)));
        this.numbers = text(columns);
    }

    private Text text(Columns found) {
        if (found.fields().get(0) instanceof Text text) {
            return text;
        }
        throw new ExtractFault(
                extract.name() + ": line 1", "has no column of NHS Numbers", "say which it is with --column");
    }

    /**
     * What became of the rows.
     *
     * @param read all rows
     * @param optedOut rows of people who opted out
     * @param missing rows without a number
     * @param invalid rows whose number is at fault, or which have more or fewer values than the header
     * @param used rows with a valid number
     */
    public record Counts(long read, long optedOut, long missing, long invalid, long used) {}

    /** Goes through the rows in their order, and counts. */
    public Counts forEach(BiConsumer<Row, String> consumer) {
        long[] counts = new long[5];
        try (Stream<Row> rows = extract.rows()) {
            rows.forEach(row -> {
                counts[0]++;
                counts[place(row, consumer)]++;
            });
        }
        return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    /** Which of the counts the row belongs to. */
    private int place(Row row, BiConsumer<Row, String> consumer) {
        if (row.cells().size() != extract.header().size()) {
            return 3;
        }
        if (optedOut.stream().anyMatch(list -> list.names(columns.localId(row), List.of(numbers.text(row))))) {
            return 1;
        }
        Reading<NhsNumber> reading = NhsNumber.read(numbers.text(row));
        Optional<NhsNumber> number = reading.value();
        if (number.isEmpty()) {
            return reading instanceof Reading.Faulty<?> ? 3 : 2;
        }
        consumer.accept(row, number.get().reveal());
        return 4;
    }

    String localId(Row row) {
        return columns.localId(row);
    }

    String name() {
        return extract.name();
    }
}
