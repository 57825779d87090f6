package uk.linkage.provider.person;

/**
 * What NHS, CHI and H&amp;C Numbers have in common: ten digits, the last of which checks the others.
 *
 * <p>The check digit is eleven less the remainder of the weighted sum, with weights 10 to 2; that is, the ten
 * digits with weights 10 to 1 sum to a multiple of eleven. Where the check would be ten no digit fits, so the
 * rule that such a number does not exist needs no line of its own. All weights differ modulo eleven and so do
 * neighbours, hence any single wrong digit and any swap of neighbours is caught.
 */
final class TenDigits {
    static final Rule LEADING_ZERO_KEPT = new Rule("has nine digits: a leading zero may be lost", s -> s.length() == 9);
    static final Rule NOT_REPEATED = new Rule("is one digit repeated", TenDigits::isRepeated);

    private TenDigits() {}

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        }
        return !text.isEmpty();
    }

    static boolean passesModulus11(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) sum += (10 - i) * (digits.charAt(i) - '0');
        return sum % 11 == 0;
    }

    private static boolean isRepeated(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) return false;
        }
        return true;
    }
}
