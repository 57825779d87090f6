package uk.linkage.testdata;

/**
 * Mistypes a number of ten digits so that Modulus 11 finds it out: one digit replaced, or two neighbours transposed.
 *
 * <p>Why it always does: the weights 10 to 1 are not divisible by 11, and neighbouring weights differ by one, so
 * either slip shifts the sum by something that is not divisible by 11.
 */
final class WrongNumber {
    private WrongNumber() {}

    static String of(String number, SplitMix64 dice) {
        int at = dice.below(number.length() - 1);
        char here = number.charAt(at);
        char next = number.charAt(at + 1);
        boolean transposes = here != next && dice.chance(5_000);
        return number.substring(0, at)
                + (transposes ? "" + next + here : "" + anotherThan(here, dice) + next)
                + number.substring(at + 2);
    }

    private static char anotherThan(char digit, SplitMix64 dice) {
        return (char) ('0' + (digit - '0' + 1 + dice.below(9)) % 10);
    }
}
