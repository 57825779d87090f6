package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.crosswalk.Change.Kind;

/** What holds of any run after another, on random ones small enough to try every way of carrying ids over. */
class CarryOverTest {
    private static final List<String> PROVIDERS = List.of("a", "b", "c", "d");
    private static final List<Run> RUNS =
            IntStream.range(0, 400).mapToObj(seed -> new Run(new Random(seed))).toList();

    @Test
    void noIdIsGivenToTwoPeople() {
        forRandomRuns(run -> {
            Map<Integer, Set<String>> ids = new HashMap<>();
            run.records.forEach(record -> ids.computeIfAbsent(run.cluster(record), c -> new HashSet<>())
                    .add(run.now(record)));
            assertThat(ids.values()).allMatch(of -> of.size() == 1);
            assertThat(ids.values()).doesNotHaveDuplicates();
        });
    }

    @Test
    void aPersonWhoseRecordsAreThoseOfOneIdKeepsIt() {
        forRandomRuns(run -> run.former.forEach((id, records) -> {
            Set<Integer> clusters = new HashSet<>();
            records.stream().filter(run.records::contains).forEach(record -> clusters.add(run.cluster(record)));
            Set<String> others = new HashSet<>();
            run.records.stream()
                    .filter(record -> clusters.contains(run.cluster(record)))
                    .forEach(record -> others.add(run.before.getOrDefault(record, id)));
            if (clusters.size() == 1 && others.equals(Set.of(id))) {
                assertThat(records.stream().filter(run.records::contains))
                        .allMatch(record -> run.now(record).equals(id));
            }
        }));
    }

    @Test
    void everyChangeIsListedWithItsRecordsAndNothingElseIs() {
        forRandomRuns(run -> {
            Map<String, Integer> expected = new TreeMap<>();
            run.records.stream()
                    .filter(record ->
                            run.before.containsKey(record) && !run.now(record).equals(run.before.get(record)))
                    .forEach(record -> expected.merge(run.before.get(record) + " " + run.now(record), 1, Integer::sum));
            Set<String> inUse = new HashSet<>(run.records.stream().map(run::now).toList());
            run.former.forEach((id, records) -> {
                if (!inUse.contains(id)) {
                    expected.put(id + " ", records.size());
                }
            });
            Map<String, Integer> listed = new TreeMap<>();
            run.changes
                    .list()
                    .forEach(c -> listed.put(c.formerId() + " " + c.newId().orElse(""), c.records()));
            assertThat(listed).isEqualTo(expected);
            assertThat(run.changes.list()).hasSize(expected.size());
        });
    }

    @Test
    void aChangeIsAMergeWhereTheNewIdWasThereBefore() {
        forRandomRuns(run -> run.changes.list().forEach(change -> {
            boolean merge = change.newId().isPresent()
                    && run.former.containsKey(change.newId().get());
            assertThat(change.kind() == Kind.MERGED).isEqualTo(merge);
            assertThat(change.kind() == Kind.RETIRED).isEqualTo(change.newId().isEmpty());
            assertThat(change.reason()).isNotEmpty().doesNotContain("in one person of this run");
        }));
    }

    @Test
    void aFreshIdWasNeverGivenBefore() {
        forRandomRuns(run -> {
            Set<String> fresh = new HashSet<>(run.records.stream().map(run::now).toList());
            fresh.removeAll(run.former.keySet());
            assertThat(fresh).doesNotContainAnyElementsOf(run.retired);
            assertThat(run.changes.retired()).containsAll(run.retired);
        });
    }

    @Test
    void asManyRecordsAsCanBeKeepTheirId() {
        forRandomRuns(run -> {
            long kept = run.records.stream()
                    .filter(record -> run.now(record).equals(run.before.get(record)))
                    .count();
            assertThat(kept).isEqualTo(run.mostThatCanKeep());
        });
    }

