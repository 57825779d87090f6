package uk.linkage.bloom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Fixtures;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.KernelChoice;
import uk.linkage.bloom.kernel.ScalarKernel;

class PairSearchTest {
    private static final int BITS = 512;

    private final Random random = new Random(11);

    @Test
    void theJoinFindsExactlyThePairsOfTheDefinition() {
        for (int rows : new int[] {0, 1, 127, 128, 129, 300}) {
            EncodingTable left = Fixtures.table(random, rows, 128, 0.4);
            EncodingTable right = Fixtures.table(random, 150, 128, 0.4);
            for (Similarity similarity : Similarity.values()) {
                double threshold = similarity == Similarity.AGREEMENT ? 0.6 : 0.45;
                assertThat(listed(new ThresholdJoin(similarity, threshold).between(left, right)))
                        .as("%s, %d rows", similarity, rows)
                        .isEqualTo(defined(left, right, similarity, threshold));
            }
        }
    }

    @Test
    void theJoinIsExactWhereAPrefixIsCountedAndRowsAreUneven() {
        for (int seed = 0; seed < 4; seed++) {
            Random seeded = new Random(seed);
            EncodingTable left = uneven(seeded, 1100, 192);
            EncodingTable right = uneven(seeded, 1200, 192);
            for (Similarity similarity : Similarity.values()) {
                double threshold = similarity == Similarity.AGREEMENT ? 0.72 : 0.65;
                ThresholdJoin join = new ThresholdJoin(similarity, threshold);
                assertThat(listed(join.between(left, right)))
                        .as("%s, seed %d", similarity, seed)
                        .isEqualTo(defined(left, right, similarity, threshold));
                assertThat(listed(join.within(right)))
                        .as("%s within, seed %d", similarity, seed)
                        .isEqualTo(half(defined(right, right, similarity, threshold)));
            }
        }
    }

    @Test
    void everyKernelFindsTheSame() {
        EncodingTable left = uneven(random, 1500, 320);
        EncodingTable right = uneven(random, 9000, 320);
        List<String> scalar = listed(new ThresholdJoin(Similarity.DICE, 0.6, new ScalarKernel()).between(left, right));
        assertThat(scalar).hasSizeGreaterThan(1000);
        for (BitKernel kernel : KernelChoice.found()) {
            assertThat(listed(new ThresholdJoin(Similarity.DICE, 0.6, kernel).between(left, right)))
                    .as("%s", kernel)
                    .isEqualTo(scalar);
        }
    }

    @Test
    void theNearestOfEveryRowAreThoseThatLookingItUpFinds() {
        EncodingTable left = uneven(random, 300, 192);
        for (int rows : new int[] {0, 40, 4000}) {
            EncodingTable right = uneven(random, rows, 192);
            for (Similarity similarity : Similarity.values()) {
                Nearest nearest = Nearest.of(right, similarity);
                for (double threshold : new double[] {0, 0.7}) {
                    assertThat(listed(new ThresholdJoin(similarity, threshold).nearest(left, right, 3)))
                            .as("%s %s, %d rows", similarity, threshold, rows)
                            .isEqualTo(lookedUp(left, right, nearest, threshold));
                }
            }
        }
    }

    private static List<String> lookedUp(EncodingTable left, EncodingTable right, Nearest nearest, double threshold) {
        List<String> found = new ArrayList<>();
        for (int row = 0; row < left.rows(); row++) {
            int a = row;
            Neighbours neighbours = nearest.to(encoding(left, row), 3, threshold);
            IntStream.range(0, neighbours.size())
                    .map(neighbours::row)
                    .sorted()
                    .forEach(b -> found.add(a + " " + b + " " + left.differing(a, right, b)));
        }
        return found;
    }

    @Test
    void aTableIsSearchedInItselfAcrossStripes() {
        EncodingTable table = uneven(random, 9000, 128);
        for (double threshold : new double[] {0.75, 0.82}) {
            ThresholdJoin join = new ThresholdJoin(Similarity.JACCARD, threshold);
            assertThat(listed(join.within(table))).isNotEmpty().isEqualTo(half(listed(join.between(table, table))));
        }
    }

