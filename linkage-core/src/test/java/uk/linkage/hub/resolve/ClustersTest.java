package uk.linkage.hub.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.resolve.RandomLinks.Link;

class ClustersTest {
    @Test
    void withoutLinksEachRecordIsAPerson() {
        Clusters clusters =
                Clusters.of(new int[] {0, 0, 1}, both(), Links.builder().build());
        assertThat(numbers(clusters)).containsExactly(0, 1, 2);
        assertThat(clusters.count()).isEqualTo(3);
    }

    @Test
    void noRecordsGiveNoPeople() {
        assertThat(Clusters.of(new int[0], new boolean[0], Links.builder().build())
                        .count())
                .isZero();
    }

    @Test
    void linksJoinRecordsOfAnyNumberOfProviders() {
        Links links = Links.builder().add(0, 2, 5).add(3, 2, 4).build();
        Clusters clusters = Clusters.of(new int[] {0, 0, 1, 2}, new boolean[] {true, true, true}, links);
        assertThat(numbers(clusters)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void aDeduplicatedProviderHasOneRecordOfAPersonAndTheHeavierLinkWins() {
        Links links = Links.builder().add(0, 2, 5).add(1, 2, 6).build();
        Clusters clusters = Clusters.of(new int[] {0, 0, 1}, both(), links);
        assertThat(numbers(clusters)).containsExactly(0, 1, 1);
        assertThat(clusters.refusedByProvider()).isEqualTo(1);
        assertThat(clusters.refusedByVeto()).isZero();
    }

    @Test
    void aProviderWithDuplicatesMayHaveSeveralRecordsOfAPerson() {
        Links links = Links.builder().add(0, 2, 5).add(1, 2, 6).build();
        Clusters clusters = Clusters.of(new int[] {0, 0, 1}, new boolean[] {false, true}, links);
        assertThat(clusters.count()).isEqualTo(1);
        assertThat(clusters.refusedByProvider()).isZero();
    }

    @Test
    void aLinkWithinADeduplicatedProviderIsRefused() {
        Links links = Links.builder().add(0, 1, 9).build();
        assertThat(Clusters.of(new int[] {0, 0}, both(), links).refusedByProvider())
                .isEqualTo(1);
    }

    @Test
    void aVetoHoldsBetweenAllMembersNotOnlyTheLinkedOnes() {
        Links links = Links.builder().add(0, 1, 9).add(1, 2, 8).build();
        Clusters clusters =
                Clusters.of(new int[] {0, 1, 2}, new boolean[3], links, (left, right) -> left == 0 && right == 2);
        assertThat(numbers(clusters)).containsExactly(0, 0, 1);
        assertThat(clusters.refusedByVeto()).isEqualTo(1);
    }

    @Test
    void aChainDoesNotJoinWhatSpeaksAgainstIt() {
        Links links = Links.builder().add(0, 1, 12).add(1, 2, 4).build();
        Clusters joined =
                Clusters.of(new int[] {0, 1, 2}, new boolean[3], links, Veto.none(), knowing(links, 0, 2, -3));
        assertThat(numbers(joined)).containsExactly(0, 0, 0);
        Clusters apart = Clusters.of(new int[] {0, 1, 2}, new boolean[3], links, Veto.none(), knowing(links, 0, 2, -5));
        assertThat(numbers(apart)).containsExactly(0, 0, 1);
        assertThat(apart.refusedByEvidence()).isEqualTo(1);
        assertThat(apart.refusedByVeto()).isZero();
    }

    @Test
    void aRecordMovesToTheClusterThatHasMoreClaimToIt() {
        // 0 and 4 are of one provider; 2 joins 0 and 1 first, though 4 and 5 together claim it more
        Links links = Links.builder()
                .add(0, 1, 20)
                .add(4, 5, 15)
                .add(0, 2, 10)
                .add(4, 2, 9)
                .add(5, 2, 9)
                .build();
        int[] providerOf = {0, 1, 2, 2, 0, 1};
        Clusters clusters =
                Clusters.of(providerOf, new boolean[] {true, true, true}, links, Veto.none(), knowing(links, 0, 3, 0));
        assertThat(numbers(clusters)).containsExactly(0, 0, 1, 2, 1, 1);
        assertThat(clusters.moves()).isEqualTo(1);
        assertThat(numbers(Clusters.of(providerOf, new boolean[] {true, true, true}, links)))
                .as("by links alone")
                .containsExactly(0, 0, 0, 1, 2, 2);
    }

    @Test
    void movesKeepEveryPromiseAndComeNearTheBestOfAllClusterings() {
        double greedy = 0;
        double moved = 0;
        double best = 0;
        for (int seed = 0; seed < 300; seed++) {
            Crowd crowd = new Crowd(new Random(seed));
            Clusters clusters = crowd.clusters();
            crowd.assertPromises(sets(clusters), seed);
            moved += crowd.sum(sets(clusters));
            greedy += crowd.sum(sets(crowd.byLinksAlone()));
            best += crowd.best();
        }
        assertThat(moved).as("against %s by links alone", greedy).isGreaterThan(greedy);
        assertThat(moved / best).as("share of the best sum").isBetween(0.97, 1.0);
    }

    @Test
    void theAnswerWithEvidenceDoesNotDependOnTheOrderOfLinks() {
        for (int seed = 0; seed < 100; seed++) {
            Crowd crowd = new Crowd(new Random(seed));
            assertThat(numbers(crowd.clustersShuffled(new Random(seed)))).isEqualTo(numbers(crowd.clusters()));
        }
    }

    @Test
    void aLinkWithinAPersonIsNeitherNeededNorRefused() {
        Links links = Links.builder().add(0, 1, 9).add(1, 2, 8).add(0, 2, 7).build();
        Clusters clusters = Clusters.of(new int[] {0, 1, 2}, new boolean[] {true, true, true}, links);
        assertThat(clusters.refusedByProvider()).isZero();
        assertThat(clusters.count()).isEqualTo(1);
    }

    @Test
    void itAgreesWithSetsOfRecordsJoinedOneByOne() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int providers = 1 + random.nextInt(5);
            int[] providerOf = random.ints(random.nextInt(20), 0, providers).toArray();
            boolean[] deduplicated = deduplicated(random, providers);
            Veto veto = veto(seed);
            List<Link> any = RandomLinks.among(random, providerOf.length, random.nextDouble(), seed % 2);
            Twin twin = new Twin(providerOf, deduplicated, veto, RandomLinks.build(any));
            Clusters clusters = Clusters.of(providerOf, deduplicated, RandomLinks.buildShuffled(any, random), veto);
            assertThat(sets(clusters)).as("seed %d", seed).isEqualTo(new HashSet<>(twin.people));
            assertThat(clusters.count()).as("seed %d", seed).isEqualTo(twin.people.size());
            assertThat(clusters.refusedByProvider()).as("seed %d", seed).isEqualTo(twin.refusedByProvider);
            assertThat(clusters.refusedByVeto()).as("seed %d", seed).isEqualTo(twin.refusedByVeto);
        }
    }

