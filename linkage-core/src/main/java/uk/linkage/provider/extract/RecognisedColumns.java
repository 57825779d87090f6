package uk.linkage.provider.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is recognised of an extract's header: a specification for each field, as a provider would say it with {@code --map},
 * in the header's order, and that of the local id last.
 */
final class RecognisedColumns {
    private static final String BIRTH = "birth_date";
    private static final String BIRTH_MONTH = "birth_date.month";
    private static final List<String> PARTS_OF_BIRTH = List.of("birth_date.year", BIRTH_MONTH, "birth_date.day");
    private static final String ADDRESS = "address";

    private final Map<String, String> columns = new LinkedHashMap<>();

    private RecognisedColumns() {}

    static Map<String, String> of(ExtractSource extract, boolean localIdIsSaid) {
        RecognisedColumns recognised = new RecognisedColumns();
        extract.header().forEach(recognised::add);
        recognised.birth();
        recognised.address();
        recognised.names();
        if (!localIdIsSaid) {
            recognised.columns.put(Synonyms.LOCAL_ID, LocalIdColumn.of(extract).orElse(""));
        }
        return recognised.columns;
    }

    /** Only an address is put together unasked; of two columns for another field the first is taken. */
    private void add(String column) {
        Synonyms.field(column)
                .filter(field -> !field.equals(Synonyms.LOCAL_ID))
                .ifPresent(field -> columns.merge(
                        field, column, (first, next) -> field.equals(ADDRESS) ? first + "+" + next : first));
    }

    /** A birthday or a year without the other parts may hold whole dates; a whole date needs no parts. */
    private void birth() {
        List<String> held = PARTS_OF_BIRTH.stream().filter(columns::containsKey).toList();
        if (held.size() == 1 && !held.contains(BIRTH_MONTH)) {
            columns.putIfAbsent(BIRTH, columns.get(held.get(0)));
        }
        if (columns.containsKey(BIRTH)) {
            PARTS_OF_BIRTH.forEach(columns::remove);
        }
    }

    private void address() {
        String whole = columns.remove(Synonyms.WHOLE_ADDRESS);
        if (whole != null) {
            columns.put(ADDRESS, whole);
        }
    }

    /** A full name stands in for the names that have no column of their own. */
    private void names() {
        String whole = columns.remove(Synonyms.FULL_NAME);
        boolean hasForename = columns.containsKey("forename");
        if (whole == null || hasForename && columns.containsKey("surname")) {
            return;
        }
        columns.putIfAbsent("surname", whole + ":" + NamePart.SURNAME.label());
        if (!hasForename) {
            columns.put("forename", whole + ":" + NamePart.FORENAME.label());
            columns.putIfAbsent("middle_name", whole + ":" + NamePart.MIDDLE_NAME.label());
        }
    }
}
