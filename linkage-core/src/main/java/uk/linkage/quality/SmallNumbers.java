package uk.linkage.quality;

import java.util.OptionalDouble;
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

    /** A share as far as it may be told; as text for people to read. */
    public sealed interface Share {
        /** Worked out from counts that are told. */
        record Told(Estimate estimate) implements Share {
            @Override
            public String toString() {
                return estimate.toString();
            }
        }

        /** No less than this, since the few others are not told. */
        record AtLeast(double value) implements Share {
            @Override
            public String toString() {
                return "at least " + Figures.share(value);
            }
        }

        /** No more than this, since these few are not told. */
        record AtMost(double value) implements Share {
            @Override
            public String toString() {
                return "at most " + Figures.share(value);
            }
        }

        /** Neither count is told. */
        record Withheld() implements Share {
            @Override
            public String toString() {
                return HIDDEN;
            }
        }
    }

    /** Stands for what is not told. */
    public static final String HIDDEN = "*";

    /** A count as it may be told; nothing where it may not. */
    public OptionalLong told(long count) {
        if (this == EXACT || count == 0) {
            return OptionalLong.of(count);
        }
        return count <= MOST_WITHHELD ? OptionalLong.empty() : OptionalLong.of((count + ROUNDING) / 5 * 5);
    }

    /** The same for people to read. */
    public String text(long count) {
        OptionalLong told = told(count);
        return told.isPresent() ? Figures.count(told.getAsLong()) : HIDDEN;
    }

    /** The share of links that are right, as it may be told. */
    public Share precision(Confusion pairs) {
        return share(
                pairs.truePositives(), pairs.falsePositives(), pairs.effects().precision(), "no links");
    }

    /** The share of what was to be found that was, as it may be told. */
    public Share recall(Confusion pairs) {
        return share(
                pairs.truePositives(), pairs.falseNegatives(), pairs.effects().recall(), "no pairs");
    }

    /** How many of all that are these or others are these, each standing by itself. */
    public Share share(long these, long others, String reasonIfNone) {
        return share(these, others, 1, reasonIfNone);
    }

    /**
     * The same of what goes together.
     *
     * @param designEffect how many are worth one that stands by itself; told to a tenth at most, as it is worked out from every count
     */
    public Share share(long these, long others, double designEffect, String reasonIfNone) {
        OptionalLong toldThese = told(these);
        OptionalLong toldOthers = told(others);
        if (toldThese.isPresent() && toldOthers.isPresent()) {
            long all = toldThese.getAsLong() + toldOthers.getAsLong();
            return new Share.Told(Estimate.proportion(toldThese.getAsLong(), all, told(designEffect), reasonIfNone));
        }
        if (toldThese.isPresent()) {
            return new Share.AtLeast(1 - mostOf(toldThese.getAsLong()));
        }
        return toldOthers.isPresent() ? new Share.AtMost(mostOf(toldOthers.getAsLong())) : new Share.Withheld();
    }

    private double told(double designEffect) {
        return this == EXACT ? designEffect : Math.round(10 * designEffect) / 10.0;
    }

    /** A mean over records as it may be told: to three places, and not where those that lower it are too few to be counted. */
    OptionalDouble told(RecordMean mean) {
        if (mean.records() == 0
                || told(mean.records()).isEmpty()
                || told(mean.below()).isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(this == EXACT ? mean.mean() : Math.round(1000 * mean.mean()) / 1000.0);
    }

    /** The largest share that a withheld count can be beside one that is told. */
    private static double mostOf(long told) {
        double least = Math.max(0, told - ROUNDING);
        return MOST_WITHHELD / (MOST_WITHHELD + least);
    }
}
