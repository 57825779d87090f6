package uk.linkage.exchange;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in chunks, each behind its length; a length of zero ends them. */
final class ChunkedOutput extends OutputStream {
    private final DataOutputStream out;
    private final byte[] chunk = new byte[SealedFormat.CHUNK];
    private int filled;

    ChunkedOutput(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == chunk.length) {
            writeChunk();
        }
        chunk[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from, left = length; left > 0; ) {
            if (filled == chunk.length) {
                writeChunk();
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    void end() throws IOException {
        if (filled > 0) {
            writeChunk();
        }
        out.writeInt(0);
    }

    private void writeChunk() throws IOException {
        out.writeInt(filled);
        out.write(chunk, 0, filled);
        filled = 0;
    }
}
