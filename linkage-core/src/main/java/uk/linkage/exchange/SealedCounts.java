package uk.linkage.exchange;

/**
 * What became of an extract's rows: {@code read = optedOut + rejected + sealed}.
 *
 * @param read rows of the extract
 * @param optedOut rows removed before anything was encoded
 * @param rejected rows that could not be used
 * @param sealed records in the file
 * @param faultyValues values of sealed rows that were at fault and count as missing
 */
public record SealedCounts(long read, long optedOut, long rejected, long sealed, long faultyValues) {}
