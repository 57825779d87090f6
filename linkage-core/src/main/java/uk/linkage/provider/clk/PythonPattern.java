package uk.linkage.provider.clk;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of Python's {@code re} said again for Java, where both can say it. What the two read differently
 * is translated ({@code \d}, {@code \w}, {@code \s}, {@code \Z}, {@code (?P<name>}, {@code {,n}}, brackets within
 * brackets) or not taken at all: look-behind, flags, references back, {@code \b}, negated classes within brackets.
 *
 * <pre>{@code
 * Optional<Pattern> postcode = PythonPattern.of("[A-Z]{1,2}\\d");
 * }</pre>
 */
final class PythonPattern {
    private static final String WORD = "\\p{L}\\p{N}_";
    private static final String BLANK = "\\p{IsWhite_Space}\\x1c-\\x1f";
    private static final Map<Character, String> IN_BRACKETS = Map.of(
            'd', "\\p{Nd}", 'D', "\\P{Nd}", 'w', WORD, 's', BLANK, 'n', "\\n", 'r', "\\r", 't', "\\t", 'f', "\\f");
    private static final Map<Character, String> OUTSIDE = Map.of(
            'w',
            "[" + WORD + "]",
            'W',
            "[^" + WORD + "]",
            's',
            "[" + BLANK + "]",
            'S',
            "[^" + BLANK + "]",
            'A',
            "\\A",
            'Z',
            "\\z");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:[:=!]|P<\\w+>))?");
    private static final Pattern COUNT = Pattern.compile("\\{(?:([0-9]+)(,[0-9]*)?|,([0-9]+))}");

    private final String python;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PythonPattern(String python) {
        this.python = python;
    }

    /** The pattern, or nothing where it is none or not within what Java says alike. */
    static Optional<Pattern> of(String python) {
        try {
            PythonPattern translation = new PythonPattern(python);
            return translation.isWhole()
                    ? Optional.of(Pattern.compile(translation.java.toString(), Pattern.UNIX_LINES))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        while (at < python.length()) {
            char c = python.charAt(at);
            boolean said = c == '\\' ? escape(false) : c == '[' ? brackets() : c == '(' ? group() : plain(c);
            if (!said) {
                return false;
            }
        }
        return true;
    }

    private boolean escape(boolean inBrackets) {
        if (at + 1 == python.length()) {
            return false;
        }
        char c = python.charAt(at + 1);
        at += 2;
        if (c < 0x80 && !Character.isLetterOrDigit(c)) {
            java.append('\\').append(c);
            return true;
        }
        String translated = inBrackets ? IN_BRACKETS.get(c) : OUTSIDE.getOrDefault(c, IN_BRACKETS.get(c));
        java.append(translated);
        return translated != null;
    }

    /** The first closing bracket is a character; an opening one and ampersands always are. */
    private boolean brackets() {
        boolean negated = python.startsWith("[^", at);
        java.append(negated ? "[^" : "[");
        at += negated ? 2 : 1;
        for (boolean first = true; at < python.length(); first = false) {
            char c = python.charAt(at);
            if (c == ']' && !first) {
                java.append(']');
                at++;
                return true;
            }
            if (c == '\\' && !escape(true)) {
                return false;
            }
            if (c != '\\') {
                literalInBrackets(c);
            }
        }
        return false;
    }

    private void literalInBrackets(char c) {
        java.append("[]&^".indexOf(c) >= 0 ? "\\" : "").append(c);
        at++;
    }

    private boolean group() {
        Matcher group = GROUP.matcher(python).region(at, python.length());
        boolean plain = group.lookingAt() && !python.startsWith("?", group.end());
        java.append(plain ? group.group().replaceAll("\\?P<\\w+>", "") : "");
        at = plain ? group.end() : at;
        return plain;
    }

    private boolean plain(char c) {
        Matcher count = COUNT.matcher(python).region(at, python.length());
        if (count.lookingAt()) {
            java.append(count.group().replace("{,", "{0,"));
            at = count.end();
        } else {
            java.append(c == '{' || c == '}' ? "\\" : "").append(c);
            at++;
        }
        return true;
    }
}
