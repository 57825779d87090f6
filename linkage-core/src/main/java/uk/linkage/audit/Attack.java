package uk.linkage.audit;

import java.util.List;

/**
 * One way to find out who is behind the records of an encoded file. Each tells what its attacker has and, on a {@link Scene}, how many
 * records it named rightly.
 *
 * <pre>{@code
 * for (Attack attack : Attack.all()) {
 *     Outcome outcome = attack.on(scene);
 * }
 * }</pre>
 *
 * <p>An attack names a person, or a value, for a record, and is right or not. The same scene gives the same outcome.
 */
public sealed interface Attack
        permits LeakedSecret, FrequencyAlignment, BitPatterns, KeyGraph, KnownPairs, GraphMatching {

    /** All of them, the cheapest first. */
    static List<Attack> all() {
        return List.of(
                new LeakedSecret(),
                new FrequencyAlignment(),
                new BitPatterns(),
                new KeyGraph(),
                new KnownPairs(),
                new GraphMatching());
    }

    /** What it goes by in reports: lower-case words with hyphens. */
    String name();

    /** What the attacker has beside the encoded file, in words. */
    String attackerHas();

    /** Whether its rate is held to a bound; one that nothing can stop is told and not held. */
    default boolean isBounded() {
        return true;
    }

    /** Attacks. */
    Outcome on(Scene scene);

    /**
     * What came of an attack.
     *
     * @param attacked records that it could have named rightly
     * @param right records that it named rightly
     * @param chance the share that a blind guess would name rightly
     * @param remark what is worth knowing beside, in a few words; empty where nothing is
     */
    record Outcome(long attacked, long right, double chance, String remark) {}
}
