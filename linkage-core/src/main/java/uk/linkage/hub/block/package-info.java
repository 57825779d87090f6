/**
 * Which pairs to look at. In: encoded records of two providers. Out: candidate pairs, each once, with the rules that
 * found it. Sees tokens and codes, never a person.
 */
package uk.linkage.hub.block;
