package uk.linkage.agreement;

/**
 * Where links begin.
 *
 * @param link the least estimated probability of a link, 0.5 to 1
 * @param review the least of a pair worth a person's look, up to {@code link}
 */
public record Decide(double link, double review) {}
