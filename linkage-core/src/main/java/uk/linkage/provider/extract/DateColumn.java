package uk.linkage.provider.extract;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.linkage.provider.person.DateForm;
import uk.linkage.provider.person.PlainText;

/**
 * Tells the form in which a column's dates are written from the dates themselves: from whole ones, and where there are next
 * to none from partial ones. It never guesses: where two forms fit about equally well, the provider is asked to say which.
 */
final class DateColumn {
    private static final int SAMPLE = 20_000;
    private static final double MOST = 0.5;
    private static final double AS_GOOD = 0.98;
    private static final double SOME = 0.01;
    private static final Set<DateForm> NUMBERS = EnumSet.of(DateForm.YEAR, DateForm.SPREADSHEET_SERIAL);

    private final ExtractSource extract;
    private final int column;
    private final String field;
    private final Map<DateForm, Integer> whole = new EnumMap<>(DateForm.class);
    private final Map<DateForm, Integer> partial = new EnumMap<>(DateForm.class);
    private int cells;
    private int wholes;
    private int partials;
    private int years;
    private int serials;

    private DateColumn(ExtractSource extract, int column, String field) {
        this.extract = extract;
        this.column = column;
        this.field = field;
    }

    static DateForm form(ExtractSource extract, int column, String field) {
        DateColumn dates = new DateColumn(extract, column, field);
        dates.look();
        return dates.form();
    }

    private void look() {
        try (Stream<Row> rows = extract.rows()) {
            Iterator<Row> sample = rows.filter(row -> row.cells().size() > column)
                    .filter(row -> PlainText.parse(row.cell(column)).isPresent())
                    .limit(SAMPLE)
                    .iterator();
            sample.forEachRemaining(row -> look(row.cell(column)));
        }
    }

    private void look(String cell) {
        Set<DateForm> forms = DateForm.matching(cell);
        cells++;
        if (NUMBERS.containsAll(forms)) {
            lookAtNumberOrPart(cell, forms);
        } else {
            wholes++;
            forms.forEach(form -> whole.merge(form, 1, Integer::sum));
        }
    }

    private void lookAtNumberOrPart(String cell, Set<DateForm> forms) {
        Set<DateForm> inPart = DateForm.matchingInPart(cell);
        if (forms.contains(DateForm.YEAR)) {
            years++;
        } else if (!forms.isEmpty()) {
            serials++;
        } else if (!inPart.isEmpty()) {
            partials++;
            inPart.forEach(form -> partial.merge(form, 1, Integer::sum));
        } else if (DateForm.isPartialInAny(cell)) {
            partials++;
        }
    }

    private DateForm form() {
        if (wholes > SOME * cells && wholes > serials) {
            return best(whole, years + partials);
        }
        if (serials > 0 && serials >= years + partials) {
            return best(Map.of(DateForm.SPREADSHEET_SERIAL, serials), years);
        }
        if (years > 0 && partial.isEmpty()) {
            return best(Map.of(DateForm.YEAR, years), partials);
        }
        return partial.isEmpty() ? best(Map.of(DateForm.ISO, wholes), partials) : best(partial, years + partials);
    }

    /** The form that fits best, unless that and what any form reads are too few. */
    private DateForm best(Map<DateForm, Integer> fits, int inAny) {
        int best = fits.values().stream().mapToInt(n -> n).max().orElse(0);
        if (best + inAny < MOST * cells) {
            throw new ExtractFault(
                    place(),
                    field + " is in no known form of date",
                    "say the form: --map " + field + "=" + extract.header().get(column)
                            + ":DD/MM/YYYY; years need four digits");
        }
        return only(fits, best);
    }

    private DateForm only(Map<DateForm, Integer> fits, int best) {
        List<DateForm> good = fits.entrySet().stream()
                .filter(e -> e.getValue() >= AS_GOOD * best)
                .map(Map.Entry::getKey)
                .toList();
        if (good.size() > 1) {
            String labels = good.stream().map(DateForm::label).collect(Collectors.joining(" and "));
            throw new ExtractFault(
                    place(),
                    field + " fits " + labels + " alike",
                    "say which: --map " + field + "=" + extract.header().get(column) + ":"
                            + good.get(0).label());
        }
        return good.get(0);
    }

    private String place() {
        return extract.name() + ": column " + extract.header().get(column);
    }
}