    @Test
    void countsAddUp() {
        forRandomRuns(run -> {
            IdCounts ids = run.changes.ids();
            assertThat(ids.kept() + ids.merged() + ids.vanished()).isEqualTo(run.former.size());
            assertThat(ids.kept() + ids.split() + ids.added())
                    .isEqualTo(
                            new HashSet<>(run.records.stream().map(run::cluster).toList()).size());
            assertThat(run.changes.records().stream()
                            .mapToInt(of -> of.kept() + of.moved() + of.vanished())
                            .sum())
                    .isEqualTo(run.before.size());
            assertThat(run.changes.records().stream()
                            .mapToInt(of -> of.kept() + of.moved() + of.added())
                            .sum())
                    .isEqualTo(run.records.size());
        });
    }

    @Test
    void theOrderOfFilesAndTheGeneratorMakeNoDifferenceToWhatIsCarriedOver() {
        forRandomRuns(run -> {
            Naming turned = run.story.files("c", "a", "d", "b").told(new Random(99));
            for (String record : run.records) {
                String id = run.story.idOf(turned, record);
                if (run.former.containsKey(id) || run.former.containsKey(run.now(record))) {
                    assertThat(id).isEqualTo(run.now(record));
                }
            }
        });
    }

    private interface Check {
        void of(Run run);
    }

    private static void forRandomRuns(Check check) {
        for (int seed = 0; seed < RUNS.size(); seed++) {
            try {
                check.of(RUNS.get(seed));
            } catch (AssertionError failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    /** Up to six ids over four providers, some records gone and some new, and links at random. */
    private static final class Run {
        private final Story story;
        private final Map<String, String> before = new HashMap<>();
        private final Map<String, Set<String>> former = new TreeMap<>();
        private final Set<String> retired = Set.of(Story.id(90), Story.id(91));
        private final List<String> records;
        private final Map<String, String> now = new HashMap<>();
        private final Map<String, Integer> clusters = new HashMap<>();
        private final Changes changes;

        Run(Random random) {
            story = new Story(random.nextBoolean() ? new String[] {"a", "b"} : new String[0]);
            invent(random);
            story.retired(retired.toArray(String[]::new));
            Naming naming = story.told();
            records = story.records();
            changes = naming.changes().orElseThrow();
            for (String record : records) {
                now.put(record, story.idOf(naming, record));
                clusters.put(record, story.clusters().clusterOf(records.indexOf(record)));
            }
        }

        private void invent(Random random) {
            List<String> present = new ArrayList<>();
            int ids = 1 + random.nextInt(6);
            for (String provider : PROVIDERS) {
                for (int i = 0; i < 4; i++) {
                    String record = provider + i;
                    if (random.nextInt(4) > 0) {
                        remember(record, Story.id(random.nextInt(ids)));
                    }
                    if (i == 0 || random.nextInt(5) > 0) {
                        present.add(record);
                        story.now(record);
                    }
                }
            }
            link(random, present);
        }

        private void remember(String record, String id) {
            before.put(record, id);
            former.computeIfAbsent(id, any -> new TreeSet<>()).add(record);
            story.before(id, record);
        }

        /** No two links weigh the same, since clusters settle such ties by the order of records. */
        private void link(Random random, List<String> present) {
            int density = 4 + random.nextInt(20);
            for (int i = 0; i < present.size(); i++) {
                for (int j = i + 1; j < present.size(); j++) {
                    if (random.nextInt(density) == 0) {
                        story.link(present.get(i), present.get(j), 1 + random.nextInt(20) + (16 * i + j) / 1000.0);
                    }
                }
            }
        }

        String now(String record) {
            return now.get(record);
        }

        int cluster(String record) {
            return clusters.get(record);
        }

        /** By trying every way: each id in turn stays with one of its people that is still free, or with none. */
        int mostThatCanKeep() {
            return most(new ArrayList<>(former.values()), 0, new HashSet<>());
        }

        private int most(List<Set<String>> ids, int next, Set<Integer> taken) {
            if (next == ids.size()) {
                return 0;
            }
            int most = most(ids, next + 1, taken);
            Map<Integer, Integer> parts = new HashMap<>();
            ids.get(next).stream().filter(clusters::containsKey).forEach(r -> parts.merge(cluster(r), 1, Integer::sum));
            for (Map.Entry<Integer, Integer> part : parts.entrySet()) {
                if (taken.add(part.getKey())) {
                    most = Math.max(most, part.getValue() + most(ids, next + 1, taken));
                    taken.remove(part.getKey());
                }
            }
            return most;
        }
    }
}