    @Test
    void moreThanTheRoomForPairsIsFoundInOrderAllTheSame() {
        EncodingTable left = Fixtures.table(random, 700, 64, 0.5);
        EncodingTable right = Fixtures.table(random, 300, 64, 0.5);
        Terms terms = new Terms(left, right, Similarity.AGREEMENT, 0.4, false);
        for (long bytes : new long[] {0, 10_000, 100_000}) {
            SimilarPairs pairs = new SimilarPairs();
            new Sweep(terms, new ScalarKernel(), bytes, PairSearch.UNCOUNTED).to(pairs::add);
            assertThat(pairs.size()).isGreaterThan(150_000);
            assertThat(listed(pairs)).as("%d bytes", bytes).isEqualTo(defined(left, right, Similarity.AGREEMENT, 0.4));
        }
    }

    @Test
    void everyComparisonIsCountedOnceThoughTilesAreDoneAgain() {
        EncodingTable left = Fixtures.table(random, 700, 64, 0.5);
        EncodingTable right = Fixtures.table(random, 300, 64, 0.5);
        LongAdder counted = new LongAdder();
        Terms terms = new Terms(left, right, Similarity.AGREEMENT, 0.4, false);
        new Sweep(terms, new ScalarKernel(), 10_000, counted::add).to((a, b, differing) -> {});
        assertThat(counted.sumThenReset()).isEqualTo(700 * 300);
        int[] some = {1, 5, 9};
        for (PairSearch search : List.of(new ThresholdJoin(Similarity.DICE, 0.9), new BandedSearch(0.9, 8, 60))) {
            search.between(left, right, counted::add);
            assertThat(counted.sumThenReset()).isPositive().isEqualTo(search.comparisons(700, 300));
        }
        new BandedSearch(0.9, 8, 60).between(left, some, right, some, counted::add);
        assertThat(counted.sum()).isEqualTo(60 * (3 + 3));
    }

    @Test
    void pairsAreHandedOverInOrderAsTheyAreCollected() {
        EncodingTable left = uneven(random, 400, 128);
        EncodingTable right = uneven(random, 300, 128);
        ThresholdJoin join = new ThresholdJoin(Similarity.COSINE, 0.5);
        List<String> handed = new ArrayList<>();
        join.between(left, right, (a, b, differing) -> handed.add(a + " " + b + " " + differing));
        assertThat(handed).isNotEmpty().isEqualTo(listed(join.between(left, right)));
    }

    @Test
    void theBandedSearchFindsOnlyTruePairsEachOnceAndInOrder() {
        EncodingTable left = Fixtures.table(random, 200, BITS, 0.5);
        EncodingTable right = relatives(left, 60);
        List<String> found = listed(new BandedSearch(0.8, 10, 40).between(left, right));
        assertThat(found).doesNotHaveDuplicates();
        assertThat(defined(left, right, Similarity.AGREEMENT, 0.8)).containsSubsequence(found);
    }

    @Test
    void theBandedSearchReachesTheRecallItStates() {
        EncodingTable left = Fixtures.table(random, 3000, BITS, 0.5);
        int flips = 100; // agreement 0.805
        EncodingTable right = relatives(left, flips);
        BandedSearch search = BandedSearch.forRecall(0.75, 0.8, 0.9, 3000, 3000);
        double stated = search.recallAt(1 - flips / (double) BITS);
        SimilarPairs pairs = search.between(left, right);
        int twins = 0;
        for (int i = 0; i < pairs.size(); i++) {
            twins += pairs.left(i) == pairs.right(i) ? 1 : 0;
        }
        double spread = Math.sqrt(stated * (1 - stated) / 3000);
        assertThat(stated).isGreaterThan(0.9);
        assertThat(twins / 3000.0).isGreaterThan(stated - 6 * spread);
    }

    @Test
    void parametersByExampleMissNoMoreThanIsAllowedForTheLeastWork() {
        double[] alike = {0.95, 0.9, 0.9, 0.85};
        BandedSearch search = BandedSearch.forPairs(0.65, alike, 0.1, 1_000_000, 1_000_000, 2_000_000_000L);
        assertThat(missed(search, alike)).isLessThanOrEqualTo(0.1);
        BandedSearch fewer = new BandedSearch(0.65, search.samples(), search.tables() - 1);
        assertThat(missed(fewer, alike)).isGreaterThan(0.1);
        double[] hardly = {0.66, 0.66};
        BandedSearch bounded = BandedSearch.forPairs(0.65, hardly, 0.1, 1_000_000, 1_000_000, 400_000_000L);
        assertThat(bounded.tables()).isEqualTo(200);
        assertThat(BandedSearch.forPairs(0.65, new double[0], 1, 1_000_000, 1_000_000, 400_000_000L)
                        .tables())
                .isEqualTo(8);
    }

