/**
 * Similar pairs between two tables of encodings, in columns, and the rows nearest to one encoding. In: tables. Out: row
 * numbers and how many bits they differ in.
 */
package uk.linkage.bloom.search;
