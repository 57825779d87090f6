package uk.linkage.provider.person;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An NHS Number of England, Wales and the Isle of Man, or a number of the same shape (Health and Care Number,
 * CHI) in a column of NHS Numbers.
 *
 * <p>Promises ten digits whose check digit is right: <em>validated</em>. Whether the number is this person's
 * is for the national service to say (<em>verified</em>), and is not known here.
 *
 * <pre>{@code
 * NhsNumber.parse("999 000 0018").isPresent();       // true
 * NhsNumber.read("9990000019");                      // Faulty[rule=fails its check digit]
 * NhsNumber.parse("999-000-0018").get().toString();  // NhsNumber[…]
 * }</pre>
 *
 * <p>Spaces of any kind and hyphens may separate the digits, and a trailing ".0" is repaired. A digit repeated
 * ten times passes the arithmetic and is refused. What spreadsheets break (a lost leading zero, scientific
 * notation) and old-style numbers with letters have rules of their own, so that a provider can tell a broken
 * export from a mistyped number.
 *
 * <p>Source: NHS Data Dictionary, NHS NUMBER; ISB 0149 (presentation 3-3-4); repeated digits as HES does.
 */
public final class NhsNumber extends PersonValue {
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?[Ee]\\+?[0-9]+");
    private static final List<Rule> RULES = List.of(
            new Rule("is in scientific notation: digits may be lost", NhsNumber::isScientific),
            new Rule("has letters: perhaps an old-style number", NhsNumber::isLettersAndDigits),
            new Rule("has characters other than digits", s -> !TenDigits.isDigits(s)),
            TenDigits.LEADING_ZERO_KEPT,
            new Rule("does not have ten digits", s -> s.length() != 10),
            TenDigits.NOT_REPEATED,
            new Rule("fails its check digit", s -> !TenDigits.passesModulus11(s)));

    private NhsNumber(String digits) {
        super(digits);
    }

    /** Reads a cell: the number, missing, or the rule it breaks. */
    public static Reading<NhsNumber> read(String text) {
        return Cell.of(text).read(cell -> Rule.check(cell.number(), RULES, NhsNumber::new));
    }

    /** The number, if the text is one. */
    public static Optional<NhsNumber> parse(String text) {
        return read(text).value();
    }

    /** Which service's block the number lies in: a label to count by, never a reason to refuse. */
    public Range range() {
        return Range.ofPrefix(Integer.parseInt(reveal().substring(0, 3)));
    }

    /** Whether the number lies in 999 000 0000 to 999 999 9999, which is never issued to a person. */
    public boolean isTest() {
        return reveal().startsWith("999");
    }

    /** The number as people read it, 3-3-4: it reveals as much as {@link #reveal()}. */
    public String revealSpaced() {
        String digits = reveal();
        return digits.substring(0, 3) + ' ' + digits.substring(3, 6) + ' ' + digits.substring(6);
    }

    private static boolean isScientific(String text) {
        boolean hasExponent = text.indexOf('E') > 0 || text.indexOf('e') > 0;
        return hasExponent && SCIENTIFIC.matcher(text).matches();
    }

    private static boolean isLettersAndDigits(String text) {
        boolean letters = false;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            letters |= Character.isLetter(text.charAt(i));
            digits |= Character.isDigit(text.charAt(i));
        }
        return letters && digits;
    }

    /** The blocks of numbers, as far as published sources agree; they conflict, so a label never rejects. */
    public enum Range {
        /** 010 to 311: begins with a day and month, as a CHI does. */
        SCOTLAND_CHI(10, 311),
        /** 320 to 399: Health and Care Numbers. */
        NORTHERN_IRELAND(320, 399),
        /** 400 to 499: England, Wales and the Isle of Man. */
        ENGLAND_WALES_MAN_400(400, 499),
        /** 600 to 799: England, Wales and the Isle of Man. */
        ENGLAND_WALES_MAN_600(600, 799),
        /** 800 to 859: set aside for the Republic of Ireland. */
        IRELAND(800, 859),
        /** 900 to 999: for tests; only 999 is agreed never to be issued, see {@link NhsNumber#isTest()}. */
        TEST(900, 999),
        /** No published block. */
        UNKNOWN(-1, -1);

        private final int first;
        private final int last;

        Range(int first, int last) {
            this.first = first;
            this.last = last;
        }

        static Range ofPrefix(int firstThreeDigits) {
            for (Range range : values()) {
                if (range.first <= firstThreeDigits && firstThreeDigits <= range.last) return range;
            }
            return UNKNOWN;
        }
    }
}
