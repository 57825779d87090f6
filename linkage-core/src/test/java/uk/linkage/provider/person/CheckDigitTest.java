package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modulus 11 against the steps of the NHS Data Dictionary, on numbers of the block that is never issued. */
class CheckDigitTest {
    private static final long SEED = 20260102;
    private static final int NUMBERS = 5_000;
    private static final int NONE = 10;

    private Random random;

    @BeforeEach
    void startFromTheSeed() {
        random = new Random(SEED);
    }

    @Test
    void nineDigitsAndTheirCheckDigitAreANumber() {
        for (int i = 0; i < NUMBERS; i++) {
            String number = anyNumber();
            assertThat(NhsNumber.parse(number).map(NhsNumber::reveal))
                    .as(place(i))
                    .contains(number);
        }
    }

    @Test
    void exactlyTheNumbersWithTheirCheckDigitPass() {
        for (int i = 0; i < NUMBERS; i++) {
            String nine = anyNine();
            for (int last = 0; last <= 9; last++) {
                boolean right = last == checkDigit(nine);
                assertThat(NhsNumber.parse(nine + last).isPresent())
                        .as(place(i))
                        .isEqualTo(right);
            }
        }
    }

    @Test
    void anySingleWrongDigitIsCaught() {
        for (int i = 0; i < NUMBERS; i++) {
            String number = anyNumber();
            for (int at = 0; at < 10; at++) {
                StringBuilder wrong = new StringBuilder(number);
                wrong.setCharAt(at, otherDigit(number.charAt(at)));
                assertThat(NhsNumber.parse(wrong.toString())).as(place(i)).isEmpty();
            }
        }
    }

    @Test
    void anySwapOfDifferentNeighboursIsCaught() {
        for (int i = 0; i < NUMBERS; i++) {
            String number = anyNumber();
            for (int at = 0; at < 9; at++) {
                String swapped = swapped(number, at);
                boolean caught = NhsNumber.parse(swapped).isEmpty();
                assertThat(caught).as(place(i)).isEqualTo(!swapped.equals(number));
            }
        }
    }

    private String anyNumber() {
        String nine = anyNine();
        while (checkDigit(nine) == NONE || nine.equals("999999999")) nine = anyNine();
        return nine + checkDigit(nine);
    }

    private String anyNine() {
        return "999%06d".formatted(random.nextInt(1_000_000));
    }

    private char otherDigit(char digit) {
        return (char) ('0' + (digit - '0' + 1 + random.nextInt(9)) % 10);
    }

    /** Steps 1 to 5: multiply by the weighting, add, divide by 11, take from 11; 11 is 0 and 10 is no number. */
    private static int checkDigit(String nine) {
        int total = 0;
        for (int position = 1; position <= 9; position++) {
            int weighting = 11 - position;
            total += Character.getNumericValue(nine.charAt(position - 1)) * weighting;
        }
        int remainder = total % 11;
        int check = 11 - remainder;
        return check == 11 ? 0 : check;
    }

    private static String swapped(String number, int at) {
        return number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
    }

    private static String place(int i) {
        return "seed %d, number %d".formatted(SEED, i);
    }
}
