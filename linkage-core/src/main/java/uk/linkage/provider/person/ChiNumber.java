package uk.linkage.provider.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A Community Health Index number of Scotland: date of birth as DDMMYY, two digits, a digit for sex, a check
 * digit.
 *
 * <p>Promises ten digits that begin with a real date and whose check digit is right. A CHI tells the date of
 * birth and sex of its person, so even a keyed form of it can be guessed at by whoever knows both.
 *
 * <pre>{@code
 * ChiNumber.parse("0101011237").isPresent();   // true
 * ChiNumber.read("0101201234");                // Faulty[rule=is refused: Invalid checksum]
 * ChiNumber.parse("0101011237").get().sex();   // MALE
 * }</pre>
 *
 * <p>The rules carry the reason codes of Public Health Scotland, so that counts can be compared, but for two:
 * nine digits, which most often is a zero that a spreadsheet took, and one digit repeated. The century is not
 * in the number: 29 February is a date if it is one in 1900-1999 or in 2000-2099.
 *
 * <p>Source: Public Health Scotland, phsmethods {@code chi_check}; NHS Scotland Data Dictionary, CHI Number.
 */
public final class ChiNumber extends PersonValue {
    private static final List<Rule> RULES = List.of(
            new Rule("is refused: Invalid character(s) present", s -> !TenDigits.isDigits(s)),
            TenDigits.LEADING_ZERO_KEPT,
            new Rule("is refused: Too few characters", s -> s.length() < 10),
            new Rule("is refused: Too many characters", s -> s.length() > 10),
            new Rule("is refused: Invalid date", s -> !beginsWithDate(s)),
            TenDigits.NOT_REPEATED,
            new Rule("is refused: Invalid checksum", s -> !TenDigits.passesModulus11(s)));

    private ChiNumber(String digits) {
        super(digits);
    }

    /** Reads a cell: the number, missing, or the rule it breaks. */
    public static Reading<ChiNumber> read(String text) {
        return Cell.of(text).read(cell -> Rule.check(cell.number(), RULES, ChiNumber::new));
    }

    /** The number, if the text is one. */
    public static Optional<ChiNumber> parse(String text) {
        return read(text).value();
    }

    /** The sex in the number: an odd ninth digit is male, an even one female. */
    public Sex sex() {
        return (reveal().charAt(8) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The date of birth in the number, as DDMMYY: the century is not in it. */
    public String birthDayMonthYear() {
        return reveal().substring(0, 6);
    }

    private static boolean beginsWithDate(String digits) {
        int day = Integer.parseInt(digits.substring(0, 2));
        int month = Integer.parseInt(digits.substring(2, 4));
        int year = Integer.parseInt(digits.substring(4, 6));
        return isDate(1900 + year, month, day) || isDate(2000 + year, month, day);
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
