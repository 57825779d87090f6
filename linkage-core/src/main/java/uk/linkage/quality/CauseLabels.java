package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;

/**
 * What is known to be wrong with records, as who made or mended them can tell: a number missing, a surname changed.
 *
 * <p>CSV with three columns, {@code provider}, {@code local_id} and the causes under any name: words with {@code ;} between them. A
 * record that is not named has none. A hub cannot know causes; a generator of invented people does, and so does a provider that went
 * through its records by hand.
 *
 * <pre>{@code
 * CauseLabels causes = CauseLabels.read(Path.of("slips.csv"), truth);
 * Breakdown breakdown = Breakdown.of(crosswalks, truth, Optional.empty(), Optional.of(causes));
 * }</pre>
 *
 * <p>Refused, with line and rule and never the value: another header, a provider not of the truth, a record given twice, more than
 * {@link #MOST_CAUSES} different causes.
 */
public final class CauseLabels {
    /** How many different causes there may be. */
    public static final int MOST_CAUSES = 60;

    private final List<String> providers;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Map<String, Long>> ofRecord = new ArrayList<>();

    private CauseLabels(List<String> providers) {
        this.providers = providers;
        providers.forEach(provider -> ofRecord.add(new HashMap<>()));
    }

    /**
     * Reads the causes for the providers of a truth.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static CauseLabels read(Path file, Truth truth) throws IOException {
        return read(file, truth, Progress.UNSEEN);
    }

    /**
     * Reads them likewise, telling of rows.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static CauseLabels read(Path file, Truth truth, Progress progress) throws IOException {
        try (CsvRows rows = CsvRows.open(file, progress)) {
            if (rows.header().size() != 3 || !rows.header().subList(0, 2).equals(List.of("provider", "local_id"))) {
                throw new MalformedFileException(file, 1, "causes have the columns provider,local_id and the causes");
            }
            CauseLabels causes = new CauseLabels(truth.providers());
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                causes.add(rows, row.get());
            }
            return causes;
        }
    }

    private void add(CsvRows rows, CsvRows.Row row) throws IOException {
        int provider = providers.indexOf(row.fields().get(0));
        if (provider < 0) {
            throw rows.fault(row, "provider is none of " + String.join(", ", providers));
        }
        long mask = 0;
        for (String cause : row.fields().get(2).split(";")) {
            mask |= cause.isBlank() ? 0 : 1L << numbers.computeIfAbsent(cause.strip(), unseen -> numbers.size());
        }
        if (numbers.size() > MOST_CAUSES) {
            throw rows.fault(row, "there are more than " + MOST_CAUSES + " different causes");
        }
        if (ofRecord.get(provider).put(row.fields().get(1), mask) != null) {
            throw rows.fault(row, "record was given before");
        }
    }

    /** The causes of a record, one bit each. */
    long of(int provider, String localId) {
        return ofRecord.get(provider).getOrDefault(localId, 0L);
    }

    /** The words of some bits, in alphabetical order. */
    List<String> words(long mask) {
        return numbers.entrySet().stream()
                .filter(cause -> (mask >>> cause.getValue() & 1) == 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** How many causes there are. */
    int count() {
        return numbers.size();
    }

    @Override
    public String toString() {
        return "CauseLabels[" + numbers.size() + " causes]";
    }
}