    @Test
    void moreThanSixtyFourProvidersAreKeptApart() {
        int providers = 130;
        int[] providerOf = new int[2 * providers];
        Links.Builder links = Links.builder();
        for (int record = 0; record < providerOf.length; record++) {
            providerOf[record] = record % providers;
            for (int other = 0; other < record; other++) {
                links.add(other, record, 1);
            }
        }
        boolean[] deduplicated = new boolean[providers];
        java.util.Arrays.fill(deduplicated, true);
        Clusters clusters = Clusters.of(providerOf, deduplicated, links.build());
        assertThat(sets(clusters))
                .allSatisfy(person -> assertThat(person.stream()
                                .map(record -> providerOf[record])
                                .distinct())
                        .hasSameSizeAs(person));
        assertThat(clusters.clusterOf(0)).isEqualTo(clusters.clusterOf(129)).isNotEqualTo(clusters.clusterOf(130));
        assertThat(clusters.count()).isEqualTo(2);
    }

    @Test
    void clustersAreNumberedByTheirSmallestRecord() {
        Links links = Links.builder().add(3, 1, 9).add(2, 0, 1).build();
        assertThat(numbers(Clusters.of(new int[] {0, 0, 1, 1}, both(), links))).containsExactly(0, 1, 0, 1);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        Links links = Links.builder().add(0, 2, 1).build();
        assertThatThrownBy(() -> Clusters.of(new int[] {0, 1}, both(), links))
                .hasMessage("a link names record 2, there are 2 records");
        assertThatThrownBy(() -> Clusters.of(new int[] {0, 2, 1}, both(), links))
                .hasMessage("record 1 has provider 2, there are 2");
    }

    private static boolean[] both() {
        return new boolean[] {true, true};
    }

    private static boolean[] deduplicated(Random random, int providers) {
        boolean[] deduplicated = new boolean[providers];
        for (int provider = 0; provider < providers; provider++) {
            deduplicated[provider] = random.nextBoolean();
        }
        return deduplicated;
    }

    private static Veto veto(int seed) {
        return seed % 3 == 0 ? Veto.none() : (left, right) -> left < right && (left * 31 + right * 17 + seed) % 7 == 0;
    }

    private static int[] numbers(Clusters clusters) {
        int[] numbers = new int[clusters.records()];
        java.util.Arrays.setAll(numbers, clusters::clusterOf);
        return numbers;
    }

