package uk.linkage.hub.compare;

import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.TokenCounts;

/**
 * How much more agreement says where what agrees is rare: the adjustment for frequency (Winkler 1989), without any frequency
 * being shipped.
 *
 * <p>The hub does not see values, but it sees how many other records of a provider that holds each person once have the same
 * token: a large household, the many people of one common name and birthday. Chance agreement of a value goes with how common
 * the value is. Rates are taken to be gamma distributed over the values of a key, and counts to be Poisson given the rate, so after
 * {@code n} others have been seen the rate is expected to be {@code (a + n) / (b + 1)} where it was {@code a / b} before (the negative
 * binomial; Greenwood and Yule 1920). Agreement speaks for one person by so much more as that is less.
 *
 * <p>Of the keys that agree, the one whose tokens are least shared speaks: it holds what the others hold. Immutable.
 */
final class Rarity {
    private static final double STEPS = 2;
    private static final double MOST_BITS = 1.5;
    private static final double EVEN = 1e-6;

    private final TokenCounts[] left;
    private final TokenCounts[] right;
    private final double[] mean;
    private final double[] shape;

    private Rarity(TokenCounts[] left, TokenCounts[] right) {
        this.left = left;
        this.right = right;
        this.mean = new double[left.length];
        this.shape = new double[left.length];
        for (int key = 0; key < left.length; key++) {
            fit(key);
        }
    }

    /** Between two providers each of which holds a person once. */
    static Rarity between(Agreement agreement, EncodedTable left, EncodedTable right) {
        KeyEvidence keys = new KeyEvidence(agreement);
        return new Rarity(keys.others(left), keys.others(right));
    }

    /** By the moments: of a gamma mixture of Poisson counts, variance exceeds the mean by its square over the shape. */
    private void fit(int key) {
        double count = left[key].rows() + right[key].rows();
        double sum = 0;
        double squares = 0;
        for (TokenCounts side : List.of(left[key], right[key])) {
            for (int row = 0; row < side.rows(); row++) {
                sum += side.of(row);
                squares += side.of(row) * side.of(row);
            }
        }
        mean[key] = sum / Math.max(1, count);
        double excess = squares / Math.max(1, count) - mean[key] * mean[key] - mean[key];
        shape[key] = mean[key] * mean[key] / Math.max(excess, EVEN);
    }

    /** For a pair that agrees in these keys, half bits to be added to its weight; 0 where it agrees in none. */
    byte halfBits(int leftRow, int rightRow, long equal) {
        int best = -1;
        for (long rest = equal; rest != 0; rest &= rest - 1) {
            int key = Long.numberOfTrailingZeros(rest);
            best = best < 0 || mean[key] < mean[best] ? key : best;
        }
        if (best < 0 || mean[best] < EVEN) {
            return 0;
        }
        double others = (left[best].of(leftRow) + right[best].of(rightRow)) / 2.0;
        double rate = shape[best] / mean[best];
        double expected = (shape[best] + others) / (rate + 1);
        double bits = Math.log(mean[best] / expected) / Math.log(2);
        return (byte) Math.round(STEPS * Math.max(-MOST_BITS, Math.min(MOST_BITS, bits)));
    }

    /** In bits. */
    static double bits(byte halfBits) {
        return halfBits / STEPS;
    }
}
