package uk.linkage.provider.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The character encoding of an extract, told from all of its bytes: UTF-8 where every byte fits, else Windows-1252 where
 * none looks like UTF-8. A file that has both was put together from two and would be read wrongly either way: it is
 * refused.
 */
final class TextEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String name;
    private long line = 1;
    private long returns;
    private long utf8Line;
    private long otherLine;
    private long undefinedLine;

    private TextEncoding(String name) {
        this.name = name;
    }

    /** Reads to the end and tells; refuses UTF-16, mixtures and binary files. */
    static TextEncoding of(InputStream in, String name) throws IOException {
        TextEncoding encoding = new TextEncoding(name);
        encoding.readAll(new Lookahead(in));
        return encoding;
    }

    /** At least as many as there are, whether they end in LF, CR LF or CR. */
    long mostLines() {
        return line + returns + 1;
    }

    private void readAll(Lookahead in) throws IOException {
        refuseUtf16(in);
        int before = 0;
        for (int b = in.take(); b >= 0; before = b, b = in.take()) {
            if (b == '\n') {
                line++;
            } else if (before == '\r') {
                returns++;
            }
            if (b == 0) {
                throw new ExtractFault(name + ": line " + line, "holds a zero byte: this is not a CSV text file", "");
            } else if (b >= 0x80) {
                sequence(b, in);
            }
        }
    }

    private void refuseUtf16(Lookahead in) throws IOException {
        int first = in.peek(0);
        int second = in.peek(1);
        if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
            throw new ExtractFault(name, "is UTF-16", "save it as \"CSV UTF-8\"");
        }
    }

    private void sequence(int lead, Lookahead in) throws IOException {
        int trail = lead >= 0xc2 && lead <= 0xdf
                ? 1
                : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
        boolean good = trail > 0;
        for (int i = 0; i < trail && good; i++) {
            int next = in.peek(i);
            good = (next & 0xc0) == 0x80 && (i > 0 || mayFollow(lead, next));
        }
        if (good) {
            in.skip(trail);
            utf8Line = utf8Line == 0 ? line : utf8Line;
            return;
        }
        otherLine = otherLine == 0 ? line : otherLine;
        if (lead == 0x81 || lead == 0x8d || lead == 0x8f || lead == 0x90 || lead == 0x9d) {
            undefinedLine = undefinedLine == 0 ? line : undefinedLine;
        }
    }

    /** No overlong form, no surrogate, nothing beyond U+10FFFF (RFC 3629). */
    private static boolean mayFollow(int lead, int second) {
        return switch (lead) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second <= 0x9f;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second <= 0x8f;
            default -> true;
        };
    }

    /** The encoding; refuses a mixture. */
    Charset charset() {
        if (otherLine == 0) {
            return StandardCharsets.UTF_8;
        }
        if (utf8Line > 0) {
            throw new ExtractFault(
                    name + ": line " + otherLine,
                    "is not UTF-8 while line " + utf8Line + " is: the file mixes character encodings",
                    "export it again as UTF-8");
        }
        if (undefinedLine > 0) {
            throw new ExtractFault(
                    name + ": line " + undefinedLine, "is neither UTF-8 nor Windows-1252", "export it again as UTF-8");
        }
        return WINDOWS;
    }
}
