package uk.linkage.bloom.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;

/**
 * Which words of encodings to count first, and how many of them before most pairs are out. Learnt from a sample of pairs; it
 * changes how fast a search is, never what it finds.
 *
 * <p>After some words a pair can share at most the bits shared so far and what is left over of the poorer of the two. Words in
 * which random pairs differ most bring that down fastest, so they come first. A longer prefix costs every pair another word,
 * a shorter one leaves more pairs to be counted one by one; the sample tells where both together are least.
 */
final class Sieve {
    private static final long SEED = 0x53696576656cL;
    private static final int SAMPLE = 4096;

    /** Below this many pairs learning would take longer than it saves. */
    private static final long FEW = 1L << 20;

    /** What counting one pair by itself costs, in words counted by a kernel. */
    private static final int BY_ITSELF = 400;

    private final int bits;
    private final int[] order;
    private final Sampled[] sample;

    /** A sampled pair: bits set in each, and the most they can share after 0, 1, 2 ... words. */
    private record Sampled(int a, int b, int[] most) {}

    private Sieve(int bits, int[] order, Sampled[] sample) {
        this.bits = bits;
        this.order = order;
        this.sample = sample;
    }

    static Sieve of(EncodingTable left, EncodingTable right) {
        int[][] pairs = (long) left.rows() * right.rows() < FEW ? new int[0][] : draw(left, right);
        int[] order = order(left, right, pairs);
        Sampled[] sample = new Sampled[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            sample[i] = sampled(left, pairs[i][0], right, pairs[i][1], order);
        }
        return new Sieve(left.bits(), order, sample);
    }

    /** All words, the most telling first. */
    int[] order() {
        return order;
    }

    /** How many words to count at first where this threshold is wanted; all where nothing was learnt. */
    int prefix(Similarity similarity, double threshold) {
        int best = order.length;
        double least = Double.POSITIVE_INFINITY;
        for (int prefix = order.length; prefix > 0; prefix--) {
            double cost = prefix + BY_ITSELF * surviving(similarity, threshold, prefix);
            if (cost < least) {
                least = cost;
                best = prefix;
            }
        }
        return best;
    }

    /** The similarity that this share of pairs reaches, as far as a sample can tell; 0 where nothing was learnt. */
    double reachedBy(Similarity similarity, double share) {
        double[] reached = Arrays.stream(sample)
                .mapToDouble(pair -> similarity.of(pair.most[order.length], pair.a, pair.b, bits))
                .sorted()
                .toArray();
        int above = (int) (share * reached.length);
        return reached.length == 0 ? 0 : reached[reached.length - 1 - Math.min(above, reached.length - 1)];
    }

    private double surviving(Similarity similarity, double threshold, int prefix) {
        int surviving = 0;
        for (Sampled pair : sample) {
            if (pair.most[prefix] >= similarity.fewestShared(threshold, pair.a, pair.b, bits)) {
                surviving++;
            }
        }
        return sample.length == 0 ? 0 : (double) surviving / sample.length;
    }

    private static int[][] draw(EncodingTable left, EncodingTable right) {
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, SAMPLE)
                .mapToObj(i -> new int[] {random.nextInt(left.rows()), random.nextInt(right.rows())})
                .filter(pair -> left.count(pair[0]) > 0 && right.count(pair[1]) > 0)
                .filter(pair -> left != right || pair[0] != pair[1])
                .toArray(int[][]::new);
    }

    private static int[] order(EncodingTable left, EncodingTable right, int[][] pairs) {
        long[] differing = new long[left.words()];
        for (int[] pair : pairs) {
            for (int word = 0; word < differing.length; word++) {
                differing[word] += Long.bitCount(left.word(pair[0], word) ^ right.word(pair[1], word));
            }
        }
        return IntStream.range(0, differing.length)
                .boxed()
                .sorted(Comparator.comparingLong(word -> -differing[word]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Sampled sampled(EncodingTable left, int a, EncodingTable right, int b, int[] order) {
        int[] most = new int[order.length + 1];
        int shared = 0;
        int leftRest = left.count(a);
        int rightRest = right.count(b);
        most[0] = Math.min(leftRest, rightRest);
        for (int i = 0; i < order.length; i++) {
            long x = left.word(a, order[i]);
            long y = right.word(b, order[i]);
            shared += Long.bitCount(x & y);
            leftRest -= Long.bitCount(x);
            rightRest -= Long.bitCount(y);
            most[i + 1] = shared + Math.min(leftRest, rightRest);
        }
        return new Sampled(left.count(a), right.count(b), most);
    }
}
