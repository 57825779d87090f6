/**
 * From keyed tokens to bits. In: tokens already put under a key, so that nothing below this line can be read. Out:
 * encodings and tables of them. No text crosses this package's exported API; a test says so.
 */
package uk.linkage.bloom;
