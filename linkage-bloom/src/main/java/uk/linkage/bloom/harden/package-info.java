/**
 * Encodings that say less. In: a filter. Out: a code that keeps near neighbours near and drowns the rest. A plain
 * filter must pass through here before it leaves the party that made it.
 */
package uk.linkage.bloom.harden;