    private static double missed(BandedSearch search, double[] agreements) {
        return Arrays.stream(agreements).map(a -> 1 - search.recallAt(a)).sum();
    }

    @Test
    void someRowsAloneAreNamedAsInTheTables() {
        EncodingTable left = Fixtures.table(random, 300, BITS, 0.5);
        EncodingTable right = relatives(left, 20);
        int[] odd = IntStream.range(0, 150).map(i -> 2 * i + 1).toArray();
        SimilarPairs some = new BandedSearch(0.9, 8, 60).between(left, odd, right, odd, PairSearch.UNCOUNTED);
        assertThat(some.size()).isEqualTo(150);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.left(i)).isEqualTo(odd[i]).isEqualTo(some.right(i));
        }
    }

    @Test
    void rowsWithoutASetBitMeetNobody() {
        EncodingTable empty = EncodingTable.builder(BITS)
                .add(new Encoding(new long[8]))
                .add(new Encoding(new long[8]))
                .build();
        assertThat(new BandedSearch(0.6, 8, 4).between(empty, empty).size()).isZero();
        assertThat(new ThresholdJoin(Similarity.AGREEMENT, 0.6)
                        .between(empty, empty)
                        .size())
                .isZero();
    }

    @Test
    void aBucketTooLargeToCompareIsCountedNotHidden() {
        EncodingTable.Builder same = EncodingTable.builder(64);
        for (int i = 0; i < 6000; i++) {
            same.add(new Encoding(new long[] {1}));
        }
        EncodingTable table = same.build();
        assertThat(new BandedSearch(0.9, 8, 1).between(table, table).passedOver())
                .isEqualTo(36_000_000);
    }

    @Test
    void tablesOfDifferentLengthsAreRefused() {
        EncodingTable left = Fixtures.table(random, 1, 64, 0.5);
        EncodingTable right = Fixtures.table(random, 1, 128, 0.5);
        assertThatThrownBy(() -> new ThresholdJoin(Similarity.DICE, 0.5).between(left, right))
                .hasMessage("left table (64 bits) and right table (128 bits) must be of one length");
    }

    /** Rows of every density, some of them empty, some like another. */
    private static EncodingTable uneven(Random random, int rows, int bits) {
        EncodingTable.Builder table = EncodingTable.builder(bits);
        Encoding last = Fixtures.random(random, bits, 0.5);
        for (int i = 0; i < rows; i++) {
            boolean isLike = random.nextInt(8) == 0;
            double density = random.nextInt(50) == 0 ? 0 : 0.2 + random.nextDouble() / 2;
            last = isLike ? Fixtures.flipped(random, last, bits / 16) : Fixtures.random(random, bits, density);
            table.add(last);
        }
        return table.build();
    }

    /** Those of these pairs whose left row is the lower one. */
    private static List<String> half(List<String> pairs) {
        return pairs.stream()
                .map(pair -> pair.split(" "))
                .filter(pair -> Integer.parseInt(pair[0]) < Integer.parseInt(pair[1]))
                .map(pair -> String.join(" ", pair))
                .toList();
    }

    private EncodingTable relatives(EncodingTable table, int flips) {
        EncodingTable.Builder relatives = EncodingTable.builder(table.bits());
        for (int row = 0; row < table.rows(); row++) {
            relatives.add(Fixtures.flipped(random, encoding(table, row), flips));
        }
        return relatives.build();
    }

    private static Encoding encoding(EncodingTable table, int row) {
        return new Encoding(IntStream.range(0, table.words())
                .mapToLong(word -> table.word(row, word))
                .toArray());
    }

    private static List<String> listed(SimilarPairs pairs) {
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            listed.add(pairs.left(i) + " " + pairs.right(i) + " " + pairs.differing(i));
        }
        return listed;
    }

    private static List<String> defined(
            EncodingTable left, EncodingTable right, Similarity similarity, double threshold) {
        List<String> defined = new ArrayList<>();
        for (int a = 0; a < left.rows(); a++) {
            for (int b = 0; b < right.rows(); b++) {
                int differing = left.differing(a, right, b);
                int shared = (left.count(a) + right.count(b) - differing) / 2;
                boolean isEmpty = left.count(a) == 0 || right.count(b) == 0;
                if (!isEmpty && similarity.of(shared, left.count(a), right.count(b), left.bits()) >= threshold) {
                    defined.add(a + " " + b + " " + differing);
                }
            }
        }
        return defined;
    }
}