    private static Set<Set<Integer>> sets(Clusters clusters) {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            sets.add(new TreeSet<>());
        }
        for (int record = 0; record < clusters.records(); record++) {
            sets.get(clusters.clusterOf(record)).add(record);
        }
        return new HashSet<>(sets);
    }

    /** The links, and one pair more. */
    private static Evidence knowing(Links links, int record, int other, double bits) {
        return (a, b) -> {
            if (Set.of(a, b).equals(Set.of(record, other))) {
                return bits;
            }
            return RandomLinks.list(links).stream()
                    .filter(link -> Set.of(link.left(), link.right()).equals(Set.of(a, b)))
                    .mapToDouble(Link::weight)
                    .sum();
        };
    }

    /** A few records of three providers with what is known of every two: links where it speaks for them. */
    private static final class Crowd {
        private static final double LEAST_LINK = 2;

        private final int[] providerOf;
        private final boolean[] deduplicated = {true, true, false};
        private final double[][] bits;
        private final List<Link> links = new ArrayList<>();
        private double best = Double.NEGATIVE_INFINITY;

        Crowd(Random random) {
            providerOf = random.ints(3 + random.nextInt(5), 0, 3).toArray();
            bits = new double[providerOf.length][providerOf.length];
            for (int a = 0; a < bits.length; a++) {
                for (int b = a + 1; b < bits.length; b++) {
                    bits[a][b] = bits[b][a] = random.nextInt(30) - 18;
                    if (bits[a][b] >= LEAST_LINK && !excludes(a, b)) {
                        links.add(new Link(a, b, bits[a][b]));
                    }
                }
            }
        }

        private boolean excludes(int a, int b) {
            return providerOf[a] == providerOf[b] && deduplicated[providerOf[a]];
        }

        Clusters clusters() {
            return Clusters.of(providerOf, deduplicated, RandomLinks.build(links), Veto.none(), (a, b) -> bits[a][b]);
        }

        Clusters clustersShuffled(Random random) {
            Links shuffled = RandomLinks.buildShuffled(links, random);
            return Clusters.of(providerOf, deduplicated, shuffled, Veto.none(), (a, b) -> bits[a][b]);
        }

        Clusters byLinksAlone() {
            return Clusters.of(providerOf, deduplicated, RandomLinks.build(links));
        }

        double sum(Set<Set<Integer>> people) {
            return people.stream().mapToDouble(this::within).sum();
        }

        private double within(Set<Integer> person) {
            return person.stream()
                            .mapToDouble(a ->
                                    person.stream().mapToDouble(b -> bits[a][b]).sum())
                            .sum()
                    / 2;
        }

        void assertPromises(Set<Set<Integer>> people, int seed) {
            assertThat(people).as("seed %d", seed).allMatch(this::isPossible);
            assertThat(people.stream().mapToInt(Set::size).sum()).isEqualTo(providerOf.length);
        }

        /** No two records that exclude each other, and connected by links. */
        private boolean isPossible(Set<Integer> person) {
            Set<Integer> reached = new TreeSet<>(Set.of(person.iterator().next()));
            for (int round = 0; round < person.size(); round++) {
                links.stream()
                        .filter(link -> person.contains(link.left()) && person.contains(link.right()))
                        .filter(link -> reached.contains(link.left()) || reached.contains(link.right()))
                        .forEach(link -> reached.addAll(Set.of(link.left(), link.right())));
            }
            return reached.equals(person)
                    && person.stream().noneMatch(a -> person.stream().anyMatch(b -> a < b && excludes(a, b)));
        }

        /** Of all ways to put the records into possible clusters, the largest sum. */
        double best() {
            tryAll(0, new ArrayList<>());
            return best;
        }

        private void tryAll(int record, List<Set<Integer>> people) {
            if (record == providerOf.length) {
                if (people.stream().allMatch(this::isPossible)) {
                    best = Math.max(best, sum(new HashSet<>(people)));
                }
                return;
            }
            for (int i = 0; i < people.size(); i++) {
                people.get(i).add(record);
                tryAll(record + 1, people);
                people.get(i).remove(record);
            }
            people.add(new TreeSet<>(Set.of(record)));
            tryAll(record + 1, people);
            people.remove(people.size() - 1);
        }
    }

    /** The plain twin: a list of sets. */
    private static final class Twin {
        final List<Set<Integer>> people = new ArrayList<>();
        int refusedByProvider;
        int refusedByVeto;

        Twin(int[] providerOf, boolean[] deduplicated, Veto veto, Links links) {
            for (int record = 0; record < providerOf.length; record++) {
                people.add(new TreeSet<>(Set.of(record)));
            }
            for (Link link : RandomLinks.list(links)) {
                Set<Integer> one = personOf(link.left());
                Set<Integer> other = personOf(link.right());
                if (one == other) {
                    continue;
                }
                if (anyPair(one, other, (a, b) -> providerOf[a] == providerOf[b] && deduplicated[providerOf[a]])) {
                    refusedByProvider++;
                } else if (anyPair(one, other, (a, b) -> veto.forbids(Math.min(a, b), Math.max(a, b)))) {
                    refusedByVeto++;
                } else {
                    people.removeIf(person -> person == other);
                    one.addAll(other);
                }
            }
        }

        private Set<Integer> personOf(int record) {
            return people.stream()
                    .filter(person -> person.contains(record))
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean anyPair(Set<Integer> one, Set<Integer> other, Veto condition) {
            return one.stream().anyMatch(a -> other.stream().anyMatch(b -> condition.forbids(a, b)));
        }
    }
}
