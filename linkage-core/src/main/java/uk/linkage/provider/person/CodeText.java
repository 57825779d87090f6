package uk.linkage.provider.person;

import java.util.Optional;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

/**
 * An exact code or reference: a hospital number, a practice code, a UPRN.
 *
 * <p>Promises letters and digits only, folded and upper case, so that "ab 12/3" and "AB-123" are one code.
 *
 * <pre>{@code
 * CodeText.parse("rxf-0012/a").get().reveal();   // RXF0012A
 * CodeText.read("0000000");                      // Missing[why=placeholder]
 * CodeText.read("N/A");                          // Missing[why=placeholder]
 * }</pre>
 *
 * <p>Leading zeros are kept, since only the field knows whether they count. Zeros alone, NULL, NONE, UNKNOWN,
 * N/A and the like are missing: as a code they would join strangers.
 */
public final class CodeText extends PersonValue {
    private CodeText(String code) {
        super(code);
    }

    /** Reads a cell: the code, or missing. */
    public static Reading<CodeText> read(String text) {
        return Cell.of(text).read(cell -> ofCode(cell.folded().replaceAll("[ '-]", "")));
    }

    /** The code, if there is one. */
    public static Optional<CodeText> parse(String text) {
        return read(text).value();
    }

    private static Reading<CodeText> ofCode(String code) {
        boolean allZero = code.chars().allMatch(c -> c == '0');
        return allZero ? new Missing<>(Missing.PLACEHOLDER) : new Present<>(new CodeText(code));
    }
}
