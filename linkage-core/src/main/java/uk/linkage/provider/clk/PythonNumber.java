package uk.linkage.provider.clk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as Python's {@code int} and {@code float} read them, which clkhash leaves it to: blanks around, a sign, digits
 * of any script, single underscores between digits.
 */
final class PythonNumber {
    private static final String DIGITS = "[0-9](?:_?[0-9])*";
    private static final Pattern WHOLE = Pattern.compile("[+-]?" + DIGITS);
    private static final Pattern DECIMAL = Pattern.compile(
            "[+-]?(?:" + DIGITS + "\\.?(?:" + DIGITS + ")?|\\." + DIGITS + ")(?:[eE][+-]?" + DIGITS + ")?");
    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final int MOST_DIGITS = 4300;

    private PythonNumber() {}

    /** A whole number. */
    static Optional<BigInteger> whole(String text) {
        String plain = plain(text);
        return plain.length() <= MOST_DIGITS && WHOLE.matcher(plain).matches()
                ? Optional.of(new BigInteger(plain.replace("_", "")))
                : Optional.empty();
    }

    /**
     * A number times ten to the {@code decimals}: exactly where it is whole; else by way of a double, rounded half to
     * even, or cut where there are no decimals.
     */
    static Optional<BigInteger> scaled(String text, int decimals) {
        Optional<BigInteger> whole = whole(text);
        return whole.isPresent()
                ? whole.map(BigInteger.TEN.pow(decimals)::multiply)
                : scaledDouble(plain(text), decimals);
    }

    private static Optional<BigInteger> scaledDouble(String plain, int decimals) {
        if (plain.length() > MOST_DIGITS || !DECIMAL.matcher(plain).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(plain.replace("_", ""));
        double scaled =
                decimals > 0 ? Math.rint(number * BigInteger.TEN.pow(decimals).doubleValue()) : number;
        return Double.isFinite(scaled) ? Optional.of(new BigDecimal(scaled).toBigInteger()) : Optional.empty();
    }

    /** ASCII digits and blanks for those of all scripts, and no blanks around. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().map(PythonNumber::ascii).forEach(plain::appendCodePoint);
        int from = 0;
        int to = plain.length();
        while (from < to && BLANKS.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && BLANKS.indexOf(plain.charAt(to - 1)) >= 0) {
            to--;
        }
        return plain.substring(from, to);
    }

    private static int ascii(int point) {
        if (point < 0x80) {
            return point;
        }
        boolean blank = Character.isSpaceChar(point) || point == 0x85;
        return blank ? ' ' : Character.isDigit(point) ? '0' + Character.digit(point, 10) : point;
    }
}
