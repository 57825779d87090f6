package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.linkage.file.CsvRows;
import uk.linkage.file.CsvTable;
import uk.linkage.file.MalformedFileException;

/**
 * What people said of pairs: answers that earlier runs took in, and fresh ones to what the latest run asked. Immutable.
 *
 * <pre>{@code
 * Answers answers = Answers.before(Path.of("run-1")).and(Path.of("run-1"), List.of(Path.of("review.csv")));
 * }</pre>
 *
 * <p>{@code answers.csv} in the folder of a run holds those that were in force in it, so that they go on from run to run:
 * {@code left_provider,left_id,right_provider,right_id,answer}. It stays at the hub.
 *
 * @param former of earlier runs, in their order
 * @param fresh in the order of their handles
 * @param key of the run that asked
 */
public record Answers(List<Given> former, List<Given> fresh, ReviewKey key) {
    /** The name of the file in the folder of a run. */
    public static final String FILE = "answers.csv";

    private static final List<String> HEADER =
            List.of("left_provider", "left_id", "right_provider", "right_id", AnswerFile.ANSWER);

    /** Copies the lists. */
    public Answers {
        former = List.copyOf(former);
        fresh = List.copyOf(fresh);
    }

    /** Nobody was asked. */
    public static Answers none() {
        return new Answers(List.of(), List.of(), new ReviewKey(Map.of()));
    }

    /**
     * The answers that were in force in a run.
     *
     * @throws IOException where its file breaks a rule
     */
    public static Answers before(Path run) throws IOException {
        Path file = run.resolve(FILE);
        return Files.exists(file) ? new Answers(read(file), List.of(), none().key()) : none();
    }

    private static List<Given> read(Path file) throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            if (!rows.header().equals(HEADER)) {
                throw new MalformedFileException(file, 1, "the header must be " + String.join(",", HEADER));
            }
            List<Given> given = new ArrayList<>();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                given.add(given(file, rows, row.get()));
            }
            return given;
        }
    }

    private static Given given(Path file, CsvRows rows, CsvRows.Row row) throws IOException {
        List<String> fields = row.fields();
        NamedPair records = new NamedPair(
                new NamedRecord(fields.get(0), fields.get(1)), new NamedRecord(fields.get(2), fields.get(3)));
        Answer answer = Answer.parse(fields.get(4))
                .orElseThrow(() -> rows.fault(row, "answer is not match, no match or unsure"));
        return new Given(records, answer, 0, file, row.line());
    }

    /**
     * With the answers of these files to what a run asked.
     *
     * @throws IOException where one cannot be read or breaks a rule, or the run asked nothing
     * @throws uk.linkage.exchange.IncompatibleFiles where they answer another run
     */
    public Answers and(Path run, List<Path> files) throws IOException {
        ReviewKey asked = ReviewKey.read(run.resolve(ReviewKey.FILE)).knowing(WithdrawnPairs.handles(run));
        Map<String, Given> byHandle = new TreeMap<>();
        for (Path file : files) {
            new AnswerFile(file, run.getFileName().toString(), asked, byHandle).read();
        }
        return new Answers(former, List.copyOf(byHandle.values()), asked);
    }

    /** Without those about records of these providers, whose local ids mean other records now or none. */
    public Answers without(Set<String> providers) {
        return new Answers(
                former.stream().filter(given -> !given.isOf(providers)).toList(),
                fresh.stream().filter(given -> !given.isOf(providers)).toList(),
                key);
    }

    /** Former ones about no such record. */
    List<Given> staying(Predicate<NamedRecord> gone) {
        return former.stream().filter(given -> !given.records().has(gone)).toList();
    }

    /** Whether there is none. */
    public boolean areNone() {
        return former.isEmpty() && fresh.isEmpty();
    }

    /** Writes answers that are in force. */
    static void write(Path file, List<Given> given) throws IOException {
        CsvTable.write(file, HEADER, given.stream().map(Answers::row));
    }

    private static List<String> row(Given given) {
        List<String> row = new ArrayList<>(given.records().row());
        row.add(given.answer().text());
        return row;
    }

    @Override
    public String toString() {
        return "Answers[former=" + former.size() + ", fresh=" + fresh.size() + "]";
    }
}
