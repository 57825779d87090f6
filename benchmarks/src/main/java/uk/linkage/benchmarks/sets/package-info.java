/**
 * Situations of known truth. In: labelled data that others made, and the synthetic population. Out: extracts and a truth
 * file in a run's own folder, the same for the same seed. Some sets are taken as they are; the others are cut from them,
 * one for each thing that makes linking hard. Nothing here links anything.
 */
package uk.linkage.benchmarks.sets;
