package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.decide.Contest.Outcome;

class ContestTest {
    /** Pairs 0-0, 0-1, 1-0 and 1-1, each of a pattern of its own. */
    private static final EveryState FOUR = EveryState.lacking(new int[] {0, 1}, new int[] {0, 2});

    @Test
    void theBestPairWinsAndThoseThatShareARecordWithItLose() {
        Outcome outcome = hold(FOUR, true, true, pattern(0), 10, pattern(1), 5, pattern(2), 4, pattern(3), 1);
        assertThat(outcome.winners()).containsExactly(byPattern(1, 0, 0, 1));
        assertThat(outcome.losers()).containsExactly(byPattern(0, 1, 1, 0));
    }

    @Test
    void losersRuledOutByNoBetterLoserAreTheRunnersUp() {
        assertThat(hold(FOUR, true, true, pattern(0), 10, pattern(1), 5, pattern(2), 4, pattern(3), 1)
                        .runnersUp())
                .containsExactly(byPattern(0, 1, 1, 0));
        EveryState row = EveryState.of(1, 3);
        Outcome outcome = hold(
                row,
                true,
                true,
                row.patterns().of(0),
                3,
                row.patterns().of(1),
                2,
                row.patterns().of(2),
                1);
        assertThat(outcome.losers()[row.patterns().of(1)]).isOne();
        assertThat(outcome.losers()[row.patterns().of(2)]).isOne();
        assertThat(outcome.runnersUp()[row.patterns().of(1)]).isOne();
        assertThat(outcome.runnersUp()[row.patterns().of(2)]).isZero();
    }

    @Test
    void whereNeitherHoldsAPersonOnceNobodyLoses() {
        Contest contest = new Contest(FOUR.pairs(), FOUR.patterns(), new Claims(false, false));
        assertThat(contest.isOpen()).isFalse();
        assertThat(contest.hold(new double[FOUR.patterns().size()]).winners()).containsExactly(byPattern(1, 1, 1, 1));
    }

    @Test
    void whereAllPairsAreFalseTheyHaveLostAndTheBestOfThemAreTheRunnersUp() {
        Outcome outcome = new Outcome(new long[] {3, 0, 2}, new long[] {1, 4, 0}, new long[] {1, 2, 0});
        Outcome asFalse = outcome.asFalse();
        assertThat(asFalse.winners()).containsExactly(0, 0, 0);
        assertThat(asFalse.losers()).containsExactly(4, 4, 2);
        assertThat(asFalse.runnersUp()).containsExactly(3, 0, 2);
    }

    @Test
    void outcomesAddUpPatternByPattern() {
        Outcome one = new Outcome(new long[] {1, 2}, new long[] {3, 4}, new long[] {5, 6});
        Outcome more = new Outcome(new long[] {10, 20}, new long[] {30, 40}, new long[] {50, 60});
        assertThat(one.plus(more))
                .isEqualTo(new Outcome(new long[] {11, 22}, new long[] {33, 44}, new long[] {55, 66}))
                .isEqualTo(more.plus(one))
                .isNotEqualTo(one);
        assertThat(one.winners()).as("what is added to stays").containsExactly(1, 2);
    }

    @Test
    void itIsGreedyOverPairsByRankThenByRow() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            EveryState some = EveryState.of(1 + random.nextInt(12), 1 + random.nextInt(12));
            double[] rank = random.doubles(some.patterns().size()).toArray();
            boolean onceLeft = random.nextBoolean();
            boolean onceRight = random.nextBoolean();
            Outcome outcome = new Contest(some.pairs(), some.patterns(), new Claims(onceLeft, onceRight)).hold(rank);
            List<Integer> open = ranked(some, rank);
            List<Integer> winners = taken(some, open, onceLeft, onceRight);
            open.removeAll(winners);
            assertThat(outcome.winners()).as("seed %d", seed).containsExactly(counts(some, winners));
            assertThat(outcome.losers()).as("seed %d", seed).containsExactly(counts(some, open));
            assertThat(outcome.runnersUp())
                    .as("seed %d", seed)
                    .containsExactly(counts(some, taken(some, open, onceLeft, onceRight)));
        }
    }

    private static List<Integer> ranked(EveryState states, double[] rank) {
        Comparator<Integer> byRank =
                Comparator.comparingDouble(pair -> -rank[states.patterns().of(pair)]);
        return new ArrayList<>(IntStream.range(0, states.pairs().size())
                .boxed()
                .sorted(byRank.thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** A pair is taken unless one before it has one of its records, where a record has one partner. */
    private static List<Integer> taken(EveryState states, List<Integer> ranked, boolean onceLeft, boolean onceRight) {
        List<Integer> taken = new ArrayList<>();
        for (int pair : ranked) {
            int left = states.pairs().left(pair);
            int right = states.pairs().right(pair);
            boolean free = taken.stream()
                    .noneMatch(other -> onceRight && states.pairs().left(other) == left
                            || onceLeft && states.pairs().right(other) == right);
            if (free) {
                taken.add(pair);
            }
        }
        return taken;
    }

    private static long[] counts(EveryState states, List<Integer> pairs) {
        long[] counts = new long[states.patterns().size()];
        pairs.forEach(pair -> counts[states.patterns().of(pair)]++);
        return counts;
    }

    private static int pattern(int pair) {
        return FOUR.patterns().of(pair);
    }

    private static long[] byPattern(long... byPair) {
        long[] byPattern = new long[4];
        IntStream.range(0, 4).forEach(pair -> byPattern[pattern(pair)] = byPair[pair]);
        return byPattern;
    }

    /** Patterns and their ranks in turn. */
    private static Outcome hold(EveryState states, boolean onceLeft, boolean onceRight, int... ranks) {
        double[] rank = new double[states.patterns().size()];
        for (int i = 0; i < ranks.length; i += 2) {
            rank[ranks[i]] = ranks[i + 1];
        }
        assertThat(Arrays.stream(rank).distinct()).hasSize(ranks.length / 2);
        return new Contest(states.pairs(), states.patterns(), new Claims(onceLeft, onceRight)).hold(rank);
    }
}
