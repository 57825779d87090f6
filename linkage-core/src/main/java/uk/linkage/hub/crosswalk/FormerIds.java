package uk.linkage.hub.crosswalk;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The study ids of an earlier run: which record had which, and which may never be given again. Prints counts only.
 *
 * <pre>{@code
 * FormerIds former = new FormerIds(List.of(hospital, gp), Set.of("gp"), Set.of());
 * former.of("hospital"); // study id by local id
 * former.of("gp"); // empty: it left
 * }</pre>
 *
 * @param crosswalks of every provider of that run
 * @param left providers of it whose records do not go on
 * @param retired ids given up by that run or one before it
 */
public record FormerIds(List<Crosswalk> crosswalks, Set<String> left, Set<String> retired) {

    /** @throws IllegalArgumentException where an id is in use and retired */
    public FormerIds {
        crosswalks = List.copyOf(crosswalks);
        left = Set.copyOf(left);
        retired = Set.copyOf(retired);
        for (Crosswalk crosswalk : crosswalks) {
            if (crosswalk.studyIds().values().stream().anyMatch(retired::contains)) {
                throw new IllegalArgumentException(
                        "the crosswalk of " + crosswalk.provider() + " has a study id that is retired");
            }
        }
    }

    /** Study id by local id of a provider's records that go on; empty where it was not there or has left. */
    Map<String, String> of(String provider) {
        return crosswalks.stream()
                .filter(crosswalk -> crosswalk.provider().equals(provider) && !left.contains(provider))
                .findFirst()
                .map(Crosswalk::studyIds)
                .orElse(Map.of());
    }

    /** Providers with records that should go on, of which none is among those of this run. */
    public List<String> strangers(RecordNames names) {
        return IntStream.range(0, names.providers().size())
                .filter(provider -> isStrange(
                        of(names.providers().get(provider)), names.localIds().get(provider)))
                .mapToObj(names.providers()::get)
                .toList();
    }

    private static boolean isStrange(Map<String, String> before, List<String> now) {
        return !before.isEmpty() && now.stream().noneMatch(before::containsKey);
    }

    /** Ids in use, each once, in ascending order. */
    List<String> inUse() {
        return crosswalks.stream()
                .flatMap(crosswalk -> crosswalk.studyIds().values().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Ids that are not to be given to anybody new. */
    Set<String> everGiven() {
        Set<String> ids = new HashSet<>(retired);
        crosswalks.forEach(crosswalk -> ids.addAll(crosswalk.studyIds().values()));
        return ids;
    }

    @Override
    public String toString() {
        return "FormerIds[providers=" + crosswalks.size() + ", retired=" + retired.size() + "]";
    }
}
