/**
 * Measurements. In: the synthetic population and labelled data, through the library as others use it. Out: figures of
 * speed, of quality and of what codes give away. Nothing here is used by anything else.
 */
package uk.linkage.benchmarks;
