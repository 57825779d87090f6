package uk.linkage.provider.oprf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;

/**
 * The distinct person numbers of an extract that the agreement takes by an oblivious function: eleven characters each, a
 * letter for the kind and ten digits. Numbers at fault and people who opted out are not among them. Never prints.
 */
public final class NumberInputs {
    /** Length of an entry in bytes. */
    static final int BYTES = 11;

    private final List<String> entries;

    private NumberInputs(SortedSet<String> entries) {
        this.entries = new ArrayList<>(entries);
    }

    /** The numbers of an extract, as {@code seal} would read them. */
    public static NumberInputs of(
            Agreement agreement, ExtractSource extract, Map<String, String> mapping, List<PersonList> optedOut) {
        Columns columns = new ColumnMapping(extract, mapping).columns(agreement.fields());
        Normaliser normaliser = new Normaliser(agreement, columns, LocalDate.now(), new Rejects(fault -> {}));
        SortedSet<String> entries = new TreeSet<>();
        try (Stream<Row> rows = extract.rows()) {
            rows.filter(row -> row.cells().size() == extract.header().size())
                    .filter(row -> isAllowed(row, columns, optedOut))
                    .forEach(row -> add(agreement, normaliser.person(row), entries));
        }
        return new NumberInputs(entries);
    }

    private static boolean isAllowed(Row row, Columns columns, List<PersonList> optedOut) {
        List<String> numbers =
                columns.nhsNumbers().stream().map(joined -> joined.text(row)).toList();
        return optedOut.stream().noneMatch(list -> list.names(columns.localId(row), numbers));
    }

    private static void add(Agreement agreement, Person person, SortedSet<String> entries) {
        for (Field field : agreement.oprfFields()) {
            person.value(agreement.fieldIndex(field.name()))
                    .ifPresent(number -> entries.add(entry(field.kind(), number.reveal())));
        }
    }

    static String entry(FieldKind kind, String number) {
        return (kind == FieldKind.NHS_NUMBER ? "n" : "c") + number;
    }

    /** What the function takes of an entry: whose number of which project and epoch, each part behind its length. */
    static byte[] input(String project, int epoch, String entry) {
        FieldKind kind = entry.startsWith("n") ? FieldKind.NHS_NUMBER : FieldKind.CHI_NUMBER;
        List<byte[]> parts = Stream.of(
                        "linkage-oprf/1", project, Integer.toString(epoch), kind.label(), entry.substring(1))
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer input = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> part.length + Integer.BYTES).sum());
        parts.forEach(part -> input.putInt(part.length).put(part));
        return input.array();
    }

    /** How many. */
    public int size() {
        return entries.size();
    }

    String get(int place) {
        return entries.get(place);
    }

    @Override
    public String toString() {
        return "NumberInputs[" + size() + "]";
    }
}
