package uk.linkage.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        return counted(pair -> pair.one().provider() != pair.other().provider() || within);
    }

    Confusion pairwise(int left, int right) {
        return counted(pair -> counts(pair.one(), pair.other(), left, right));
    }

    /** Two records. */
    private record Pair(Made one, Made other) {}

    private Confusion counted(Predicate<Pair> counts) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Pair(records.get(i), records.get(j)));
            }
        }
        pairs.removeIf(counts.negate().or(pair -> !isFound(pair) && !isActual(pair)));
        long both = pairs.stream().filter(this::isFound).filter(this::isActual).count();
        return new Confusion(
                both,
                pairs.stream().filter(this::isFound).count() - both,
                pairs.stream().filter(this::isActual).count() - both,
                new DesignEffects(
                        effect(pairs.stream().filter(this::isFound).toList(), clusters, this::isActual),
                        effect(pairs.stream().filter(this::isActual).toList(), people, this::isFound),
                        effect(pairs, together(), pair -> isFound(pair) && isActual(pair))));
    }

    private boolean isFound(Pair pair) {
        return clusters.get(pair.one()).contains(pair.other());
    }

    private boolean isActual(Pair pair) {
        return people.get(pair.one()).contains(pair.other());
    }

    /** Whatever can be reached from a record by clusters and people. */
    private Map<Made, Set<Made>> together() {
        Map<Made, Set<Made>> together = new HashMap<>();
        for (Made record : records) {
            Set<Made> reached = new HashSet<>(Set.of(record));
            for (int size = 0; size < reached.size(); ) {
                size = reached.size();
                Set.copyOf(reached).forEach(one -> reached.addAll(clusters.get(one)));
                Set.copyOf(reached).forEach(one -> reached.addAll(people.get(one)));
            }
            together.put(record, reached);
        }
        return together;
    }

    /** As the essay of {@link Units} has it, in two passes. */
    private static double effect(List<Pair> trials, Map<Made, Set<Made>> units, Predicate<Pair> success) {
        Map<Set<Made>, List<Pair>> byUnit =
                trials.stream().collect(Collectors.groupingBy(pair -> units.get(pair.one())));
        double n = trials.size();
        double k = byUnit.size();
        if (n == 0) {
            return 1;
        }
        double p = trials.stream().filter(success).count() / n;
        double spread = 0;
        for (List<Pair> unit : byUnit.values()) {
            spread += Math.pow(unit.stream().filter(success).count() - p * unit.size(), 2);
        }
        boolean isKnown = k > 1 && p > 0 && p < 1;
        double measured = isKnown ? k / (k - 1) * spread / (n * n) / (p * (1 - p) / (n - 1)) : 0;
        return Math.max(n / k, measured);
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
