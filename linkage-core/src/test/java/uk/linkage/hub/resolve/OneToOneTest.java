package uk.linkage.hub.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.resolve.RandomLinks.Link;

class OneToOneTest {
    private static final OneToOne EXACT = new OneToOne(0, 10_000);

    @Test
    void aSingleLinkStays() {
        Links links = Links.builder().add(0, 1, 3).build();
        Assignment assignment = EXACT.assign(links);
        assertThat(RandomLinks.list(assignment.links())).containsExactly(new Link(0, 1, 3));
        assertThat(assignment.components()).isEqualTo(1);
        assertThat(assignment.tiedComponents()).isZero();
    }

    @Test
    void noLinksGiveNoLinks() {
        assertThat(EXACT.assign(Links.builder().build()).links().size()).isZero();
    }

    @Test
    void theHeaviestLinkYieldsToTwoThatAreHeavierTogether() {
        Links links = Links.builder().add(0, 10, 10).add(0, 11, 9).add(1, 10, 8).build();
        assertThat(RandomLinks.list(EXACT.assign(links).links()))
                .containsExactly(new Link(0, 11, 9), new Link(1, 10, 8));
    }

    @Test
    void aRecordStaysAloneWhereThatIsBest() {
        Links links = Links.builder().add(0, 10, 10).add(1, 10, 8).build();
        assertThat(RandomLinks.list(EXACT.assign(links).links())).containsExactly(new Link(0, 10, 10));
    }

    @Test
    void gainsAreCountedAboveTheFloor() {
        Links links = Links.builder().add(0, 10, 10).add(0, 11, 6).add(1, 10, 6).build();
        assertThat(EXACT.assign(links).links().size()).isEqualTo(2);
        assertThat(new OneToOne(5, 100).assign(links).links().size()).isEqualTo(1);
    }

    @Test
    void linksNotAboveTheFloorAreLeftOutAndCounted() {
        Links links =
                Links.builder().add(0, 10, 5).add(1, 11, 4).add(2, 12, 5.5).build();
        Assignment assignment = new OneToOne(5, 100).assign(links);
        assertThat(RandomLinks.list(assignment.links())).containsExactly(new Link(2, 12, 5.5));
        assertThat(assignment.belowFloor()).isEqualTo(2);
    }

