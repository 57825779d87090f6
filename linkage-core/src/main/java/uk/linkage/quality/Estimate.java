package uk.linkage.quality;

import java.util.function.DoubleUnaryOperator;

/**
 * A measured share with its 95 % interval, or the reason why there is none.
 *
 * <pre>{@code
 * Estimate precision = Estimate.proportion(97, 100, "nothing was linked");
 * String text = precision.toString(); // 0.9700 (0.9155 to 0.9897)
 * }</pre>
 *
 * <p>The interval is Wilson's score interval, which stays within 0 and 1 and keeps its coverage near both ends, where good linkage
 * lives. It is of as many trials as the measured ones are worth: pairs of one person are missed together, so that they are worth fewer
 * than they are ({@link Units}). Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal
 * of the American Statistical Association 22, 1927.
 */
public sealed interface Estimate {
    /** A value between 0 and 1, and the ends of its 95 % interval. */
    record Measured(double value, double low, double high) implements Estimate {
        /** The same under an increasing function, which takes an interval to an interval of the same coverage. */
        Measured through(DoubleUnaryOperator increasing) {
            return new Measured(
                    increasing.applyAsDouble(value), increasing.applyAsDouble(low), increasing.applyAsDouble(high));
        }

        @Override
        public String toString() {
            return "%s (%s to %s)".formatted(Figures.share(value), Figures.share(low), Figures.share(high));
        }
    }

    /** There was nothing to measure on. */
    record Undefined(String because) implements Estimate {
        @Override
        public String toString() {
            return "undefined (" + because + ")";
        }
    }

    /** The share of successes among independent trials; undefined, for the reason given, without trials. */
    static Estimate proportion(long successes, long trials, String reasonIfNone) {
        return proportion(successes, trials, 1, reasonIfNone);
    }

    /**
     * The same of trials that go together in units.
     *
     * @param designEffect how many of them are worth one that stands by itself, see {@link Units}
     */
    static Estimate proportion(long successes, long trials, double designEffect, String reasonIfNone) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes (" + successes + ") must be between 0 and " + trials);
        }
        return trials == 0 ? new Undefined(reasonIfNone) : Wilson.interval(successes, trials, trials / designEffect);
    }
}
