/**
 * All that ever crosses from one party to the other. In: encoded records and the agreement they were made under. Out:
 * the same at the other side, or a refusal. Both {@code provider} and {@code hub} may be here; neither leaves more than
 * this package can carry.
 */
package uk.linkage.exchange;