    @Test
    void itIsAsGoodAsTheBestOfAllAssignments() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int lefts = 1 + random.nextInt(7);
            int rights = 1 + random.nextInt(7);
            double floor = random.nextInt(3) - 1;
            List<Link> any = RandomLinks.between(random, lefts, rights, random.nextDouble(), seed % 3 * 0.5);
            Links links =
                    new OneToOne(floor, 100).assign(RandomLinks.build(any)).links();
            assertOneToOne(links, seed);
            assertThat(total(links, floor))
                    .as("seed %d", seed)
                    .isCloseTo(best(any, floor, 0, lefts, new HashSet<>()), within(1e-9));
        }
    }

    @Test
    void itIsAsGoodAsTheDenseHungarianMethodOnLargerComponents() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int lefts = 20 + random.nextInt(100);
            int rights = 20 + random.nextInt(100);
            List<Link> any = RandomLinks.between(random, lefts, rights, 0.02 + random.nextDouble() / 2, seed % 2);
            Links links = EXACT.assign(RandomLinks.build(any)).links();
            assertOneToOne(links, seed);
            assertThat(total(links, 0)).as("seed %d", seed).isCloseTo(hungarian(any, lefts, rights), within(1e-7));
        }
    }

    @Test
    void aComponentOfThousandsOfRecordsIsSolvedExactly() {
        Random random = new Random(7);
        Links links = RandomLinks.build(ring(random, 3000));
        Assignment exact = EXACT.assign(links);
        Assignment greedy = new OneToOne(0, 100).assign(links);
        assertThat(exact.components()).isEqualTo(1);
        assertThat(exact.greedyComponents()).isZero();
        assertOneToOne(exact.links(), 7);
        assertThat(total(exact.links(), 0)).isGreaterThan(total(greedy.links(), 0));
    }

    @Test
    void aComponentTooLargeIsGreedyAndCounted() {
        Links links = Links.builder()
                .add(0, 10, 10)
                .add(0, 11, 9)
                .add(1, 10, 8)
                .add(5, 15, 1)
                .build();
        Assignment assignment = new OneToOne(0, 3).assign(links);
        assertThat(assignment.components()).isEqualTo(2);
        assertThat(assignment.greedyComponents()).isEqualTo(1);
        assertThat(RandomLinks.list(assignment.links())).containsExactly(new Link(0, 10, 10), new Link(5, 15, 1));
        assertThat(new OneToOne(0, 4).assign(links).greedyComponents()).isZero();
    }

    @Test
    void theAnswerDoesNotDependOnTheOrderOfLinks() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Link> any = RandomLinks.between(random, 12, 12, 0.3, 2);
            List<Link> first =
                    RandomLinks.list(EXACT.assign(RandomLinks.build(any)).links());
            List<Link> again = RandomLinks.list(
                    EXACT.assign(RandomLinks.buildShuffled(any, random)).links());
            assertThat(again).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void aComponentIsTiedWhereARecordHasTwoEquallyBestLinks() {
        assertThat(tied(Links.builder().add(0, 10, 5).add(0, 11, 5))).isEqualTo(1);
        assertThat(tied(Links.builder().add(0, 10, 5).add(1, 10, 5))).isEqualTo(1);
        assertThat(tied(Links.builder().add(0, 10, 5).add(0, 11, 5 - 1e-10))).isEqualTo(1);
        assertThat(tied(Links.builder().add(0, 10, 5).add(0, 11, 5 - 1e-6))).isZero();
    }

    @Test
    void equalLinksBelowARecordsBestAreNoTie() {
        assertThat(tied(Links.builder().add(0, 10, 5).add(0, 11, 4).add(0, 12, 4)))
                .isZero();
    }

    @Test
    void eachTiedComponentIsCountedOnce() {
        Links.Builder links =
                Links.builder().add(0, 10, 5).add(0, 11, 5).add(1, 10, 5).add(1, 11, 5);
        assertThat(tied(links.add(2, 12, 5).add(3, 13, 5).add(3, 14, 5))).isEqualTo(2);
    }

    @Test
    void aRecordOnBothSidesIsRefused() {
        Links links = Links.builder().add(0, 1, 3).add(1, 2, 3).build();
        assertThatThrownBy(() -> EXACT.assign(links)).hasMessage("record 1 is on both sides of the links");
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new OneToOne(0, 1)).hasMessageContaining("exactUpTo (1)");
        assertThatThrownBy(() -> new OneToOne(Double.NaN, 10)).hasMessageContaining("floor");
    }

    private static int tied(Links.Builder links) {
        return EXACT.assign(links.build()).tiedComponents();
    }

    /** One connected ring of lefts and rights with some chords. */
    private static List<Link> ring(Random random, int lefts) {
        List<Link> links = new ArrayList<>();
        for (int left = 0; left < lefts; left++) {
            links.add(new Link(left, lefts + left, 1 + random.nextDouble()));
            links.add(new Link(left, lefts + (left + 1) % lefts, 1 + random.nextDouble()));
            links.add(new Link(left, lefts + random.nextInt(lefts), 1 + random.nextDouble()));
        }
        return links;
    }

    private static void assertOneToOne(Links links, int seed) {
        Set<Integer> seen = new HashSet<>();
        for (Link link : RandomLinks.list(links)) {
            assertThat(seen.add(link.left()) && seen.add(link.right()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private static double total(Links links, double floor) {
        return RandomLinks.list(links).stream()
                .mapToDouble(link -> link.weight() - floor)
                .sum();
    }

    /** The plain twin: every way to give each left record a free partner or none. */
    private static double best(List<Link> links, double floor, int left, int lefts, Set<Integer> taken) {
        if (left == lefts) {
            return 0;
        }
        double best = best(links, floor, left + 1, lefts, taken);
        for (Link link : links) {
            if (link.left() == left && taken.add(link.right())) {
                best = Math.max(best, link.weight() - floor + best(links, floor, left + 1, lefts, taken));
                taken.remove(link.right());
            }
        }
        return best;
    }

    /** The dense O(n^3) method with potentials, rows against columns and one column of cost 0 for each row to stay alone. */
    private static double hungarian(List<Link> links, int lefts, int rights) {
        double[][] cost = new double[lefts + 1][rights + lefts + 1];
        links.forEach(link -> cost[link.left() + 1][link.right() - lefts + 1] = Math.min(0, -link.weight()));
        double[] u = new double[lefts + 1];
        double[] v = new double[rights + lefts + 1];
        int[] rowOf = new int[v.length];
        for (int row = 1; row <= lefts; row++) {
            int[] way = new int[v.length];
            double[] least = new double[v.length];
            boolean[] used = new boolean[v.length];
            java.util.Arrays.fill(least, Double.MAX_VALUE);
            rowOf[0] = row;
            int column = 0;
            do {
                used[column] = true;
                int next = 0;
                double delta = Double.MAX_VALUE;
                for (int j = 1; j < v.length; j++) {
                    double reduced = cost[rowOf[column]][j] - u[rowOf[column]] - v[j];
                    if (!used[j] && reduced < least[j]) {
                        least[j] = reduced;
                        way[j] = column;
                    }
                    if (!used[j] && least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j < v.length; j++) {
                    if (used[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            for (; column != 0; column = way[column]) {
                rowOf[column] = rowOf[way[column]];
            }
        }
        double total = 0;
        for (int j = 1; j < v.length; j++) {
            total -= rowOf[j] == 0 ? 0 : cost[rowOf[j]][j];
        }
        return total;
    }
}
