package uk.linkage.provider.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.Joined;
import uk.linkage.provider.extract.Columns.NotHeld;
import uk.linkage.provider.extract.Columns.PartOfName;
import uk.linkage.provider.extract.Columns.Source;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.person.DateForm;

/**
 * How an extract's header maps to the agreement's fields: names recognised by {@link Synonyms}, then what the provider
 * said with {@code --map} or a mapping file.
 *
 * <pre>
 * surname=FAMILY_NAME          one column
 * address=HOUSE+STREET         several, put together
 * birth_date=DOB:DD/MM/YYYY    a date and its form, needed where the dates fit two forms
 * birth_date.day=D             a date in three columns, likewise .month and .year
 * surname=NAME:SURNAME         part of a whole name, likewise :FORENAME and :MIDDLE
 * nhs_number=                  this extract does not hold the field
 * local_id=                    it has no local id: rows are known by their number
 * </pre>
 *
 * <pre>{@code
 * Columns columns = new ColumnMapping(extract, Map.of("surname", "FAMILY_NAME")).columns(agreement.fields());
 * }</pre>
 */
public final class ColumnMapping {
    private static final List<String> PARTS = List.of(".year", ".month", ".day");

    private final ExtractSource extract;
    private final Map<String, String> specifications;

    /**
     * @param extract whose header is mapped
     * @param said what the provider said, over what is recognised
     */
    public ColumnMapping(ExtractSource extract, Map<String, String> said) {
        this.extract = extract;
        this.specifications = RecognisedColumns.of(extract, said.containsKey(Synonyms.LOCAL_ID));
        said.forEach(this::say);
    }

    /** What each field is made of, as one would say it with {@code --map}, in the header's order. */
    public Map<String, String> specifications() {
        return new LinkedHashMap<>(specifications);
    }

    /** Columns that no specification uses. */
    public List<String> unused() {
        List<String> used = new ArrayList<>();
        specifications.forEach((field, text) -> used.addAll(columnNames(text)));
        return extract.header().stream()
                .filter(column -> used.stream().noneMatch(column::equalsIgnoreCase))
                .toList();
    }

    /**
     * The columns of these fields.
     *
     * @throws ExtractFault where a column is missing or dates fit two forms
     */
    public Columns columns(List<Field> fields) {
        return new Columns(localId(), fields.stream().map(this::source).toList(), nhsNumbers(fields));
    }

    /** What the provider should know of its local ids and of fields that it does not hold, in words. */
    public List<String> remarks(List<Field> fields) {
        return new Remarks(extract, specifications).of(fields);
    }

    private int localId() {
        String text = specifications.get(Synonyms.LOCAL_ID);
        return text.isEmpty() ? Columns.NUMBERED : index(text, Synonyms.LOCAL_ID);
    }

    /** The agreement may do without NHS Numbers; the opt-outs may not. */
    private List<Joined> nhsNumbers(List<Field> fields) {
        Stream<String> agreed =
                fields.stream().filter(f -> f.kind() == FieldKind.NHS_NUMBER).map(Field::name);
        return Stream.concat(agreed, Stream.of(Synonyms.NHS_NUMBER))
                .distinct()
                .flatMap(name -> specification(name).filter(text -> !text.isEmpty()).stream()
                        .map(text -> new Joined(indexes(text, name))))
                .toList();
    }

    private Source source(Field field) {
        if (field.kind() == FieldKind.BIRTH_DATE) {
            return date(field.name());
        }
        String text = specification(field.name()).orElseGet(() -> absent(field));
        if (text.isEmpty()) {
            return new NotHeld();
        }
        Optional<NamePart> part = behind(text, NamePart::ofLabel);
        return part.isPresent()
                ? new PartOfName(index(before(text), field.name()), part.get())
                : new Joined(indexes(text, field.name()));
    }

    private String absent(Field field) {
        if (Remarks.mayBeAbsent(field)) {
            return "";
        }
        throw missing(field.name());
    }

    private Source date(String field) {
        if (PARTS.stream().anyMatch(part -> specification(field + part).isPresent())) {
            return new DateInParts(part(field, ".year"), part(field, ".month"), part(field, ".day"));
        }
        String text = specification(field).orElseThrow(() -> missing(field));
        if (text.isEmpty()) {
            return new NotHeld();
        }
        Optional<DateForm> form = behind(text, DateForm::ofLabel);
        int column = index(form.isPresent() ? before(text) : text, field);
        return new WholeDate(column, form.orElseGet(() -> DateColumn.form(extract, column, field)));
    }

    private Optional<Integer> part(String field, String part) {
        return specification(field + part).filter(text -> !text.isEmpty()).map(text -> index(text, field + part));
    }

    /** What stands behind the last colon of a specification, unless a column is called so. */
    private <T> Optional<T> behind(String text, Function<String, Optional<T>> meaning) {
        int colon = text.lastIndexOf(':');
        return colon < 0 || find(text).isPresent() ? Optional.empty() : meaning.apply(text.substring(colon + 1));
    }

    private static String before(String text) {
        return text.substring(0, text.lastIndexOf(':'));
    }

    private List<Integer> indexes(String text, String field) {
        return columnNames(text).stream().map(name -> index(name, field)).toList();
    }

    private List<String> columnNames(String text) {
        boolean isMore = behind(text, DateForm::ofLabel).isPresent()
                || behind(text, NamePart::ofLabel).isPresent();
        String columns = isMore ? before(text) : text;
        return columns.isEmpty() || find(columns).isPresent() ? List.of(columns) : List.of(columns.split("\\+"));
    }

    private int index(String column, String field) {
        return find(column)
                .orElseThrow(() -> new ExtractFault(
                        extract.name() + ": line 1",
                        "has no column " + column + ", which " + field + " was mapped to",
                        "the columns are " + String.join(", ", extract.header())));
    }

    private Optional<Integer> find(String column) {
        for (int i = 0; i < extract.header().size(); i++) {
            if (extract.header().get(i).equalsIgnoreCase(column.strip())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Optional<String> specification(String field) {
        return Optional.ofNullable(specifications.get(field));
    }

    private void say(String field, String text) {
        String whole = PARTS.stream()
                .filter(field::endsWith)
                .map(part -> field.substring(0, field.length() - part.length()))
                .findFirst()
                .orElse("");
        specifications.remove(whole);
        PARTS.forEach(part -> specifications.remove(field + part));
        specifications.put(field, text);
    }

    private ExtractFault missing(String field) {
        return new ExtractFault(
                extract.name() + ": line 1",
                "has no column for " + field
                        + (Synonyms.of(field).isEmpty() ? "" : " (recognised: " + recognisedNames(field) + ")"),
                "say --map " + field + "=COLUMN, or --map " + field + "= if this extract does not hold it");
    }

    private static String recognisedNames(String field) {
        return String.join(", ", Synonyms.of(field));
    }
}
