package uk.linkage.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of {@link ChunkedOutput} again, as they stand in the file; ends at the chunk of length zero. */
final class ChunkedInput extends InputStream {
    private final DataInputStream in;
    private final String file;
    private final int longest;
    private int left;
    private boolean ended;

    /** @param longest the most bytes of a chunk */
    ChunkedInput(DataInputStream in, String file, int longest) {
        this.in = in;
        this.file = file;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0 && !nextChunk()) {
            return -1;
        }
        int read = in.read(bytes, from, Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        return read;
    }

    /** Passes over what is left. */
    void drain() throws IOException {
        byte[] away = new byte[SealedFormat.CHUNK];
        while (read(away, 0, away.length) >= 0) {
            continue;
        }
    }

    private boolean nextChunk() throws IOException {
        if (!ended) {
            left = in.readInt();
            ended = left == 0;
            SealedFormat.require(left >= 0 && left <= longest, file, "has a chunk of a length that cannot be");
        }
        return !ended;
    }
}
