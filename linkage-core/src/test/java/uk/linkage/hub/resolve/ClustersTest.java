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
