/**
 * Files as every party reads and writes them.
 *
 * <p>In: bytes to write, or a CSV file to read. Out: a whole file or none, and the rows of a CSV file or one clear line that says
 * where it broke which rule. No rule of record linkage lives here; every other package may use this one, and it uses none of them.
 */
package uk.linkage.file;
