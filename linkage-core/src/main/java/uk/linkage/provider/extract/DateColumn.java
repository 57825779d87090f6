package uk.linkage.provider.extract;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.linkage.provider.person.DateForm;

/**
 * Tells the form in which a column's dates are written from the dates themselves. It never guesses: where two forms fit
 * about equally well, the provider is asked to say which.
 */
final class DateColumn {
    private static final int SAMPLE = 20_000;
    private static final double MOST = 0.5;
    private static final double AS_GOOD = 0.98;

    private DateColumn() {}

    static DateForm form(ExtractSource extract, int column, String field) {
        Map<DateForm, Integer> fits = new EnumMap<>(DateForm.class);
        int dates = count(extract, column, fits);
        int best = fits.values().stream().mapToInt(n -> n).max().orElse(0);
        if (dates == 0) {
            return DateForm.ISO;
        }
        if (best < MOST * dates) {
            throw new ExtractFault(
                    place(extract, column),
                    field + " is in no known form of date",
                    "say the form: --map " + field + "=" + extract.header().get(column) + ":DD/MM/YYYY");
        }
        return only(extract, column, field, fits, best);
    }

    private static int count(ExtractSource extract, int column, Map<DateForm, Integer> fits) {
        int dates = 0;
        try (Stream<Row> rows = extract.rows()) {
            Iterator<Row> sample = rows.filter(row -> row.cells().size() > column)
                    .filter(row -> !row.cell(column).isBlank())
                    .limit(SAMPLE)
                    .iterator();
            for (; sample.hasNext(); dates++) {
                DateForm.matching(sample.next().cell(column)).forEach(form -> fits.merge(form, 1, Integer::sum));
            }
        }
        return dates;
    }

    private static DateForm only(
            ExtractSource extract, int column, String field, Map<DateForm, Integer> fits, int best) {
        List<DateForm> good = fits.entrySet().stream()
                .filter(e -> e.getValue() >= AS_GOOD * best)
                .map(Map.Entry::getKey)
                .toList();
        if (good.size() > 1 && !good.contains(DateForm.YEAR)) {
            String labels = good.stream().map(DateForm::label).collect(Collectors.joining(" and "));
            throw new ExtractFault(
                    place(extract, column),
                    field + " fits " + labels + " alike",
                    "say which: --map " + field + "=" + extract.header().get(column) + ":"
                            + good.get(0).label());
        }
        return good.contains(DateForm.YEAR) ? DateForm.YEAR : good.get(0);
    }

    private static String place(ExtractSource extract, int column) {
        return extract.name() + ": column " + extract.header().get(column);
    }
}
