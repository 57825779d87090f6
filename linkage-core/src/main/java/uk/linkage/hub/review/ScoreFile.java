package uk.linkage.hub.review;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.linkage.file.CsvRows;
import uk.linkage.file.CsvTable;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.decide.MatchModel;

/**
 * The pairs that a run scored, with their weights: what tells, where a truth is at hand, what any other threshold would have done. Never
 * leaves the hub, which can make it again from its sealed files at any time: it says who nearly matched whom.
 *
 * <p>File: {@code left_provider,left_id,right_provider,right_id,weight,probability}, in the CSV of a crosswalk; left is the provider that
 * comes first by name. {@code weight} is log-odds in bits, to four decimal places, of the pair on its own: before other pairs of its
 * records, different numbers or answers have their say. {@code probability} is the same to six. Pairs of less than {@link
 * #LEAST_PROBABILITY} are left out. Reading refuses another header and a weight that is none, naming line and rule.
 *
 * <pre>{@code
 * try (ScoreFile scores = ScoreFile.open(run.resolve(ScoreFile.FILE))) {
 *     for (Optional<ScoreFile.Score> score = scores.next(); score.isPresent(); score = scores.next()) { ... }
 * }
 * }</pre>
 */
public final class ScoreFile implements Closeable {
    /** The name of the file in the folder of a run. */
    public static final String FILE = "scores.csv";

    /**
     * Pairs less likely alone are left out: of a hundred of them not one is expected to be of one person, so that nobody would link from
     * there on, and most pairs that are looked at are such.
     */
    public static final double LEAST_PROBABILITY = 0.01;

    private static final int WEIGHT_PLACES = 4;
    private static final int PROBABILITY_PLACES = 6;
    private static final Pattern WEIGHT = Pattern.compile("-?[0-9]{1,7}\\.[0-9]{" + WEIGHT_PLACES + "}");
    private static final List<String> HEADER =
            List.of("left_provider", "left_id", "right_provider", "right_id", "weight", "probability");

    private final CsvRows rows;
    private CsvRows.Row last;

    private ScoreFile(CsvRows rows) {
        this.rows = rows;
    }

    /**
     * A pair and what it weighs alone.
     *
     * @param records the pair
     * @param weight log-odds in bits
     */
    public record Score(NamedPair records, double weight) {
        /** The probability is that of the weight as it is written, so that a row that is read and written again stays as it is. */
        private List<String> row() {
            BigDecimal bits = BigDecimal.valueOf(Math.round(weight * 1e4), WEIGHT_PLACES);
            long millionths = Math.round(MatchModel.probability(bits.doubleValue()) * 1e6);
            return List.of(
                    records.left().provider(),
                    records.left().localId(),
                    records.right().provider(),
                    records.right().localId(),
                    bits.toPlainString(),
                    BigDecimal.valueOf(millionths, PROBABILITY_PLACES).toPlainString());
        }
    }

    /** Whether a pair of this weight has a place in the file. */
    public static boolean keeps(double weight) {
        return MatchModel.probability(weight) >= LEAST_PROBABILITY;
    }

    /** Writes pairs as they come, wholly or not at all. */
    public static void write(Path file, Stream<Score> scores) throws IOException {
        CsvTable.write(file, HEADER, scores.map(Score::row));
    }

    /**
     * Begins to read.
     *
     * @throws MalformedFileException where it has another header
     */
    public static ScoreFile open(Path file) throws IOException {
        CsvRows rows = CsvRows.open(file);
        if (!rows.header().equals(HEADER)) {
            rows.close();
            throw new MalformedFileException(file, 1, "the header must be " + String.join(",", HEADER));
        }
        return new ScoreFile(rows);
    }

    /**
     * The next pair, or nothing at the end.
     *
     * @throws MalformedFileException where the row breaks a rule
     */
    public Optional<Score> next() throws IOException {
        Optional<CsvRows.Row> row = rows.next();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        last = row.get();
        List<String> fields = last.fields();
        if (!WEIGHT.matcher(fields.get(4)).matches()) {
            throw fault("weight is not a number with " + WEIGHT_PLACES + " decimal places");
        }
        NamedPair records = new NamedPair(
                new NamedRecord(fields.get(0), fields.get(1)), new NamedRecord(fields.get(2), fields.get(3)));
        return Optional.of(new Score(records, Double.parseDouble(fields.get(4))));
    }

    /** The exception for the pair read last, where it breaks a rule that its reader knows. */
    public MalformedFileException fault(String rule) {
        return rows.fault(last, rule);
    }

    /** Writes the file of a run as it is without pairs of such records into another folder; nothing where the run has none. */
    public static void copyWithout(Path run, Predicate<NamedRecord> gone, Path folder) throws IOException {
        if (!Files.exists(run.resolve(FILE))) {
            return;
        }
        try (ScoreFile scores = open(run.resolve(FILE))) {
            write(
                    folder.resolve(FILE),
                    scores.all().filter(score -> !score.records().has(gone)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is left to read. */
    private Stream<Score> all() {
        return Stream.generate(this::nextOrNull).takeWhile(Objects::nonNull);
    }

    private Score nextOrNull() {
        try {
            return next().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
