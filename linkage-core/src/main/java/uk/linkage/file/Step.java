package uk.linkage.file;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * One step of long work and how much of it is done. Any thread may count and any may look.
 *
 * <p>To count takes some ten nanoseconds, which is too long for a fast loop: that says {@link #at} where it is, which takes next to nothing, and is
 * counted in blocks. The rest of its last block is never counted.
 */
public final class Step implements LongConsumer {
    private static final int BLOCK = 1 << 10;

    private final String what;
    private final String unit;
    private final LongAdder done = new LongAdder();
    private volatile long total;

    /** A step of which nothing is done yet; see {@link Progress#begin(String, String, long)}. */
    public Step(String what, String unit, long total) {
        this.what = what;
        this.unit = unit;
        this.total = total;
    }

    /** Counts so many more that were done. */
    @Override
    public void accept(long more) {
        done.add(more);
    }

    /**
     * For a loop of one thread.
     *
     * @param place in the loop, from 0 up by ones
     */
    public void at(long place) {
        if ((place & BLOCK - 1) == BLOCK - 1) {
            done.add(BLOCK);
        }
    }

    /** So many it will be in all, as far as can be told by now. */
    public void expect(long total) {
        this.total = total;
    }

    /** What is done. */
    public String what() {
        return what;
    }

    /** What is counted, in the plural; empty where nothing is. */
    public String unit() {
        return unit;
    }

    /** How many are done. */
    public long done() {
        return done.sum();
    }

    /** At most so many there are; 0 where that is not known. */
    public long total() {
        return total;
    }

    @Override
    public String toString() {
        return what + ": " + done() + " of " + total() + " " + unit;
    }
}
