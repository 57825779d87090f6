package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.linkage.exchange.IncompatibleFiles;

/**
 * People who leave a linkage that was done. A record names its person: all records of that person at all providers go, because they are one
 * person's by this very linkage; everybody else keeps their study id. Prints counts only.
 *
 * <pre>{@code
 * Withdrawal withdrawal = Withdrawal.of(crosswalks, withdrawnBefore, "hospital", LocalIdList.read(file));
 * withdrawal.remaining(); // crosswalks without them
 * }</pre>
 *
 * @param studyIds of the people who leave
 * @param remaining for each provider what it keeps
 * @param removed for each provider what goes
 * @param before how many of the list were withdrawn before
 */
public record Withdrawal(Set<String> studyIds, List<Crosswalk> remaining, List<Crosswalk> removed, int before) {
    private static final int SHOWN = 20;

    /**
     * Finds who leaves.
     *
     * @param crosswalks of every provider of the run
     * @param withdrawn records that left before
     * @param provider whose local ids are listed
     * @throws IncompatibleFiles where it is no provider of the run, or one of the ids none of its records there
     */
    public static Withdrawal of(
            List<Crosswalk> crosswalks, WithdrawnRecords withdrawn, String provider, LocalIdList list) {
        Map<String, String> own = crosswalks.stream()
                .filter(crosswalk -> crosswalk.provider().equals(provider))
                .findFirst()
                .map(Crosswalk::studyIds)
                .orElseThrow(() -> new IncompatibleFiles(List.of("the run has no provider " + provider)));
        WithdrawnRecords.Test leftBefore = withdrawn.of(provider);
        Set<String> leaving = new TreeSet<>();
        Set<String> before = new TreeSet<>();
        List<Long> unknown = new ArrayList<>();
        for (LocalIdList.Line line : list.lines()) {
            String studyId = own.get(line.localId());
            if (studyId != null) {
                leaving.add(studyId);
            } else if (leftBefore.holds(line.localId())) {
                before.add(line.localId());
            } else {
                unknown.add(line.number());
            }
        }
        requireKnown(list, provider, unknown);
        return new Withdrawal(
                leaving,
                crosswalks.stream().map(c -> part(c, leaving, false)).toList(),
                crosswalks.stream().map(c -> part(c, leaving, true)).toList(),
                before.size());
    }

    private static void requireKnown(LocalIdList list, String provider, List<Long> unknown) {
        if (!unknown.isEmpty()) {
            String shown = unknown.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
            String more = unknown.size() > SHOWN ? " and " + (unknown.size() - SHOWN) + " more" : "";
            throw new IncompatibleFiles(List.of(list.name() + ": " + unknown.size() + " of "
                    + list.lines().size() + " local ids are of no record that " + provider
                    + " has in the run: line " + shown + more + "; nothing was changed"));
        }
    }

    private static Crosswalk part(Crosswalk crosswalk, Set<String> leaving, boolean gone) {
        Map<String, String> kept = new HashMap<>();
        crosswalk.studyIds().forEach((localId, studyId) -> {
            if (leaving.contains(studyId) == gone) {
                kept.put(localId, studyId);
            }
        });
        return new Crosswalk(crosswalk.provider(), kept);
    }

    /** Whether a record is one of those that go. */
    public boolean holds(String provider, String localId) {
        return removed.stream()
                .anyMatch(crosswalk -> crosswalk.provider().equals(provider)
                        && crosswalk.studyIds().containsKey(localId));
    }

    /** Whether nobody leaves who has not left before. */
    public boolean isNothing() {
        return studyIds.isEmpty();
    }

    @Override
    public String toString() {
        return "Withdrawal[people=" + studyIds.size() + ", before=" + before + "]";
    }
}
