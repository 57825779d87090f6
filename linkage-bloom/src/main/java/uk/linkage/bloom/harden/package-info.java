/**
 * Encodings that say less. In: a filter. Out: a code that keeps near neighbours near and drowns the rest. A plain
 * filter must pass through here before it leaves the party that made it; what each step withstands, and what not, is in
 * its own words.
 */
package uk.linkage.bloom.harden;
