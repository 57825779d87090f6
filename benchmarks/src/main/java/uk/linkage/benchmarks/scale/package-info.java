/**
 * The parts of {@link uk.linkage.benchmarks.ScaleRun}. In: how many records a side, and where files may lie. Out: extracts, sealed files and a
 * run in that place, each stage in a JVM of its own, and what each took. Nothing here knows how the others are printed.
 */
package uk.linkage.benchmarks.scale;
