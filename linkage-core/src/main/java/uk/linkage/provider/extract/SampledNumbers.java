package uk.linkage.provider.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.provider.person.ChiNumber;
import uk.linkage.provider.person.NhsNumber;

/**
 * Whether the National Data Opt-Out can be checked in an extract, as its first few thousand rows show it. Whoever seals is held to
 * what comes of it, for every row.
 */
final class SampledNumbers {
    private static final double MOST = 0.5;

    private final ExtractSource extract;
    private final Columns columns;
    private final List<Row> sample;
    private final Consumer<String> notes;
    private final Predicate<NhsNumber> neverIssued;

    SampledNumbers(ExtractSource extract, Columns columns, List<Row> sample, Consumer<String> notes) {
        this(extract, columns, sample, notes, NhsNumber::isTest);
    }

    SampledNumbers(
            ExtractSource extract,
            Columns columns,
            List<Row> sample,
            Consumer<String> notes,
            Predicate<NhsNumber> neverIssued) {
        this.extract = extract;
        this.columns = columns;
        this.sample = sample;
        this.notes = notes;
        this.neverIssued = neverIssued;
    }

    /** Why it need not be checked; nothing where it must. */
    Optional<String> exemption() {
        List<NhsNumber> numbers = sample.stream()
                .flatMap(row -> columns.numbers(row).stream())
                .flatMap(text -> NhsNumber.parse(text).stream())
                .toList();
        if (!numbers.isEmpty()) {
            return Optional.of(OptOutExemption.TEST_DATA)
                    .filter(reason -> numbers.stream().allMatch(neverIssued));
        }
        List<String> hidden = columnsOfNumbers();
        hidden.forEach(
                column -> notes.accept("column " + column + " holds NHS Numbers: say --map nhs_number=" + column));
        return Optional.of(OptOutExemption.NO_NUMBERS).filter(reason -> hidden.isEmpty());
    }

    /** Under whatever name. Of other references of ten digits about one in eleven passes for a number. */
    private List<String> columnsOfNumbers() {
        return IntStream.range(0, extract.header().size())
                .filter(this::holdsNumbers)
                .mapToObj(extract.header()::get)
                .toList();
    }

    private boolean holdsNumbers(int column) {
        List<String> texts = sample.stream()
                .map(row -> row.cell(column))
                .filter(text -> !text.isBlank())
                .filter(text -> ChiNumber.parse(text).isEmpty())
                .toList();
        long valid = texts.stream()
                .flatMap(text -> NhsNumber.parse(text).stream())
                .filter(neverIssued.negate())
                .count();
        return valid > MOST * texts.size();
    }
}
