package uk.linkage.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A secret that stands in Base64 among the properties of a JSON object. It goes from bytes to bytes and never becomes a {@code String},
 * which nobody could overwrite: {@link #put} lays it into text that was written without it, {@link #take} takes it out of text before
 * anybody else parses that.
 *
 * <pre>{@code
 * byte[] file = SecretProperty.put(json, "secret", bytes);          // json holds "secret":""
 * SecretBytes secret = SecretProperty.take(file, "secret");           // file now holds blanks there
 * }</pre>
 *
 * <p>Base64 is that of RFC 4648, section 4, in its one canonical spelling, without escapes.
 */
public final class SecretProperty {
    private SecretProperty() {}

    /**
     * The same JSON with the secret as the value of a property of its outermost object, where the text has {@code ""}. What comes back is the
     * caller's to overwrite.
     *
     * @throws IllegalArgumentException where there is no such property
     */
    public static byte[] put(byte[] json, String name, byte[] secret) {
        TextProperty place = TextProperty.find(json, name)
                .orElseThrow(() -> new IllegalArgumentException("there is no place for " + name));
        byte[] base64 = Base64.getEncoder().encode(secret);
        byte[] whole = new byte[json.length + base64.length];
        System.arraycopy(json, 0, whole, 0, place.from());
        System.arraycopy(base64, 0, whole, place.from(), base64.length);
        System.arraycopy(json, place.to(), whole, place.from() + base64.length, json.length - place.to());
        Arrays.fill(base64, (byte) 0);
        return whole;
    }

    /**
     * Takes a secret out of JSON, to be closed after use, and leaves blanks in its place. No bytes where the outermost object has no such text or
     * it is not canonical Base64.
     */
    public static SecretBytes take(byte[] json, String name) {
        return TextProperty.find(json, name)
                .map(place -> take(json, place))
                .orElseGet(() -> new SecretBytes(new byte[0]));
    }

    private static SecretBytes take(byte[] json, TextProperty place) {
        byte[] base64 = Arrays.copyOfRange(json, place.from(), place.to());
        Arrays.fill(json, place.from(), place.to(), (byte) ' ');
        byte[] secret = decode(base64);
        Arrays.fill(base64, (byte) 0);
        return new SecretBytes(secret);
    }

    private static byte[] decode(byte[] base64) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64);
            return isCanonical(base64, secret) ? secret : new byte[0];
        } catch (IllegalArgumentException notBase64) { // whose message quotes a character
            return new byte[0];
        }
    }

    private static boolean isCanonical(byte[] base64, byte[] secret) {
        byte[] again = Base64.getEncoder().encode(secret);
        boolean same = MessageDigest.isEqual(again, base64);
        Arrays.fill(again, (byte) 0);
        return same;
    }

    /**
     * Where the text of a property of the outermost object stands, without its quotes. That the whole is JSON is not looked at.
     *
     * @param from where it begins
     * @param to behind its end
     */
    private record TextProperty(int from, int to) {

        static Optional<TextProperty> find(byte[] json, String name) {
            byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
            int depth = 0;
            boolean nameFollows = false;
            for (int at = 0; at < json.length; at++) {
                if (json[at] == '"') {
                    int end = end(json, at + 1);
                    if (depth == 1 && nameFollows && isAt(json, at + 1, end, wanted)) {
                        return value(json, end + 1);
                    }
                    at = end;
                } else if (json[at] == '{' || json[at] == '[') {
                    depth++;
                } else if (json[at] == '}' || json[at] == ']') {
                    depth--;
                }
                nameFollows =
                        at < json.length && (json[at] == '{' || json[at] == ',' || nameFollows && blank(json[at]));
            }
            return Optional.empty();
        }

        private static Optional<TextProperty> value(byte[] json, int after) {
            int colon = skipBlanks(json, after);
            int quote = skipBlanks(json, colon + 1);
            boolean text = quote < json.length && json[colon] == ':' && json[quote] == '"';
            int end = text ? end(json, quote + 1) : json.length;
            return end < json.length ? Optional.of(new TextProperty(quote + 1, end)) : Optional.empty();
        }

        /** The closing quote, or the end of all. */
        private static int end(byte[] json, int from) {
            int at = from;
            while (at < json.length && json[at] != '"') {
                at += json[at] == '\\' ? 2 : 1;
            }
            return Math.min(at, json.length);
        }

        private static int skipBlanks(byte[] json, int from) {
            int at = from;
            while (at < json.length && blank(json[at])) {
                at++;
            }
            return at;
        }

        private static boolean blank(byte b) {
            return b == ' ' || b == '\n' || b == '\r' || b == '\t';
        }

        private static boolean isAt(byte[] json, int from, int to, byte[] wanted) {
            return Arrays.mismatch(json, from, to, wanted, 0, wanted.length) < 0;
        }
    }
}
