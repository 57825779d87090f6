package uk.linkage.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The records' bytes, so far read on that the next record is whole in one buffer. One thread. */
final class RecordInput {
    private static final int WINDOW = 1 << 20;

    private final InputStream chunks;
    private final int longest;
    private final ByteBuffer window;
    private boolean ended;

    /** @param longest the most bytes of a record */
    RecordInput(InputStream chunks, int longest) {
        this.chunks = chunks;
        this.longest = longest;
        this.window = ByteBuffer.allocate(WINDOW + longest)
                .order(ByteOrder.BIG_ENDIAN)
                .limit(0);
    }

    /** Whether there are bytes left. */
    boolean hasNext() throws IOException {
        if (window.remaining() < longest && !ended) {
            fill();
        }
        return window.hasRemaining();
    }

    /** What is read on, from the next record's first byte: to be read up to its last. */
    ByteBuffer next() {
        return window;
    }

    /** What stays behind of records that were read to their last byte is moved to the front. */
    private void fill() throws IOException {
        window.compact();
        while (window.hasRemaining() && !ended) {
            int read = chunks.read(window.array(), window.position(), window.remaining());
            ended = read < 0;
            window.position(window.position() + Math.max(0, read));
        }
        window.flip();
    }
}
