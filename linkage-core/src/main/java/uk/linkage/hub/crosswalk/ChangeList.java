package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.linkage.hub.crosswalk.Change.Kind;
import uk.linkage.hub.resolve.Links;

/** Finds every change between the former ids and those that the people of a run have now. */
final class ChangeList {
    private static final int NONE = FormerNumbers.NONE;

    private final FormerIds ids;
    private final RecordNames names;
    private final Carried carried;
    private final List<String> idOf;
    private final int[] keeper;

    /** @param idOf the study id of each person */
    ChangeList(FormerIds ids, RecordNames names, Carried carried, List<String> idOf) {
        this.ids = ids;
        this.names = names;
        this.carried = carried;
        this.idOf = idOf;
        this.keeper = carried.keeper();
    }

    Changes changes(Links accepted) {
        List<Change> changes = new ArrayList<>();
        Reasons reasons = new Reasons(carried, names, accepted);
        moved(reasons, changes);
        retired(reasons, changes);
        changes.sort(Comparator.comparing(Change::formerId)
                .thenComparing(Change::kind)
                .thenComparing(change -> change.newId().orElse("")));
        RecordChanges records = new RecordChanges(ids, names, carried, idOf);
        return new Changes(changes, idCounts(), records.counts(), records.moves(), everRetired());
    }

    private void moved(Reasons reasons, List<Change> changes) {
        Overlaps overlaps = carried.overlaps();
        for (int i = 0; i < overlaps.size(); i++) {
            if (carried.changed(i)) {
                int former = overlaps.former(i);
                int person = overlaps.person(i);
                boolean merged = carried.kept()[person] != NONE;
                String reason = merged ? reasons.merged(former, person) : reasons.split(former, person);
                Kind kind = merged ? Kind.MERGED : Kind.SPLIT;
                changes.add(
                        new Change(kind, formerId(former), Optional.of(idOf.get(person)), overlaps.records(i), reason));
            }
        }
    }

    private void retired(Reasons reasons, List<Change> changes) {
        for (int former = 0; former < keeper.length; former++) {
            if (keeper[former] == NONE) {
                changes.add(new Change(
                        Kind.RETIRED,
                        formerId(former),
                        Optional.empty(),
                        carried.former().before()[former],
                        reasons.retired(former)));
            }
        }
    }

    private IdCounts idCounts() {
        int kept = 0;
        int vanished = 0;
        for (int former = 0; former < keeper.length; former++) {
            kept += keeper[former] != NONE ? 1 : 0;
            vanished += carried.overlaps().people(former) == 0 ? 1 : 0;
        }
        int split = freshButKnown();
        int people = carried.people().count();
        return new IdCounts(kept, keeper.length - kept - vanished, vanished, split, people - kept - split);
    }

    private int freshButKnown() {
        Set<Integer> people = new HashSet<>();
        for (int i = 0; i < carried.overlaps().size(); i++) {
            if (carried.kept()[carried.overlaps().person(i)] == NONE) {
                people.add(carried.overlaps().person(i));
            }
        }
        return people.size();
    }

    private Set<String> everRetired() {
        Set<String> retired = new TreeSet<>(ids.retired());
        for (int former = 0; former < keeper.length; former++) {
            if (keeper[former] == NONE) {
                retired.add(formerId(former));
            }
        }
        return retired;
    }

    private String formerId(int former) {
        return carried.former().ids().get(former);
    }
}
