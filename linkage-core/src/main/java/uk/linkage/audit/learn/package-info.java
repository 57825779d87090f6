/**
 * Attacks by learning. In: codes of people whom the attacker knows, and what those people are like as numbers. Out: for
 * each code of a stranger, how well every candidate would fit it. Knows no key, no text and nothing of where codes come
 * from.
 */
package uk.linkage.audit.learn;
