/**
 * From row to person, by the agreement's rules. In: rows. Out: people, or a fault by line and rule. The rules are
 * versioned: the same version gives the same value from the same cell for ever.
 */
package uk.linkage.provider.normalise;
