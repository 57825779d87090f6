package uk.linkage.provider.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.linkage.agreement.Bounds;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.BirthRange;

/**
 * What an extract offers to an agreement: the fields that its header names, of the kinds that its values look like, and
 * what was understood on the way, in words.
 *
 * <pre>{@code
 * Proposal proposal = Proposal.of(extract, Map.of("occupation:text", "JOB"));
 * Agreement agreement = Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
 * }</pre>
 *
 * @param fields what to agree on
 * @param mapping this extract's columns for them, as {@code --map} says it
 * @param bounds what an extract must keep to
 * @param optOutExemption why the National Data Opt-Out need not be checked, where the extract shows it
 * @param notes what was understood, a line each, with names of columns and no value
 */
public record Proposal(
        List<Field> fields,
        Map<String, String> mapping,
        Bounds bounds,
        Optional<String> optOutExemption,
        List<String> notes) {
    private static final int SAMPLE = 5000;
    private static final double MANY = 0.02;
    private static final BirthRange ANY = new BirthRange(LocalDate.of(1000, 1, 1), LocalDate.of(2999, 12, 31));

    private static final Map<String, FieldKind> KINDS = Map.ofEntries(
            Map.entry("nhs_number", FieldKind.NHS_NUMBER),
            Map.entry("chi_number", FieldKind.CHI_NUMBER),
            Map.entry("forename", FieldKind.FORENAME),
            Map.entry("middle_name", FieldKind.MIDDLE_NAME),
            Map.entry("surname", FieldKind.SURNAME),
            Map.entry("birth_date", FieldKind.BIRTH_DATE),
            Map.entry("sex", FieldKind.SEX),
            Map.entry("postcode", FieldKind.POSTCODE),
            Map.entry("person_number", FieldKind.IDENTIFIER),
            Map.entry(Synonyms.DIGEST, FieldKind.IDENTIFIER));

    /** Looks at an extract's header and first few thousand rows. */
    public static Proposal of(ExtractSource extract, Map<String, String> said) {
        Map<String, FieldKind> declared = declaredKinds(extract, said);
        ColumnMapping mapping = new ColumnMapping(extract, withoutKinds(said));
        List<Field> named = named(mapping, declared);
        Columns columns = mapping.columns(named);
        List<Row> sample = sample(extract);
        List<String> notes = new ArrayList<>(mapping.remarks(named));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            SampledField sampled =
                    new SampledField(named.get(i), columns.fields().get(i), sample);
            Optional<String> useless = isSaid(named.get(i), said) ? Optional.empty() : sampled.uselessness();
            if (useless.isPresent()) {
                notes.add(named.get(i).name() + " " + useless.get() + ": not proposed");
            } else {
                fields.add(noted(named.get(i), sampled.asItLooks(), notes));
                notes.add(said(fields.get(fields.size() - 1), columns.fields().get(i), mapping));
            }
        }
        mapping.unused().forEach(column -> notes.add("column " + column + " is not used" + why(column)));
        Bounds bounds = bounds(named, columns, sample, notes);
        Optional<String> exemption = new SampledNumbers(extract, columns, sample, notes::add).exemption();
        return new Proposal(fields, specifications(mapping, fields), bounds, exemption, notes);
    }

    private static boolean isSaid(Field field, Map<String, String> said) {
        return said.keySet().stream()
                .anyMatch(key -> key.replaceAll("[.:].*", "").equals(field.name()));
    }

    private static String why(String column) {
        if (column.equalsIgnoreCase(Synonyms.DIGEST)) {
            return ": if OpenPseudonymiser made it, it can be linked by with --map digest=" + column;
        }
        return Synonyms.isAge(column) ? ": an age is another from year to year" : "";
    }

    private static Field noted(Field named, Field found, List<String> notes) {
        if (found.kind() == FieldKind.CODE && named.kind() == FieldKind.POSTCODE) {
            notes.add(named.name() + " does not hold postcodes of the United Kingdom: taken as a code");
        }
        if (found.kind() == FieldKind.IDENTIFIER && named.kind() == FieldKind.NHS_NUMBER) {
            notes.add(named.name() + " does not hold NHS Numbers: taken as another identifier");
        }
        return found;
    }

    private static Map<String, FieldKind> declaredKinds(ExtractSource extract, Map<String, String> said) {
        Map<String, FieldKind> declared = new LinkedHashMap<>();
        said.keySet().stream().filter(key -> key.contains(":")).forEach(key -> {
            String kind = key.substring(key.indexOf(':') + 1);
            declared.put(
                    key.substring(0, key.indexOf(':')),
                    FieldKind.ofLabel(kind)
                            .orElseThrow(() -> new ExtractFault(
                                    extract.name(),
                                    kind + " is not a kind of field",
                                    "the kinds are " + FieldKind.labels())));
        });
        return declared;
    }

    private static Map<String, String> withoutKinds(Map<String, String> said) {
        Map<String, String> plain = new LinkedHashMap<>();
        said.forEach((key, text) -> plain.put(key.contains(":") ? key.substring(0, key.indexOf(':')) : key, text));
        return plain;
    }

    /** A date in three columns is one field; a field that is said not to be held is none. */
    private static List<Field> named(ColumnMapping mapping, Map<String, FieldKind> declared) {
        return mapping.specifications().entrySet().stream()
                .filter(e ->
                        !e.getKey().equals(Synonyms.LOCAL_ID) && !e.getValue().isEmpty())
                .map(e -> e.getKey().replaceAll("\\.(year|month|day)$", ""))
                .distinct()
                .map(name -> new Field(name, declared.getOrDefault(name, KINDS.getOrDefault(name, FieldKind.TEXT))))
                .toList();
    }

    private static Map<String, String> specifications(ColumnMapping mapping, List<Field> fields) {
        Map<String, String> specifications = mapping.specifications();
        specifications
                .keySet()
                .removeIf(key -> !key.equals(Synonyms.LOCAL_ID)
                        && fields.stream().noneMatch(f -> key.equals(f.name()) || key.startsWith(f.name() + ".")));
        return specifications;
    }

    private static String said(Field field, Columns.Source source, ColumnMapping mapping) {
        String form = source instanceof WholeDate date ? " as " + date.form().label() : "";
        String columns = source instanceof DateInParts
                ? String.join(
                        ", ",
                        Stream.of(".year", ".month", ".day")
                                .map(part -> mapping.specifications().get(field.name() + part))
                                .filter(text -> text != null)
                                .toList())
                : mapping.specifications().get(field.name());
        return field.name() + " (" + field.kind().label() + ") from " + columns
                + (columns.endsWith(form.replace(" as ", ":")) ? "" : form);
    }

    /** Where more than a few were born before 1895, the file is of history and not of the living. */
    private static Bounds bounds(List<Field> fields, Columns columns, List<Row> sample, List<String> notes) {
        Bounds usual = Profile2026.bounds();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind() == FieldKind.BIRTH_DATE) {
                Columns.Source source = columns.fields().get(i);
                List<Integer> years = sample.stream()
                        .flatMap(row -> year(row, source).stream())
                        .toList();
                long early = years.stream()
                        .filter(year -> year < usual.earliestBirth().getYear())
                        .count();
                if (early > MANY * years.size()) {
                    notes.add(
                            "many births lie before " + usual.earliestBirth() + ": any from the year 1000 is let pass");
                    return new Bounds(ANY.earliest(), usual.rejectedRows(), usual.faultyValues());
                }
            }
        }
        return usual;
    }

    private static Optional<Integer> year(Row row, Columns.Source source) {
        Optional<BirthDate> date = source instanceof WholeDate whole
                ? BirthDate.parse(row.cell(whole.column()), whole.form(), ANY)
                : source instanceof DateInParts parts
                        ? BirthDate.ofParts(parts.year().map(row::cell).orElse(""), "", "", ANY)
                                .value()
                        : Optional.empty();
        return date.filter(d -> d.year().isPresent()).map(d -> d.year().getAsInt());
    }

    private static List<Row> sample(ExtractSource extract) {
        try (Stream<Row> rows = extract.rows()) {
            return rows.filter(row -> row.cells().size() == extract.header().size())
                    .limit(SAMPLE)
                    .toList();
        }
    }
}
