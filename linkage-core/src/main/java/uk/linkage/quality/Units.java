package uk.linkage.quality;

/**
 * Sums over units, each of so many trials and so many successes among them, from which follows how much less the share of successes says
 * than if every trial had stood by itself.
 *
 * <p>Goal: intervals for recall and precision of pairs. Pairs are no independent trials: a person with three records has three pairs, and
 * where one record is lost two of them are missed at once. People are independent, or nearly.
 *
 * <p>Method: the share p = sum x / sum n of a simple random sample of k units is a ratio, whose variance is that of its linear part,
 * k / (k - 1) sum (x - p n)^2 / (sum n)^2 (Cochran 1977). Divided by what it would be for independent trials, p (1 - p) / (sum n - 1), it
 * is the design effect (Kish 1965), and the trials divided by that are the effective ones, with which Wilson's interval is taken (Korn and
 * Graubard 1998). Where every unit has one trial that is Wilson's own interval.
 *
 * <p>Two bounds. The variance is unknown where every trial succeeds or none does, or where there is one unit, and it is a matter of luck
 * where few fail; so a unit never counts for more than one trial, which is what it comes to where its trials stand or fall together. And a
 * sum of squares needs no walk over pairs: one pass over units is enough, and a unit that grows is taken out and put back.
 *
 * <ol>
 *   <li>W. G. Cochran, Sampling Techniques, third edition, 1977, section 6.4.
 *   <li>L. Kish, Survey Sampling, 1965, section 8.2.
 *   <li>E. L. Korn and B. I. Graubard, Confidence intervals for proportions with small expected number of positive counts estimated from
 *       survey data, Survey Methodology 24, 1998.
 * </ol>
 */
final class Units {
    private long units;
    private double trials;
    private double successes;
    private double trialsSquared;
    private double product;
    private double successesSquared;

    /** One more unit; one without trials is none. */
    void add(double unitTrials, double unitSuccesses) {
        move(unitTrials, unitSuccesses, 1);
    }

    /** A unit that was added as it is here is taken out. */
    void remove(double unitTrials, double unitSuccesses) {
        move(unitTrials, unitSuccesses, -1);
    }

    private void move(double unitTrials, double unitSuccesses, int sign) {
        units += unitTrials == 0 ? 0 : sign;
        trials += sign * unitTrials;
        successes += sign * unitSuccesses;
        trialsSquared += sign * unitTrials * unitTrials;
        product += sign * unitTrials * unitSuccesses;
        successesSquared += sign * unitSuccesses * unitSuccesses;
    }

    /** How many trials are worth as much as one that stands by itself. */
    double designEffect() {
        if (units == 0) {
            return 1;
        }
        double together = trials / units;
        boolean isKnown = units > 1 && successes > 0 && successes < trials;
        return isKnown ? Math.max(together, measured(successes / trials)) : together;
    }

    private double measured(double share) {
        double spread = successesSquared - 2 * share * product + share * share * trialsSquared;
        double simple = trials * share * (1 - share);
        return units / (units - 1.0) * (trials - 1) / trials * spread / simple;
    }
}
