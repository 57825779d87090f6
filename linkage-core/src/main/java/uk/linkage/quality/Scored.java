package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.review.NamedRecord;
import uk.linkage.hub.review.ScoreFile;

/** The pairs of a {@link ScoreFile} that count, in columns, by the numbers of their records. */
final class Scored {
    private final List<String> providers;
    private final boolean withinProviders;
    private int[] left = new int[16];
    private int[] right = new int[16];
    private int[] weight = new int[16];
    private int size;

    private Scored(List<String> providers, boolean withinProviders) {
        this.providers = providers;
        this.withinProviders = withinProviders;
    }

    /** The numbers that {@link LabelledRecords} gives records, by their names. */
    static final class Numbers implements LabelledRecords.Listener {
        private final List<Map<String, Integer>> numbers = new ArrayList<>();
        private int next;

        Numbers(int providers) {
            for (int provider = 0; provider < providers; provider++) {
                numbers.add(new HashMap<>());
            }
        }

        @Override
        public void record(int provider, String localId, int person) {
            numbers.get(provider).put(localId, next++);
        }

        Optional<Integer> of(int provider, String localId) {
            return provider < 0
                    ? Optional.empty()
                    : Optional.ofNullable(numbers.get(provider).get(localId));
        }
    }

    /**
     * Reads them.
     *
     * @param withinProviders whether pairs within a provider count
     * @throws uk.linkage.file.MalformedFileException where a row breaks a rule or names no record of the run
     */
    static Scored read(Path file, List<String> providers, Numbers numbers, boolean withinProviders) throws IOException {
        Scored scored = new Scored(providers, withinProviders);
        try (ScoreFile scores = ScoreFile.open(file)) {
            for (Optional<ScoreFile.Score> score = scores.next(); score.isPresent(); score = scores.next()) {
                scored.add(scores, score.get(), numbers);
            }
        }
        if (scored.hasPairTwice()) {
            throw new MalformedFileException(file, "has a pair twice");
        }
        return scored;
    }

    private boolean hasPairTwice() {
        long[] keys = new long[size];
        Arrays.setAll(keys, pair -> (long) left[pair] << Integer.SIZE | right[pair]);
        Arrays.sort(keys);
        for (int pair = 1; pair < size; pair++) {
            if (keys[pair] == keys[pair - 1]) {
                return true;
            }
        }
        return false;
    }

    private void add(ScoreFile scores, ScoreFile.Score score, Numbers numbers) throws IOException {
        Optional<Integer> one = number(score.records().left(), numbers);
        Optional<Integer> other = number(score.records().right(), numbers);
        if (one.isEmpty() || other.isEmpty()) {
            throw scores.fault("names a record that is in no crosswalk of the run");
        }
        boolean within =
                score.records().left().provider().equals(score.records().right().provider());
        if (withinProviders || !within) {
            add(one.get(), other.get(), Bits.rounded(score.weight()));
        }
    }

    private Optional<Integer> number(NamedRecord record, Numbers numbers) {
        return numbers.of(providers.indexOf(record.provider()), record.localId());
    }

    private void add(int one, int other, int bits) {
        if (size == left.length) {
            left = Arrays.copyOf(left, 2 * size);
            right = Arrays.copyOf(right, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        left[size] = one;
        right[size] = other;
        weight[size++] = bits;
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return left[pair];
    }

    int right(int pair) {
        return right[pair];
    }

    /** Its weight in ten-thousandths of a bit. */
    int weight(int pair) {
        return weight[pair];
    }

    /** All pairs, the heaviest first. */
    int[] heaviestFirst() {
        long[] keys = new long[size];
        Arrays.setAll(keys, pair -> (long) -weight[pair] << Integer.SIZE | pair);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
