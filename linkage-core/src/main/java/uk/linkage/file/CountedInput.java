package uk.linkage.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Bytes that are counted as they are read; to be put below a buffer, so that they are counted buffer by buffer. */
public final class CountedInput extends FilterInputStream {
    private final LongConsumer read;

    /** @param read is told how many more bytes were read */
    public CountedInput(InputStream in, LongConsumer read) {
        super(in);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        read.accept(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        read.accept(Math.max(0, count));
        return count;
    }
}
