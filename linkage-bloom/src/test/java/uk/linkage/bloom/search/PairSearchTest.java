package uk.linkage.bloom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Fixtures;
import uk.linkage.bloom.Similarity;

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

    private EncodingTable relatives(EncodingTable table, int flips) {
        EncodingTable.Builder relatives = EncodingTable.builder(table.bits());
        for (int row = 0; row < table.rows(); row++) {
            long[] words = new long[table.words()];
            for (int w = 0; w < words.length; w++) {
                words[w] = table.word(row, w);
            }
            relatives.add(Fixtures.flipped(random, new Encoding(words), flips));
        }
        return relatives.build();
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
                if (similarity.of(shared, left.count(a), right.count(b), left.bits()) >= threshold) {
                    defined.add(a + " " + b + " " + differing);
                }
            }
        }
        return defined;
    }
}
