package uk.linkage.provider.person;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.linkage.provider.person.Reading.Missing;

/**
 * The text of one cell as an extract gives it, cleaned of what nobody typed: byte-order marks and other
 * invisible characters go, and every kind of space (no-break, thin, tab) becomes a plain one.
 */
final class Cell {
    private static final Set<String> SAYS_MISSING = Set.of(
            "NULL",
            "NONE",
            "NIL",
            "NA",
            "N A",
            "NAN",
            "UNKNOWN",
            "NOT KNOWN",
            "NOT STATED",
            "NOT GIVEN",
            "NOT RECORDED",
            "NOT SPECIFIED",
            "NOT APPLICABLE",
            "NOT AVAILABLE",
            "MISSING");
    private static final int LONGEST_MISSING =
            SAYS_MISSING.stream().mapToInt(String::length).max().orElse(0);
    private static final Pattern DECIMAL_ZERO = Pattern.compile("(?<=[0-9])\\.0+$");

    private final String text;
    private final String folded;

    private Cell(String text) {
        this.text = text;
        this.folded = Folding.fold(text);
    }

    static Cell of(String raw) {
        return new Cell(isPrintableAscii(raw) ? raw.strip() : clean(raw));
    }

    /** Whether nothing in it is invisible and no space is another than the plain one. */
    private static boolean isPrintableAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < ' ' || raw.charAt(i) > '~') return false;
        }
        return true;
    }

    private static String clean(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().filter(Cell::isVisible).map(Cell::plainSpace).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** Reads by the rule given, unless the cell is empty or says in words that it has no value. */
    <T> Reading<T> read(Function<Cell, Reading<T>> rule) {
        if (isEmpty()) return new Missing<>(Missing.EMPTY);
        return saysMissing() ? new Missing<>(Missing.PLACEHOLDER) : rule.apply(this);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The cleaned text, otherwise as it was written. */
    String text() {
        return text;
    }

    /** The text folded as {@link Folding} says. */
    String folded() {
        return folded;
    }

    /** A whole number as people and spreadsheets write it: separators out, a trailing ".0" repaired. */
    String number() {
        String written = withoutDecimalZero();
        StringBuilder digits = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i += Character.charCount(written.codePointAt(i))) {
            if (!isSeparator(written.codePointAt(i))) digits.appendCodePoint(written.codePointAt(i));
        }
        return digits.toString();
    }

    /** The text without the ".0" that a spreadsheet or data frame appends to a whole number. */
    String withoutDecimalZero() {
        return text.contains(".0") ? DECIMAL_ZERO.matcher(text).replaceFirst("") : text;
    }

    private boolean saysMissing() {
        return folded.length() <= LONGEST_MISSING && SAYS_MISSING.contains(folded) || !hasLetterOrDigit(folded);
    }

    private static boolean hasLetterOrDigit(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) return true;
        }
        return false;
    }

    private static boolean isSeparator(int c) {
        return c == ' ' || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isVisible(int c) {
        return Character.getType(c) != Character.FORMAT;
    }

    private static int plainSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
    }

    @Override
    public String toString() {
        return "Cell[…]";
    }
}
