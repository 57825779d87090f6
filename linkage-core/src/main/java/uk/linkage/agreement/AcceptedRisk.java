package uk.linkage.agreement;

/**
 * A risk that the parties take with open eyes, and why.
 *
 * @param risk which
 * @param where the place in the agreement, such as {@code views.names}
 * @param reason why it is taken, in the parties' words
 */
public record AcceptedRisk(Risk risk, String where, String reason) {}
