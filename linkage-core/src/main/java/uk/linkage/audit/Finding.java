package uk.linkage.audit;

import uk.linkage.quality.Estimate;

/**
 * What an audit says of one attack.
 *
 * @param name what the attack goes by
 * @param attackerHas what its attacker has, in words
 * @param outcome what came of it
 * @param rate the share of attacked records that were named rightly, with its 95 % interval
 * @param bound the most that may be; 1 where the attack is told and not held to any
 * @param seconds that it took
 */
public record Finding(
        String name, String attackerHas, Attack.Outcome outcome, Estimate.Measured rate, double bound, double seconds) {

    static Finding of(Attack attack, Attack.Outcome outcome, double bound, double seconds) {
        return new Finding(
                attack.name(),
                attack.attackerHas(),
                outcome,
                (Estimate.Measured) Estimate.proportion(outcome.right(), outcome.attacked(), "nobody was attacked"),
                attack.isBounded() ? bound : 1,
                seconds);
    }

    /** Whether the rate is within the bound. */
    public boolean passes() {
        return rate.value() <= bound;
    }
}
