package uk.linkage.hub.block;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import uk.linkage.file.Progress;

/**
 * Pairs of different people, known as such without labels: those that the rules propose within one provider's file, where the
 * provider holds each person once. They show how households, twins, namesakes and mere chance look under these rules. Immutable.
 *
 * <p>Of a large file {@value #MOST_ROWS} rows, spread evenly, are held against the whole.
 *
 * @param sample the rows on the left
 * @param table the whole file, on the right
 * @param pairs pairs of the two, no record with itself
 */
public record SelfPairs(EncodedTable sample, EncodedTable table, CandidatePairs pairs) {
    private static final int MOST_ROWS = 10_000;

    /** The pairs within a whole table. */
    public static SelfPairs of(List<Blocking> rules, EncodedTable table) {
        return of(keys(rules, table, rulesDone -> {}), table, Optional.empty(), Progress.UNSEEN);
    }

    /**
     * The pairs within a table: those that agree in its match keys, and those whose codes are near.
     *
     * @param like pairs whose codes were searched as these are to be, where hashing is to be done
     * @param progress is told of comparisons
     */
    public static SelfPairs of(KeyPairs byKeys, EncodedTable table, Optional<CandidatePairs> like, Progress progress) {
        EncodedTable sample = sample(table);
        return new SelfPairs(sample, table, new RuleSearch(byKeys, sample, table, false, like, progress).pairs());
    }

    /**
     * The pairs within a table that agree in match keys.
     *
     * @param rulesDone is told of each rule when it is done
     */
    public static KeyPairs keys(List<Blocking> rules, EncodedTable table, LongConsumer rulesDone) {
        int[] sampled = EvenSample.of(MOST_ROWS, table.rows());
        return KeyPairs.of(rules, sample(table), table, (left, right) -> sampled[left] != right, rulesDone);
    }

    private static EncodedTable sample(EncodedTable table) {
        return table.rows() <= MOST_ROWS ? table : table.select(EvenSample.of(MOST_ROWS, table.rows()));
    }
}
