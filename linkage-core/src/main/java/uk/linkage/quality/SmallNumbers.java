package uk.linkage.quality;

import java.util.OptionalLong;

/**
 * What may be said of a count of people: as it is, or so that nobody can be picked out.
 *
 * <p>Suppressed, 1 to 7 are not told, and all else is rounded to the nearest 5, as in outputs of Hospital Episode Statistics and
 * OpenSAFELY. Shares are then worked out from what is told; where a count they need is not told, they are a bound, taken so wide that the
 * count it hides can be any.
 */
public enum SmallNumbers {
    /** Counts of 1 to 7 are withheld and others rounded: what may leave a secure place. */
    SUPPRESSED,
    /** Every count as it is: for invented people, or for whoever may see the records themselves. */
    EXACT;

    private static final long MOST_WITHHELD = 7;
    private static final long ROUNDING = 2;

    /** A share as far as it may be told. */
    sealed interface Share {
        /** Worked out from counts that are told. */
        record Told(Estimate estimate) implements Share {}

        /** No less than this, since the few others are not told. */
        record AtLeast(double value) implements Share {}

        /** No more than this, since these few are not told. */
        record AtMost(double value) implements Share {}

        /** Neither count is told. */
        record Withheld() implements Share {}
    }

    /** A count as it may be told; nothing where it may not. */
    public OptionalLong told(long count) {
        if (this == EXACT || count == 0) {
            return OptionalLong.of(count);
        }
        return count <= MOST_WITHHELD ? OptionalLong.empty() : OptionalLong.of((count + ROUNDING) / 5 * 5);
    }

    /** How many of all that are these or others are these. */
    Share share(long these, long others, String reasonIfNone) {
        OptionalLong toldThese = told(these);
        OptionalLong toldOthers = told(others);
        if (toldThese.isPresent() && toldOthers.isPresent()) {
            long all = toldThese.getAsLong() + toldOthers.getAsLong();
            return new Share.Told(Estimate.proportion(toldThese.getAsLong(), all, reasonIfNone));
        }
        if (toldThese.isPresent()) {
            return new Share.AtLeast(1 - mostOf(toldThese.getAsLong()));
        }
        return toldOthers.isPresent() ? new Share.AtMost(mostOf(toldOthers.getAsLong())) : new Share.Withheld();
    }

    /** The largest share that a withheld count can be beside one that is told. */
    private static double mostOf(long told) {
        double least = Math.max(0, told - ROUNDING);
        return MOST_WITHHELD / (MOST_WITHHELD + least);
    }
}
