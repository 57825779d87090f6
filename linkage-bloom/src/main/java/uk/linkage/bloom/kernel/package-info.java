/**
 * Counting bits of many encodings against many others. In: rows of 64-bit words. Out: counts. Knows nothing of
 * where the bits came from; whoever multiplies tables of encodings may be here.
 */
package uk.linkage.bloom.kernel;
