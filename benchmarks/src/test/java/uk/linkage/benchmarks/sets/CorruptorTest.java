package uk.linkage.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.benchmarks.sets.Corruptor.Rates;

class CorruptorTest {
    private static final int TIMES = 20_000;

    private final Dice dice = new Dice(1, "corruptor");

    @Test
    void withoutRatesNothingHappens() {
        Corruptor careful = new Corruptor(new Rates(0, 0, 0, 0), dice);
        List<String> row = new ArrayList<>(List.of("ANN", "LEE"));
        careful.swap(row, 0, 1);
        assertThat(row).containsExactly("ANN", "LEE");
        assertThat(seen(() -> careful.cell("THOMPSON"))).containsExactly("THOMPSON");
    }

    @Test
    void eachThingHappensAsOftenAsSaid() {
        assertThat(share(new Rates(0.3, 0, 0, 0), String::isEmpty)).isCloseTo(0.3, within(0.02));
        assertThat(share(new Rates(0, 0, 0.2, 0), "TH0MPS0N"::equals))
                .as("only the O of THOMPSON and its S can be read otherwise, each by its place in the list")
                .isBetween(0.05, 0.2);
        assertThat(share(new Rates(0, 0, 0.2, 0), cell -> !cell.equals("THOMPSON")))
                .isCloseTo(0.2, within(0.02));
        assertThat(share(new Rates(0, 0.2, 0, 0), cell -> !cell.equals("THOMPSON")))
                .as("some slips leave the text as it was")
                .isBetween(0.15, 0.2);
    }

    @Test
    void aSlipIsOneEditAwayAndADigitStaysOne() {
        Corruptor hasty = new Corruptor(new Rates(0, 1, 0, 0), dice);
        Set<String> slips = seen(() -> hasty.slip("1984"));
        assertThat(slips).contains("984", "1894", "19844").allMatch(slip -> slip.matches("[0-9]{3,5}"));
        assertThat(seen(() -> hasty.slip("A"))).allMatch(slip -> slip.matches("[A-Z]{1,2}"));
    }

    @Test
    void anEmptyCellStaysEmpty() {
        assertThat(new Corruptor(new Rates(0, 1, 1, 1), dice).cell("")).isEmpty();
    }

    private double share(Rates rates, Predicate<String> wanted) {
        Corruptor corruptor = new Corruptor(rates, dice);
        return Stream.generate(() -> corruptor.cell("THOMPSON"))
                        .limit(TIMES)
                        .filter(wanted)
                        .count()
                / (double) TIMES;
    }

    private static Set<String> seen(Supplier<String> writing) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < TIMES; i++) {
            seen.add(writing.get());
        }
        return seen;
    }
}
