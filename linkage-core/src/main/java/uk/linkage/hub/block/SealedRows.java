package uk.linkage.hub.block;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.RecordBuffer;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Step;

/**
 * The records of a sealed file that take part in a linkage: all, or all but some that are to be left out. Nothing is kept of those.
 *
 * <pre>{@code
 * SealedRows rows = SealedRows.without(sealed, withdrawn.of("hospital")::holds);
 * EncodedTable table = EncodedTable.loadKeys(rows, step);
 * }</pre>
 */
public final class SealedRows {
    private final SealedReader file;
    private final BitSet leftOut;

    private SealedRows(SealedReader file, BitSet leftOut) {
        this.file = file;
        this.leftOut = leftOut;
    }

    /** All of a file. */
    public static SealedRows all(SealedReader file) {
        return new SealedRows(file, new BitSet());
    }

    /** Those whose local id is not to be left out. Reads the file once to find them. */
    public static SealedRows without(SealedReader file, Predicate<String> toLeaveOut) throws IOException {
        BitSet leftOut = new BitSet();
        int[] row = {0};
        file.read(record -> leftOut.set(row[0]++, toLeaveOut.test(record.localId())));
        return new SealedRows(file, leftOut);
    }

    /** How many the file holds. */
    public long all() {
        return file.counts().sealed();
    }

    /** How many take part. */
    int count() {
        return Math.toIntExact(all() - leftOut());
    }

    /** How many are left out. */
    public int leftOut() {
        return leftOut.cardinality();
    }

    Agreement agreement() {
        return file.header().agreement();
    }

    /** Gives out those that take part, in the order sealed, in one buffer, counting all that are gone through. */
    void read(Consumer<RecordBuffer> consumer, Step step) throws IOException {
        int[] row = {0};
        file.read(record -> {
            step.at(row[0]);
            if (!leftOut.get(row[0]++)) {
                consumer.accept(record);
            }
        });
    }
}
