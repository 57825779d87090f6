package uk.linkage.testdata;

import java.util.Arrays;
import java.util.Optional;

/**
 * Hands out NHS Numbers that nobody has: from 999 000 0000 to 999 999 9999, never issued, each with its check digit.
 *
 * <p>Promises: no two people get the same; everyone gets one while there are no more than {@link #AVAILABLE} people.
 * In a larger population just so many, spread evenly, get one and the others have none.
 *
 * <pre>{@code
 * var numbers = new NhsNumbers(people, seed);
 * Optional<String> number = numbers.of(17);      // ten digits
 * }</pre>
 *
 * <p>SOURCE: NHS Data Dictionary, NHS NUMBER (Modulus 11: weights 10 to 2; a check digit of 10 makes no number).
 */
final class NhsNumbers {
    private static final long FIRST_BODY = 999_000_000;
    private static final int BODIES = 1_000_000;
    private static final int NONE = 10;

    private static final int[] ISSUABLE = issuable();
    /** How many numbers the range holds. */
    static final int AVAILABLE = ISSUABLE.length;

    private final Permutation drawn;

    NhsNumbers(int people, Seed seed) {
        drawn = new Permutation(Math.max(people, AVAILABLE), seed);
    }

    Optional<String> of(int person) {
        long ticket = drawn.at(person);
        return ticket < AVAILABLE ? Optional.of(number(FIRST_BODY + ISSUABLE[(int) ticket])) : Optional.empty();
    }

    private static int[] issuable() {
        var bodies = new int[BODIES];
        int count = 0;
        for (int body = 0; body < BODIES - 1; body++) { // the last body is all nines, and repeated digits are refused
            if (checkDigit(FIRST_BODY + body) != NONE) {
                bodies[count++] = body;
            }
        }
        return Arrays.copyOf(bodies, count);
    }

    private static String number(long body) {
        return Long.toString(body * 10 + checkDigit(body));
    }

    private static int checkDigit(long body) {
        int sum = 0;
        long rest = body;
        for (int weight = 2; weight <= 10; weight++, rest /= 10) {
            sum += weight * (int) (rest % 10);
        }
        return (11 - sum % 11) % 11;
    }
}
