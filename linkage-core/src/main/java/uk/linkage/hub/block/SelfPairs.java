package uk.linkage.hub.block;

import java.util.List;
import java.util.stream.IntStream;

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

    /** The pairs within a table. */
    public static SelfPairs of(List<Blocking> rules, EncodedTable table) {
        int rows = Math.min(MOST_ROWS, table.rows());
        int[] sampled = IntStream.range(0, rows)
                .map(i -> (int) ((long) i * table.rows() / rows))
                .toArray();
        EncodedTable sample = rows == table.rows() ? table : table.select(sampled);
        CandidatePairs pairs = CandidatePairs.where((left, right) -> sampled[left] != right, rules, sample, table);
        return new SelfPairs(sample, table, pairs);
    }
}
