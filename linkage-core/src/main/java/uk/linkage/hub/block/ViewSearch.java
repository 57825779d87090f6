package uk.linkage.hub.block;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.bloom.search.BandedSearch;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.bloom.search.SimilarPairs;
import uk.linkage.hub.block.Blocking.BySimilarity;

/**
 * How a view of two tables is searched.
 *
 * <p>A record that already agrees with another in half of its match keys or more is not searched for further: where each provider
 * holds a person once, that is nearly always the person.
 *
 * <p>Up to {@value #EXACT_UP_TO} comparisons all other rows are held against all others. Beyond that hashing takes over, which loses pairs, the more
 * the less alike they are ({@link BandedSearch}); and what it costs depends on how alike those are that are to be found. So
 * {@value #SAMPLED_ROWS} rows are first held against the whole other table: the pairs among them that match keys have not found tell how
 * much hashing there must be for {@value #MISSED} of all near pairs, at most, to be missed by both. Where keys find nearly
 * everything that is next to nothing. There is a bound on the work; so the recall is what came of it, measured on the sample and told.
 *
 * @param search how pairs are found
 * @param leftRows rows to be searched
 * @param rightRows among these
 * @param sample what an exact search finds for some rows; nothing where the search is exact
 */
record ViewSearch(PairSearch search, int[] leftRows, int[] rightRows, Optional<Sample> sample) {
    static final long EXACT_UP_TO = 800_000_000L;
    private static final int SAMPLED_ROWS = 1000;
    private static final double MISSED = 0.001;
    private static final long MOST_VISITS = 400_000_000L;

    /**
     * The near pairs of some left rows.
     *
     * @param rows how many rows
     * @param lefts the left row of each pair
     * @param rights the right row
     * @param agreements the share of code bits in which they agree
     */
    record Sample(int rows, int[] lefts, int[] rights, double[] agreements) {}

    /** Rows of either table that agree with one of the other in half of the match keys that both have, or more. */
    private record Settled(BitSet left, BitSet right) {

        /** @param once whether each table holds a person once; else nothing is settled */
        static Settled of(EncodedTable left, EncodedTable right, FoundPairs byKeys, boolean once) {
            Settled settled = new Settled(new BitSet(), new BitSet());
            for (int pair = 0; once && pair < byKeys.size(); pair++) {
                long both = left.keys(byKeys.left(pair)) & right.keys(byKeys.right(pair));
                if (2 * Long.bitCount(byKeys.foundBy()[pair]) >= Long.bitCount(both)) {
                    settled.left.set(byKeys.left(pair));
                    settled.right.set(byKeys.right(pair));
                }
            }
            return settled;
        }

        boolean leaves(int leftRow, int rightRow) {
            return !left.get(leftRow) && !right.get(rightRow);
        }
    }

    /**
     * Chooses the search.
     *
     * @param byKeys what match keys found
     * @param once whether each table holds a person once
     * @param like the hashing to be used, where there is to be any
     * @param compared is told of comparisons that are made to choose by
     */
    static ViewSearch of(
            BySimilarity rule,
            EncodedTable left,
            EncodedTable right,
            FoundPairs byKeys,
            boolean once,
            Optional<BandedSearch> like,
            LongConsumer compared) {
        int[] lefts = rule.tellingRows(left);
        int[] rights = rule.tellingRows(right);
        if ((long) lefts.length * rights.length <= EXACT_UP_TO) {
            Settled settled = Settled.of(left, right, byKeys, once);
            int[] openLeft = without(lefts, settled.left());
            int[] openRight = without(rights, settled.right());
            return new ViewSearch(rule.exact(openLeft.length, openRight.length), openLeft, openRight, Optional.empty());
        }
        return like.map(search -> new ViewSearch(search, lefts, rights, Optional.empty()))
                .orElseGet(() -> hashed(rule, left, lefts, right, rights, byKeys, once, compared));
    }

    static ViewSearch hashed(
            BySimilarity rule,
            EncodedTable left,
            int[] lefts,
            EncodedTable right,
            int[] rights,
            FoundPairs byKeys,
            boolean once,
            LongConsumer compared) {
        Sample sample = sample(rule, left, lefts, right, rights, compared);
        Settled settled = Settled.of(left, right, byKeys, once);
        int[] openLeft = without(lefts, settled.left());
        int[] openRight = without(rights, settled.right());
        double[] open = IntStream.range(0, sample.lefts.length)
                .filter(i -> byKeys.find(sample.lefts[i], sample.rights[i]) < 0)
                .filter(i -> settled.leaves(sample.lefts[i], sample.rights[i]))
                .mapToDouble(i -> sample.agreements[i])
                .toArray();
        double missed = Math.max(1, MISSED * sample.lefts.length);
        BandedSearch search = BandedSearch.forPairs(
                rule.reach().least(), open, missed, openLeft.length, openRight.length, MOST_VISITS);
        return new ViewSearch(search, openLeft, openRight, Optional.of(sample));
    }

    /** How many comparisons it takes. */
    long comparisons() {
        return search.comparisons(leftRows.length, rightRows.length);
    }

    /** Tells the pairs found. */
    void propose(BySimilarity rule, EncodedTable left, EncodedTable right, Proposals proposals, LongConsumer compared) {
        if (search instanceof BandedSearch banded) {
            SimilarPairs pairs =
                    banded.between(left.view(rule.view()), leftRows, right.view(rule.view()), rightRows, compared);
            rule.keep(pairs, left, row -> row, right, row -> row, proposals);
        } else {
            rule.keep(search, left, leftRows, right, rightRows, proposals, compared);
        }
    }

    private static Sample sample(
            BySimilarity rule,
            EncodedTable left,
            int[] lefts,
            EncodedTable right,
            int[] rights,
            LongConsumer compared) {
        int[] rows = IntStream.of(EvenSample.of(SAMPLED_ROWS, lefts.length))
                .map(i -> lefts[i])
                .toArray();
        int most = rule.mostDiffering(left, right);
        int bits = left.view(rule.view()).bits();
        SimilarPairs pairs = rule.near()
                .between(
                        right.view(rule.view()).select(rights),
                        left.view(rule.view()).select(rows),
                        compared);
        int[] near = IntStream.range(0, pairs.size())
                .filter(i -> left.differing(rows[pairs.right(i)], right, rights[pairs.left(i)]) <= most)
                .toArray();
        return new Sample(
                rows.length,
                IntStream.of(near).map(i -> rows[pairs.right(i)]).toArray(),
                IntStream.of(near).map(i -> rights[pairs.left(i)]).toArray(),
                IntStream.of(near)
                        .mapToDouble(i -> 1 - (double) pairs.differing(i) / bits)
                        .toArray());
    }

    private static int[] without(int[] rows, BitSet settled) {
        return IntStream.of(rows).filter(row -> !settled.get(row)).toArray();
    }
}
