/**
 * Similar pairs between two tables of encodings, in columns. In: tables. Out: pairs of row numbers and how many bits
 * they differ in.
 */
package uk.linkage.bloom.search;
