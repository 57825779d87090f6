package uk.linkage.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.linkage.quality.Rehearsed.Made;

/** The plain twin of {@link Evaluation}: every pair and every set written out. */
final class PlainEvaluation {
    private final List<Made> records;
    private final boolean within;
    private final Map<Made, Set<Made>> clusters = new HashMap<>();
    private final Map<Made, Set<Made>> people = new HashMap<>();

    static PlainEvaluation ofPeople(Rehearsed made) {
        Set<Made> all = new HashSet<>(made.personOf.keySet());
        all.addAll(made.clusterOf.keySet());
        PlainEvaluation plain = new PlainEvaluation(all, made, true);
        all.forEach(record -> plain.people.put(record, same(record, made.personOf, all)));
        return plain;
    }

    static PlainEvaluation ofPairs(Rehearsed made) {
        Set<Made> all = new HashSet<>(made.clusterOf.keySet());
        made.pairs.forEach(all::addAll);
        PlainEvaluation plain = new PlainEvaluation(all, made, false);
        all.forEach(record -> plain.people.put(record, reached(record, made.pairs)));
        return plain;
    }

    private PlainEvaluation(Set<Made> all, Rehearsed made, boolean within) {
        this.records = new ArrayList<>(all);
        this.within = within;
        all.forEach(record -> clusters.put(record, same(record, made.clusterOf, all)));
    }

    private static Set<Made> same(Made record, Map<Made, Integer> labels, Set<Made> all) {
        Set<Made> same = new HashSet<>(Set.of(record));
        if (labels.containsKey(record)) {
            all.stream()
                    .filter(other -> labels.get(record).equals(labels.get(other)))
                    .forEach(same::add);
        }
        return same;
    }

    private static Set<Made> reached(Made record, List<List<Made>> pairs) {
        Set<Made> reached = new HashSet<>(Set.of(record));
        boolean more = true;
        while (more) {
            more = false;
            for (List<Made> pair : pairs) {
                if (reached.contains(pair.get(0)) || reached.contains(pair.get(1))) {
                    more |= reached.addAll(pair);
                }
            }
        }
        return reached;
    }

    Confusion pairwise() {
        Confusion all = new Confusion(0, 0, 0);
        for (int left = 0; left < 5; left++) {
            for (int right = left; right < 5; right++) {
                all = all.plus(pairwise(left, right));
            }
        }
        return all;
    }

    Confusion pairwise(int left, int right) {
        long[] counts = new long[4];
        for (int i = 0; i < records.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (counts(records.get(i), records.get(j), left, right)) {
                    boolean found = clusters.get(records.get(i)).contains(records.get(j));
                    boolean actual = people.get(records.get(i)).contains(records.get(j));
                    counts[(found ? 2 : 0) + (actual ? 1 : 0)]++;
                }
            }
        }
        return new Confusion(counts[3], counts[2], counts[1]);
    }

    private boolean counts(Made one, Made other, int left, int right) {
        int least = Math.min(one.provider(), other.provider());
        int most = Math.max(one.provider(), other.provider());
        return least == left && most == right && (within || left != right);
    }

    Confusion exact() {
        Set<Set<Made>> found = counted(clusters);
        Set<Set<Made>> actual = counted(people);
        Set<Set<Made>> both = new HashSet<>(found);
        both.retainAll(actual);
        return new Confusion(both.size(), found.size() - both.size(), actual.size() - both.size());
    }

    private Set<Set<Made>> counted(Map<Made, Set<Made>> groups) {
        Set<Set<Made>> counted = new HashSet<>();
        groups.values().stream()
                .filter(group -> within
                        ? group.size() > 1
                        : group.stream().map(Made::provider).distinct().count() > 1)
                .forEach(counted::add);
        return counted;
    }

    double bCubedPrecision() {
        return records.stream()
                .mapToDouble(record -> share(people.get(record), clusters.get(record)))
                .average()
                .orElseThrow();
    }

    double bCubedRecall() {
        return records.stream()
                .mapToDouble(record -> share(clusters.get(record), people.get(record)))
                .average()
                .orElseThrow();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    private static double share(Set<Made> some, Set<Made> of) {
        return (double) of.stream().filter(some::contains).count() / of.size();
    }
}
