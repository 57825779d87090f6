package uk.linkage.exchange;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes in chunks, each behind its length; a length of zero ends them. Where they are encrypted every chunk is, and there is always a last one,
 * empty where there are no bytes.
 */
final class ChunkedOutput extends OutputStream {
    private final DataOutputStream out;
    private final Optional<ChunkCipher> cipher;
    private final byte[] chunk = new byte[SealedFormat.CHUNK];
    private final byte[] encrypted;
    private int filled;

    ChunkedOutput(DataOutputStream out, Optional<ChunkCipher> cipher) {
        this.out = out;
        this.cipher = cipher;
        this.encrypted = new byte[cipher.isPresent() ? SealedFormat.CHUNK + ChunkCipher.TAG : 0];
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == chunk.length) {
            writeChunk(false);
        }
        chunk[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from, left = length; left > 0; ) {
            if (filled == chunk.length) {
                writeChunk(false);
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    void end() throws IOException {
        if (filled > 0 || cipher.isPresent()) {
            writeChunk(true);
        }
        out.writeInt(0);
        Arrays.fill(chunk, (byte) 0);
    }

    private void writeChunk(boolean last) throws IOException {
        if (cipher.isPresent()) {
            writeChunk(encrypted, cipher.get().encrypt(chunk, filled, last, encrypted));
        } else {
            writeChunk(chunk, filled);
        }
        filled = 0;
    }

    private void writeChunk(byte[] bytes, int length) throws IOException {
        out.writeInt(length);
        out.write(bytes, 0, length);
    }
}
