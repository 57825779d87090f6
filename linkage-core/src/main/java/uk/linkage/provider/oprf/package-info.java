/**
 * Oblivious pseudorandom functions on P-256 (RFC 9497), on hash-to-curve (RFC 9380). In: a number of a person, and shares of
 * a key that nobody holds whole. Out: an output that can be had for no number without asking every holder of a share.
 * Curve, map and multiplication are Bouncy Castle's; nothing here computes in the field.
 */
package uk.linkage.provider.oprf;
