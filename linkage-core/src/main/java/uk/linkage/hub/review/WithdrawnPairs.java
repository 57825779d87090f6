package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import uk.linkage.file.CsvTable;

/**
 * Takes the pairs of records that were withdrawn out of everything that a run holds about pairs in doubt. Of a pair that goes its handle alone
 * stays, which is random, so that an answer to it that comes later is passed over and not taken for another run's.
 *
 * <pre>{@code
 * WithdrawnPairs pairs = WithdrawnPairs.of(run, List.of("hospital", "gp"), gone::contains);
 * pairs.write(folder); // review.csv, review-key.csv, review-NAME.csv, answers.csv, review-withdrawn.csv
 * }</pre>
 */
public final class WithdrawnPairs {
    /** The name of the file of handles in the folder of a run: one column {@code handle}, sorted. */
    public static final String FILE = "review-withdrawn.csv";

    private static final List<String> HEADER = List.of("handle");

    private final Path run;
    private final List<String> providers;
    private final Predicate<NamedRecord> gone;
    private final ReviewKey key;
    private final Set<String> handles;

    private WithdrawnPairs(Path run, List<String> providers, Predicate<NamedRecord> gone, ReviewKey key) {
        this.run = run;
        this.providers = List.copyOf(providers);
        this.gone = gone;
        this.key = key;
        this.handles = key.handlesOf(gone);
    }

    /**
     * Finds them.
     *
     * @param gone whether a record was withdrawn
     * @throws IOException where a file of the run cannot be read or breaks a rule
     */
    public static WithdrawnPairs of(Path run, List<String> providers, Predicate<NamedRecord> gone) throws IOException {
        return new WithdrawnPairs(run, providers, gone, ReviewKey.read(run.resolve(ReviewKey.FILE)));
    }

    /** How many pairs in doubt go. */
    public int size() {
        return handles.size();
    }

    /** Writes the files as they are without those pairs into another folder; those that are not there are not written. */
    public void write(Path folder) throws IOException {
        key.without(handles).write(folder.resolve(ReviewKey.FILE));
        Path list = run.resolve(ReviewList.FILE);
        if (Files.exists(list)) {
            HandleRows.read(list).without(handles).recounted().write(folder.resolve(ReviewList.FILE));
        }
        for (String provider : providers) {
            writeOwn(ReviewList.fileName(provider), folder);
        }
        if (Files.exists(run.resolve(Answers.FILE))) {
            Answers.write(folder.resolve(Answers.FILE), Answers.before(run).staying(gone));
        }
        Set<String> all = handles(run);
        all.addAll(handles);
        CsvTable.write(folder.resolve(FILE), HEADER, all.stream().map(List::of));
    }

    private void writeOwn(String name, Path folder) throws IOException {
        if (Files.exists(run.resolve(name))) {
            HandleRows.read(run.resolve(name)).without(handles).write(folder.resolve(name));
        }
    }

    /** Handles of pairs that were withdrawn from a run, in ascending order. */
    static Set<String> handles(Path run) throws IOException {
        Set<String> handles = new TreeSet<>();
        if (Files.exists(run.resolve(FILE))) {
            HandleRows.read(run.resolve(FILE)).rows().forEach(row -> handles.add(row.get(0)));
        }
        return handles;
    }

    @Override
    public String toString() {
        return "WithdrawnPairs[" + handles.size() + "]";
    }
}
