package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NhsNumbersTest {
    private static final long FIRST = 9_990_000_000L;

    @Test
    void thereAreAsManyAsPassTheCheckInTheRangeThatIsNeverIssued() {
        long passing = LongStream.rangeClosed(FIRST, 9_999_999_999L)
                .filter(number -> Modulus11.passes(Long.toString(number)))
                .count();
        assertThat(NhsNumbers.AVAILABLE).as("all but 999 999 9999").isEqualTo((int) passing - 1);
    }

    @Test
    void everyNumberIsOfTheRangeAndPassesItsCheck() {
        var numbers = new NhsNumbers(5_000, new Seed(3));
        assertThat(IntStream.range(0, 5_000).mapToObj(numbers::of))
                .allSatisfy(number -> assertThat(number)
                        .hasValueSatisfying(
                                digits -> assertThat(digits).startsWith("999").matches(Modulus11::passes)));
    }

    @Test
    void aPopulationBeyondTheRangeUsesItUpAndLeavesTheOthersWithout() {
        var numbers = new NhsNumbers(1_000_000, new Seed(4));
        var seen = new BitSet();
        for (int person = 0; person < 1_000_000; person++) {
            numbers.of(person).ifPresent(number -> seen.set((int) (Long.parseLong(number) - FIRST)));
        }
        assertThat(seen.cardinality()).isEqualTo(NhsNumbers.AVAILABLE);
        assertThat(IntStream.range(0, 1_000_000)
                        .filter(p -> numbers.of(p).isPresent())
                        .count())
                .isEqualTo(NhsNumbers.AVAILABLE);
    }

    @Test
    void aMistypedNumberAlwaysFailsItsCheck() {
        var numbers = new NhsNumbers(5_000, new Seed(5));
        var dice = new SplitMix64(5);
        for (int person = 0; person < 5_000; person++) {
            String number = numbers.of(person).orElseThrow();
            assertThat(WrongNumber.of(number, dice))
                    .hasSize(10)
                    .isNotEqualTo(number)
                    .matches(n -> !Modulus11.passes(n));
        }
    }
}
