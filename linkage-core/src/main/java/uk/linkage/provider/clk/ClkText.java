package uk.linkage.provider.clk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How text becomes bytes, by Python's names: UTF-16 and UTF-32 are little-endian behind a byte-order mark, which every
 * token has anew.
 */
enum ClkText {
    ASCII("ascii", StandardCharsets.US_ASCII),
    UTF_8("utf-8", StandardCharsets.UTF_8),
    UTF_16("utf-16", StandardCharsets.UTF_16LE, 0xff, 0xfe),
    UTF_32("utf-32", Charset.forName("UTF-32LE"), 0xff, 0xfe, 0, 0);

    private final String label;
    private final Charset charset;
    private final byte[] mark;

    ClkText(String label, Charset charset, int... mark) {
        this.label = label;
        this.charset = charset;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /** As a schema names it. */
    String label() {
        return label;
    }

    /** Whether it has bytes for every character. */
    boolean canWrite(String text) {
        return charset.newEncoder().canEncode(text);
    }

    byte[] bytes(String text) {
        byte[] plain = text.getBytes(charset);
        if (mark.length == 0) {
            return plain;
        }
        byte[] marked = Arrays.copyOf(mark, mark.length + plain.length);
        System.arraycopy(plain, 0, marked, mark.length, plain.length);
        return marked;
    }
}
