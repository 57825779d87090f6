/**
 * Two providers find the people that they have in common without a hub. In: a list of NHS Numbers at each. Out: at each, its
 * own rows of the common ones. Across go blinded points of P-256 and digests, in three messages.
 */
package uk.linkage.provider.psi;
