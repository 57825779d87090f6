package uk.linkage.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.linkage.benchmarks.Labels.Ids;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.quality.Confusion;

/**
 * What was found between two providers, or within one that holds people more than once: of all pairs, and of those in which a record has no NHS Number and so is linked by
 * what else is known of a person.
 *
 * @param left the first provider
 * @param right the second, or the first again
 * @param all pairs
 * @param withoutNumber those where one record or both have none; nothing where the set has no such field
 */
record Between(String left, String right, Confusion all, Optional<Confusion> withoutNumber) {

    /**
     * Every two providers in order.
     *
     * @param within whether pairs within each provider are told as well
     * @param numbered by provider, the local ids of those who have a number
     */
    static List<Between> of(
            List<Crosswalk> crosswalks, boolean within, Labels labels, Optional<Map<String, Set<String>>> numbered) {
        List<Between> every = new ArrayList<>();
        for (int left = 0; left < crosswalks.size(); left++) {
            for (int right = within ? left : left + 1; right < crosswalks.size(); right++) {
                every.add(of(crosswalks.get(left), crosswalks.get(right), labels, numbered));
            }
        }
        return every;
    }

    private static Between of(
            Crosswalk left, Crosswalk right, Labels labels, Optional<Map<String, Set<String>>> numbered) {
        List<Ids> found = found(left, right);
        List<Ids> actual = labels.truePairs(left.provider(), right.provider());
        Predicate<Ids> same = pair -> labels.same(left.provider(), pair.left(), right.provider(), pair.right());
        Optional<Confusion> without = numbered.map(numbers -> {
            Predicate<Ids> lacks = pair -> !numbers.get(left.provider()).contains(pair.left())
                    || !numbers.get(right.provider()).contains(pair.right());
            return confusion(only(found, lacks), only(actual, lacks), same);
        });
        return new Between(left.provider(), right.provider(), confusion(found, actual, same), without);
    }

    private static List<Ids> found(Crosswalk left, Crosswalk right) {
        Map<String, List<String>> rights = new HashMap<>();
        right.studyIds()
                .forEach((localId, studyId) ->
                        rights.computeIfAbsent(studyId, s -> new ArrayList<>()).add(localId));
        boolean within = left.provider().equals(right.provider());
        List<Ids> found = new ArrayList<>();
        left.studyIds()
                .forEach((localId, studyId) -> rights.getOrDefault(studyId, List.of()).stream()
                        .filter(other -> !within || localId.compareTo(other) < 0)
                        .forEach(other -> found.add(new Ids(localId, other))));
        return found;
    }

    private static List<Ids> only(List<Ids> pairs, Predicate<Ids> kept) {
        return pairs.stream().filter(kept).toList();
    }

    private static Confusion confusion(List<Ids> found, List<Ids> actual, Predicate<Ids> same) {
        long right = found.stream().filter(same).count();
        return new Confusion(right, found.size() - right, actual.size() - right);
    }
}
