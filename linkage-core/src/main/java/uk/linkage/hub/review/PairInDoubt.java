package uk.linkage.hub.review;

import uk.linkage.hub.decide.Decision;

/**
 * A pair that was not decided.
 *
 * @param records whose it is
 * @param levels the likeliest level of each comparison, by name
 * @param weight log-odds in bits that it has alone
 * @param probability among its rivals
 * @param decision what keeps it from being a link
 */
public record PairInDoubt(NamedPair records, String levels, double weight, double probability, Decision decision) {

    /** What pairs have in common that look alike to the hub. */
    Shape shape() {
        return new Shape(records.left().provider(), records.right().provider(), decision, levels);
    }

    /** Providers, decision and level names. */
    record Shape(String left, String right, Decision decision, String levels) {}
}
