package uk.linkage.provider.clk;

import java.util.BitSet;

/** A worker that puts tokens into a filter. One thread. */
interface ClkPositions {
    /**
     * Sets the bits of a token.
     *
     * @param encoding how the token becomes bytes
     * @param times positions to take, which may fall together
     */
    void set(String token, ClkText encoding, int times, BitSet filter);
}
