package uk.linkage.provider.extract;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one after the other, with a look at the few after the next. Takes no lock, unlike a buffered stream. One thread. */
final class Lookahead {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;

    Lookahead(InputStream in) {
        this.in = in;
    }

    /** The next byte, which is then gone; -1 at the end. */
    int take() throws IOException {
        int taken = peek(0);
        next += taken < 0 ? 0 : 1;
        return taken;
    }

    /** The byte {@code ahead} after the next, which stays; -1 beyond the end. */
    int peek(int ahead) throws IOException {
        if (next + ahead >= end) {
            fill(ahead);
        }
        return next + ahead < end ? buffer[next + ahead] & 0xff : -1;
    }

    /** Lets so many bytes go that have been looked at. */
    void skip(int count) {
        next += count;
    }

    private void fill(int ahead) throws IOException {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        for (int read = 0; read >= 0 && end <= ahead; end += Math.max(0, read)) {
            read = in.read(buffer, end, buffer.length - end);
        }
    }
}
