package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;

/**
 * To which groups people belong: by age band, sex, ethnic group, deprivation or whatever else a file has columns for.
 *
 * <p>CSV of one of two forms, told apart by the header:
 *
 * <ul>
 *   <li>{@code person,...}: labels of people, named as in a truth of the form {@link Truth.Form#PEOPLE}, each once.
 *   <li>{@code provider,local_id,...}: labels of records, each once.
 * </ul>
 *
 * <p>Each further column is a grouping under its own name, but for {@code household}, which says who lives together. An empty label
 * is {@link #NOT_SAID}, and so is that of whom the file does not name. People and records that are not in the truth are passed over.
 *
 * <pre>{@code
 * GroupLabels labels = GroupLabels.read(Path.of("labels.csv"), truth);
 * Breakdown breakdown = Breakdown.of(crosswalks, truth, Optional.of(labels), Optional.empty());
 * }</pre>
 *
 * <p>Refused, with line and rule and never the value: another header; a person or record given twice; a grouping with more than {@link
 * #MOST_GROUPS} groups, which would be names of people and not of groups.
 */
public final class GroupLabels {
    /** The group of those of whom nothing is said. */
    public static final String NOT_SAID = "not said";

    /** How many groups a grouping may have. */
    public static final int MOST_GROUPS = 100;

    private static final String HOUSEHOLD = "household";
    private static final int UNKNOWN = -1;

    private final Path file;
    private final Truth truth;
    private final List<String> columns;
    private final boolean ofPeople;
    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    private final int[][] ofPerson;
    private final List<Map<String, int[]>> ofRecord = new ArrayList<>();

    private GroupLabels(Path file, List<String> header, Truth truth) throws MalformedFileException {
        this.file = file;
        this.truth = truth;
        this.ofPeople = header.get(0).equals("person");
        if (!ofPeople && !header.subList(0, Math.min(2, header.size())).equals(List.of("provider", "local_id"))) {
            throw new MalformedFileException(
                    file, 1, "labels begin with the column person, or with the columns provider,local_id");
        }
        this.columns = List.copyOf(header.subList(ofPeople ? 1 : 2, header.size()));
        columns.forEach(column -> numbers.add(new HashMap<>()));
        this.ofPerson = new int[ofPeople ? truth.people() : 0][];
        truth.providers().forEach(provider -> ofRecord.add(new HashMap<>()));
    }

    /**
     * Reads the labels of the people or records of a truth.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static GroupLabels read(Path file, Truth truth) throws IOException {
        return read(file, truth, Progress.UNSEEN);
    }

    /**
     * Reads them likewise, telling of rows.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static GroupLabels read(Path file, Truth truth, Progress progress) throws IOException {
        try (CsvRows rows = CsvRows.open(file, progress)) {
            GroupLabels labels = new GroupLabels(file, rows.header(), truth);
            labels.requireUsable();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                labels.add(rows, row.get());
            }
            return labels;
        }
    }

    private void requireUsable() throws MalformedFileException {
        boolean named = columns.stream().noneMatch(String::isBlank)
                && columns.stream().distinct().count() == columns.size();
        if (columns.isEmpty() || !named) {
            throw new MalformedFileException(file, 1, "each grouping needs a column with a name of its own");
        }
        if (ofPeople && truth.form() == Truth.Form.PAIRS) {
            throw new MalformedFileException(
                    file, 1, "the truth names no people, so labels need the columns provider,local_id");
        }
    }

    private void add(CsvRows rows, CsvRows.Row row) throws IOException {
        List<String> fields = row.fields();
        boolean first = ofPeople ? addPerson(rows, row) : addRecord(rows, row);
        if (!first) {
            throw rows.fault(row, (ofPeople ? "person " : "record ") + "was given before");
        }
        for (int column = 0; column < columns.size(); column++) {
            if (!isHousehold(column) && numbers.get(column).size() > MOST_GROUPS) {
                throw rows.fault(
                        row,
                        "column " + (fields.size() - columns.size() + column + 1) + " has more than " + MOST_GROUPS
                                + " groups");
            }
        }
    }

    private boolean addPerson(CsvRows rows, CsvRows.Row row) throws IOException {
        Integer person = truth.persons().get(row.fields().get(0));
        if (person == null) {
            return true;
        }
        boolean first = ofPerson[person] == null;
        ofPerson[person] = labels(row.fields().subList(1, row.fields().size()));
        return first;
    }

    private boolean addRecord(CsvRows rows, CsvRows.Row row) throws IOException {
        int provider = truth.providers().indexOf(row.fields().get(0));
        if (provider < 0) {
            throw rows.fault(row, "provider is none of " + String.join(", ", truth.providers()));
        }
        int[] labels = labels(row.fields().subList(2, row.fields().size()));
        return ofRecord.get(provider).put(row.fields().get(1), labels) == null;
    }

    private int[] labels(List<String> fields) {
        int[] labels = new int[columns.size()];
        for (int column = 0; column < labels.length; column++) {
            String label = fields.get(column).strip();
            Map<String, Integer> known = numbers.get(column);
            labels[column] = label.isEmpty() ? UNKNOWN : known.computeIfAbsent(label, unseen -> known.size());
        }
        return labels;
    }

    private boolean isHousehold(int column) {
        return columns.get(column).equals(HOUSEHOLD);
    }

    /** The columns that are groupings. */
    List<Integer> groupings() {
        List<Integer> groupings = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!isHousehold(column)) {
                groupings.add(column);
            }
        }
        return groupings;
    }

    String name(int column) {
        return columns.get(column);
    }

    /** The column that tells who lives together. */
    Optional<Integer> household() {
        int column = columns.indexOf(HOUSEHOLD);
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    /** The groups of a column by number; those of whom nothing is said come last. */
    String[] groups(int column) {
        Map<String, Integer> known = numbers.get(column);
        String[] groups = new String[known.size() + 1];
        known.forEach((label, number) -> groups[number] = label);
        groups[known.size()] = NOT_SAID;
        return groups;
    }

    /** The number of a record's group in each column. */
    int[] of(int provider, String localId, int person) {
        int[] labels = ofPeople
                ? person == LabelledRecords.NOBODY ? null : ofPerson[person]
                : ofRecord.get(provider).get(localId);
        int[] said = new int[columns.size()];
        Arrays.setAll(
                said,
                column -> labels == null || labels[column] == UNKNOWN
                        ? numbers.get(column).size()
                        : labels[column]);
        return said;
    }

    @Override
    public String toString() {
        return "GroupLabels" + columns;
    }
}
