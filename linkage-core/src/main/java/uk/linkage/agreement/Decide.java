package uk.linkage.agreement;

/**
 * Where links begin, and what forbids them.
 *
 * @param link the least estimated probability of a link, 0.5 to 1
 * @param review the least of a pair worth a person's look, up to {@code link}
 * @param targetPrecision the least share of links that the parties want to be right, 0.5 to 1
 * @param margin bits of log-odds by which a link must lead every other pair that competes for one of its records, 0 to
 *     {@value #MOST_MARGIN}; 0 leaves it to the probabilities
 * @param differentNumbers what two different person numbers say
 */
public record Decide(
        double link, double review, double targetPrecision, double margin, DifferentNumbers differentNumbers) {
    /** The largest margin in bits. */
    public static final int MOST_MARGIN = 64;
}
