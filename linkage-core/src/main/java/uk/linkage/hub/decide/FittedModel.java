package uk.linkage.hub.decide;

/**
 * What was learnt from candidate pairs: the model, and how each agreement pattern is to be ranked and believed.
 *
 * @param model m, u and prior of each comparison
 * @param rank for each pattern, bits by which it speaks for one person rather than for a false pair of any sort: what
 *     competing pairs are held against each other by
 * @param logOdds for each pattern, the log-odds in bits that a pair which no better pair rules out is of one person
 */
public record FittedModel(MatchModel model, double[] rank, double[] logOdds) {}
