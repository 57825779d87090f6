package uk.linkage.hub.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import uk.linkage.file.CsvTable;

/**
 * How the study ids of a run differ from those of the run before it, without a local id.
 *
 * <pre>{@code
 * changes.write(folder); // changes.csv, changes-NAME.csv for each provider of both runs, retired.csv
 * }</pre>
 *
 * <p>{@code changes.csv} and {@code retired.csv} stay at the hub. {@code changes-NAME.csv} has rows {@code old_study_id,new_study_id} of
 * that provider's own records, for those who hold its data under the old ids: of each old id under which one of its records changed,
 * all the ids that its records have now. An old id in two rows came apart within the provider, and only the crosswalk can tell its
 * records from each other.
 *
 * @param list every change, by former id
 * @param ids what became of the ids
 * @param records what became of the records, for each provider of this run and then of those that left
 * @param moves for each provider of both runs the new ids by old id
 * @param retired every id that was ever given up, before or now
 */
public record Changes(
        List<Change> list,
        IdCounts ids,
        List<RecordCounts> records,
        Map<String, Map<String, SortedSet<String>>> moves,
        Set<String> retired) {
    /** The name of the hub's own list. */
    public static final String FILE = "changes.csv";

    private static final List<String> HEADER = List.of("change", "old_study_id", "new_study_id", "records", "reason");
    private static final List<String> MOVES = List.of("old_study_id", "new_study_id");

    /** {@code changes-NAME.csv}. */
    public static String fileName(String provider) {
        return "changes-" + provider + ".csv";
    }

    /** Writes all files into a folder, each wholly or not at all. */
    public void write(Path folder) throws IOException {
        CsvTable.write(folder.resolve(FILE), HEADER, list.stream().map(Change::row));
        for (Map.Entry<String, Map<String, SortedSet<String>>> provider : moves.entrySet()) {
            CsvTable.write(
                    folder.resolve(fileName(provider.getKey())),
                    MOVES,
                    provider.getValue().entrySet().stream()
                            .flatMap(row -> row.getValue().stream().map(id -> List.of(row.getKey(), id))));
        }
        RetiredIds.write(folder.resolve(RetiredIds.FILE), retired);
    }

    @Override
    public String toString() {
        return "Changes[" + list.size() + ", " + ids + "]";
    }
}
