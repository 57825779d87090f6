package uk.linkage.agreement;

import java.util.Set;

/**
 * Reasons for which the National Data Opt-Out need not be checked. Two of them are claims about the extract itself, and a
 * provider that seals under one is held to it: a number that may be a person's is refused. Any other reason, such as an
 * approval under which the opt-out does not apply, is for people to judge and only recorded.
 *
 * <pre>{@code
 * OptOutExemption.isClaimAboutTheExtract(OptOutExemption.TEST_DATA); // true
 * }</pre>
 */
public final class OptOutExemption {
    /** There is nothing by which the opt-out could be checked. */
    public static final String NO_NUMBERS =
            "no NHS Numbers in the extract, by which the National Data Opt-Out could be checked";

    /** There is nobody who could opt out. */
    public static final String TEST_DATA = "test data: all NHS Numbers are of the range 999, which is never issued";

    private static final Set<String> CLAIMS = Set.of(NO_NUMBERS, TEST_DATA);
    private static final int LONGEST = 2000;

    private OptOutExemption() {}

    /** Whether a reason says what an extract holds, so that the extract can be held to it. */
    public static boolean isClaimAboutTheExtract(String reason) {
        return CLAIMS.contains(reason);
    }

    /** Whether a text can be a reason: 1 to 2000 characters in one line, not all of them blank. */
    public static boolean isReason(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(StrictObject::isUnwritable);
    }
}
