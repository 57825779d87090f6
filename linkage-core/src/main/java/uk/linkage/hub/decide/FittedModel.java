package uk.linkage.hub.decide;

import uk.linkage.hub.compare.Patterns;

/**
 * What was learnt from candidate pairs: the model, and how each agreement pattern is to be ranked and believed.
 *
 * @param model m, u and prior of each comparison
 * @param rank for each pattern, bits by which it speaks for one person rather than for a false pair of any sort: what
 *     competing pairs are held against each other by
 * @param logOdds for each pattern, the log-odds in bits that a pair which no better pair rules out is of one person
 * @param states how likely each joint level is, from which the log-odds come
 */
public record FittedModel(MatchModel model, double[] rank, double[] logOdds, StateChances states) {

    /** The log-odds of a pattern, taken apart. */
    public PairWeight weight(int pattern) {
        return PairWeight.of(model, states.of(pattern), states.rarity(pattern));
    }

    /** The same of a pattern of other pairs than those it was learnt from. */
    public PairWeight weight(Patterns others, int pattern) {
        return PairWeight.of(model, states.of(others, pattern), others.rarity(pattern));
    }
}
