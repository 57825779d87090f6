/**
 * Attacks that a provider runs on its own extract before it lets anything go: what would an encoded file give away?
 *
 * <p>In: people in the clear, an agreement and a secret, so only a provider may be here. Out: an {@link
 * uk.linkage.audit.AuditReport} of rates, each with its 95 % interval, the rate of chance and a bound; no person, no code and
 * no local id comes out. Attackers in here see what a hub sees (codes, tokens, which fields are there), a list of people, and
 * what else their {@link uk.linkage.audit.Attack} says; the truth serves to count who was named rightly, and for nothing
 * else.
 */
package uk.linkage.audit;
