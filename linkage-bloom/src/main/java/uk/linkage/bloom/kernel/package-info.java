/**
 * Sifting many encodings against many others by the bits they share. In: rows of 64-bit words and what a pair must share.
 * Out: the pairs that may. Knows nothing of where the bits came from; whoever multiplies tables of encodings may be here.
 */
package uk.linkage.bloom.kernel;
