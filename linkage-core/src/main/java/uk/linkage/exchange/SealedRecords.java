package uk.linkage.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import uk.linkage.agreement.Agreement;

/**
 * Encoded records as the bytes that they are in a sealed file, so that several threads can make them and one put them in
 * order. Cleared, it is filled anew. Never prints its content. A worker: one thread at a time.
 *
 * <pre>{@code
 * SealedRecords records = new SealedRecords(agreement);
 * records.add(encoder.fill(tokens));
 * sealed.write(records);
 * }</pre>
 */
public final class SealedRecords {
    private final RecordCodec codec;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int count;

    /** None yet, all to come being of this agreement. */
    public SealedRecords(Agreement agreement) {
        this.codec = new RecordCodec(agreement, "the records being written");
    }

    /** Adds a record, which may be filled anew as soon as this returns. */
    public void add(RecordBuffer record) {
        try {
            codec.write(record, bytes);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException("memory always takes bytes", e);
        }
    }

    /** Takes all records away. */
    public void clear() {
        bytes.reset();
        count = 0;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    boolean isFor(RecordCodec file) {
        return codec.isLike(file);
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    @Override
    public String toString() {
        return "SealedRecords[" + count + "]";
    }
}
