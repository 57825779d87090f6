package uk.linkage.exchange;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.crypto.AEADBadTagException;

/** The bytes of an encrypted {@link ChunkedOutput} again, each given out when its whole chunk is known to be the one of this place. */
final class DecryptedInput extends InputStream {
    private final DataInputStream in;
    private final ChunkCipher cipher;
    private final String file;
    private final byte[] encrypted = new byte[SealedFormat.CHUNK + ChunkCipher.TAG];
    private final byte[] chunk = new byte[SealedFormat.CHUNK + ChunkCipher.TAG];
    private int length;
    private long number;
    private int at;
    private int end;

    DecryptedInput(DataInputStream in, ChunkCipher cipher, String file) throws IOException {
        this.in = in;
        this.cipher = cipher;
        this.file = file;
        this.length = in.readInt();
        SealedFormat.require(length != 0, file, "ends before its last chunk");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (at == end && !nextChunk()) {
            return -1;
        }
        int read = Math.min(most, end - at);
        System.arraycopy(chunk, at, bytes, from, read);
        at += read;
        return read;
    }

    /** That a chunk is the last tells the length after it. */
    private boolean nextChunk() throws IOException {
        if (length == 0) {
            return false;
        }
        SealedFormat.require(
                length >= ChunkCipher.TAG && length <= encrypted.length,
                file,
                "has a chunk of a length that cannot be");
        int own = length;
        in.readFully(encrypted, 0, own);
        length = in.readInt();
        boolean only = number == 0 && length == 0;
        SealedFormat.require(own > ChunkCipher.TAG || only, file, "has a chunk of a length that cannot be");
        at = 0;
        end = open(own);
        return end > 0;
    }

    private int open(int own) throws SealedFileFault {
        number++;
        try {
            return cipher.decrypt(encrypted, own, length == 0, chunk);
        } catch (AEADBadTagException e) {
            throw new SealedFileFault(
                    file,
                    "chunk " + number
                            + " does not open: it was changed or moved, is of another file, or what followed it is"
                            + " missing");
        }
    }
}
