package uk.linkage.exchange;

import java.util.stream.LongStream;

/**
 * What became of an extract's rows: {@code read = optedOut + rejected + sealed}.
 *
 * @param read rows of the extract
 * @param optedOut rows removed before anything was encoded
 * @param rejected rows that could not be used
 * @param sealed records in the file
 * @param faultyValues values of sealed rows that were at fault and count as missing
 */
public record SealedCounts(long read, long optedOut, long rejected, long sealed, long faultyValues) {
    /** The largest whole number up to which JSON is exact everywhere (RFC 8785): 2^53 - 1. */
    private static final long MOST = (1L << 53) - 1;

    /** @throws IllegalArgumentException where a count is below 0 or above 2^53 - 1, or they do not add up */
    public SealedCounts {
        boolean inBounds = LongStream.of(read, optedOut, rejected, sealed, faultyValues)
                .allMatch(count -> count >= 0 && count <= MOST);
        if (!inBounds || read != optedOut + rejected + sealed) {
            throw new IllegalArgumentException("counts do not add up");
        }
    }
}
