package uk.linkage.provider.extract;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.Text;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.PlainText;
import uk.linkage.provider.person.Postcode;
import uk.linkage.provider.person.Reading;
import uk.linkage.provider.person.Sex;

/** A field of an extract as the first few thousand rows show it: of what kind its values are, and whether they tell anything. */
final class SampledField {
    private static final double MOST = 0.5;
    private static final double NEARLY_NONE = 0.02;
    private static final int FEWEST_ROWS = 100;

    private final Field field;
    private final int rows;
    private final List<String> texts;

    SampledField(Field field, Columns.Source source, List<Row> sample) {
        this.field = field;
        this.rows = sample.size();
        this.texts = sample.stream()
                .map(row -> text(row, source))
                .filter(text -> PlainText.parse(text).isPresent())
                .toList();
    }

    /** The field with the kind that its values are of. */
    Field asItLooks() {
        if (field.kind() == FieldKind.POSTCODE && faulty(Postcode::read) > bound()) {
            return new Field(field.name(), FieldKind.CODE);
        }
        if (field.kind() == FieldKind.NHS_NUMBER
                && !mostly(text -> NhsNumber.parse(text).isPresent())) {
            return new Field(field.name(), FieldKind.IDENTIFIER);
        }
        return field;
    }

    /** Why the field is no use to a linkage, in words; a number of one person is of use however rare. */
    Optional<String> uselessness() {
        if (field.kind() == FieldKind.SEX && faulty(Sex::read) > bound()) {
            return Optional.of("does not hold codes of sex");
        }
        if (rows < FEWEST_ROWS || field.kind().isNumber()) {
            return Optional.empty();
        }
        if (texts.size() < NEARLY_NONE * rows) {
            return Optional.of("is nearly always empty");
        }
        return mostFrequent() > (1 - NEARLY_NONE) * texts.size()
                ? Optional.of("is nearly always the same")
                : Optional.empty();
    }

    private static double bound() {
        return Profile2026.bounds().faultyValues();
    }

    private double faulty(Function<String, Reading<?>> rule) {
        long faulty = texts.stream()
                .filter(text -> rule.apply(text) instanceof Reading.Faulty<?>)
                .count();
        return texts.isEmpty() ? 0 : (double) faulty / texts.size();
    }

    private boolean mostly(Predicate<String> good) {
        return texts.stream().filter(good).count() >= MOST * texts.size();
    }

    private int mostFrequent() {
        Map<String, Integer> times = new HashMap<>();
        texts.forEach(text -> times.merge(text, 1, Integer::sum));
        return Collections.max(times.values());
    }

    private static String text(Row row, Columns.Source source) {
        if (source instanceof Text text) {
            return text.text(row);
        }
        if (source instanceof DateInParts parts) {
            return Stream.of(parts.year(), parts.month(), parts.day())
                    .flatMap(Optional::stream)
                    .map(row::cell)
                    .collect(Collectors.joining(" "));
        }
        return source instanceof WholeDate date ? row.cell(date.column()) : "";
    }
}
