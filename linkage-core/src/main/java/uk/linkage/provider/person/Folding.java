package uk.linkage.provider.person;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Folds text to what two people typing the same name would agree on: A-Z, 0-9, space, hyphen, apostrophe.
 *
 * <p>Promises the same answer under every default locale, that folding twice is folding once, and that no
 * letter is dropped: it is folded to its Latin form or kept. Fold <em>before</em> stripping, or KOCIŃSKI
 * becomes KOCISKI.
 *
 * <pre>{@code
 * Folding.fold("Kociński");      // KOCINSKI
 * Folding.fold("O’Brien–Łoś");   // O'BRIEN-LOS
 * Folding.fold("Иванов");        // ИВАНОВ
 * }</pre>
 *
 * <p>The rules, in order: compatibility decomposition (NFKD) and upper case; typographic apostrophes and
 * hyphens, and Latin letters with no decomposition, by the table; accents on Latin letters go; decimal
 * digits of any script become 0-9; invisible characters go; anything else that is not a letter becomes a
 * space, and runs of spaces one. Letters with no Latin form (Cyrillic, Greek, Arabic, Chinese) and their
 * marks are <em>kept</em>, upper case and composed: to drop them would make every such name the same empty
 * name, and to transliterate them would guess the language. The C1 characters of Windows-1252 text that was
 * read as Latin-1 count as the quotes and dashes they were.
 *
 * <p>Source: Unicode Standard Annex 15 (normalisation forms); the table is the letters of European and West
 * African names that the annex leaves whole.
 */
public final class Folding {
    private static final char ACUTE_ACCENT = '\u00B4'; // decomposes to a space: an apostrophe must be made of it before
    private static final Map<Integer, String> TABLE = table(
            Map.entry("'", "\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BD\u2032`\u0091\u0092"),
            Map.entry("-", "\u2010\u2012\u2013\u2014\u2015\u2212\u0096\u0097"),
            Map.entry("", "\u00B7"), // Catalan GAL·LA
            Map.entry("A", "\u018F"), // Azerbaijani schwa
            Map.entry("AE", "Æ"),
            Map.entry("B", "Ɓ"),
            Map.entry("D", "ĐÐƉƊ"),
            Map.entry("E", "Ɛ"),
            Map.entry("H", "Ħ"),
            Map.entry("I", "ıƗ"),
            Map.entry("K", "Ƙ"),
            Map.entry("L", "Ł"),
            Map.entry("NG", "Ŋ"),
            Map.entry("O", "ØƆ"),
            Map.entry("OE", "Œ"),
            Map.entry("SS", "\u1E9E"), // capital sharp s
            Map.entry("T", "Ŧ"),
            Map.entry("TH", "Þ"),
            Map.entry("Y", "Ƴ"),
            Map.entry("Z", "Ƶ"));

    private static final char[] ASCII = ascii();

    private Folding() {}

    /** The folded text; empty only where the text has no letter, digit, hyphen or apostrophe. */
    public static String fold(String text) {
        if (isFolded(text)) return text;
        return isAscii(text) ? foldAscii(text) : foldAny(text);
    }

    /** Whether nothing is left to do, as for most texts that were written in capitals or digits. */
    private static boolean isFolded(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c) && !(c == ' ' && before != ' ')) return false;
            before = c;
        }
        return before != ' ';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u007F') return false;
        }
        return true;
    }

    /** The rules for ASCII alone, which has nothing to decompose and no marks. */
    private static String foldAscii(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = ASCII[text.charAt(i)];
            if (c != ' ' || before != ' ') folded[length++] = c;
            before = c;
        }
        return new String(folded, 0, length > 0 && before == ' ' ? length - 1 : length);
    }

    private static char[] ascii() {
        char[] folded = new char[128];
        for (char c = 0; c < folded.length; c++) {
            char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c == '`' ? '\'' : c;
            folded[c] = isPlain(upper) ? upper : ' ';
        }
        return folded;
    }

    /** The rules for any text. */
    static String foldAny(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        decomposed(text).codePoints().forEach(c -> append(folded, c));
        return Normalizer.normalize(folded, Form.NFC).strip();
    }

    private static String decomposed(String text) {
        String upper = text.replace(ACUTE_ACCENT, '\'').toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper, Form.NFKD).toUpperCase(Locale.ROOT);
    }

    private static void append(StringBuilder folded, int c) {
        if (isPlain(c)) folded.append((char) c);
        else if (TABLE.containsKey(c)) folded.append(TABLE.get(c));
        else if (isMark(c)) appendMark(folded, c);
        else if (Character.isLetter(c)) folded.appendCodePoint(c);
        else if (Character.isDigit(c)) folded.append(Character.digit(c, 10));
        else if (Character.getType(c) != Character.FORMAT) appendSpace(folded);
    }

    /** A mark belongs to the letter before it, and goes where that has been folded to A-Z. */
    private static void appendMark(StringBuilder folded, int mark) {
        boolean kept = !folded.isEmpty() && folded.charAt(folded.length() - 1) > '\u007F';
        if (kept) folded.appendCodePoint(mark);
    }

    private static void appendSpace(StringBuilder folded) {
        boolean first = folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ';
        if (!first) folded.append(' ');
    }

    private static boolean isPlain(int c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '\'';
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    @SafeVarargs
    private static Map<Integer, String> table(Map.Entry<String, String>... rows) {
        var table = new HashMap<Integer, String>();
        for (var row : rows) row.getValue().codePoints().forEach(c -> table.put(c, row.getKey()));
        return Map.copyOf(table);
    }
}
