package uk.linkage.provider.person;

/**
 * Which places of a postcode must be a letter and which a digit, to tell O from 0 and I from 1.
 *
 * <p>In a template A is a letter and 9 a digit, or a letter other than I and O. The place marked 2, the second
 * of three or four before the unit, may be either, but no area has I there and no district number begins with
 * 0: I is a one and 0 an O.
 */
final class PostcodeSlots {
    private PostcodeSlots() {}

    static String repaired(String compact) {
        String template = template(compact.length());
        StringBuilder repaired = new StringBuilder(compact);
        for (int i = 0; i < template.length(); i++) {
            repaired.setCharAt(i, repaired(compact.charAt(i), template.charAt(i)));
        }
        return repaired.toString();
    }

    /** Whether it is one or two letters, a digit, perhaps a letter or digit, and then the unit: a digit and two letters. */
    static boolean fit(String postcode) {
        int unit = postcode.length() - 3;
        if (unit < 2 || unit > 4) return false;
        int digit = isDigit(postcode.charAt(1)) ? 1 : 2;
        boolean district = isLetter(postcode.charAt(0))
                && (digit == 1 || isLetter(postcode.charAt(1)))
                && digit < unit
                && isDigit(postcode.charAt(digit))
                && (digit == unit - 1 || digit == unit - 2 && isLetterOrDigit(postcode.charAt(unit - 1)));
        return district
                && isDigit(postcode.charAt(unit))
                && isLetter(postcode.charAt(unit + 1))
                && isLetter(postcode.charAt(unit + 2));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static String template(int length) {
        return switch (length) {
            case 5 -> "A9" + "9AA";
            case 6 -> "A29" + "9AA";
            case 7 -> "A299" + "9AA";
            default -> "";
        };
    }

    private static char repaired(char written, char slot) {
        return switch (written) {
            case '0', 'O' -> slot == '9' ? '0' : 'O';
            case '1', 'I' -> slot == 'A' ? 'I' : '1';
            default -> written;
        };
    }
}
