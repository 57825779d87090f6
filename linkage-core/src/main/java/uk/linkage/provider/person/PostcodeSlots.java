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
