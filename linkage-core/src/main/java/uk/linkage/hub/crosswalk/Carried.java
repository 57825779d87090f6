package uk.linkage.hub.crosswalk;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What became of the former ids, by number.
 *
 * @param former the former ids
 * @param people the people of this run
 * @param overlaps what they have in common
 * @param kept for each person the former id it keeps, or {@link FormerNumbers#NONE}
 */
record Carried(FormerNumbers former, People people, Overlaps overlaps, int[] kept) {

    static Carried of(FormerIds ids, RecordNames names, People people) {
        FormerNumbers former = FormerNumbers.of(ids, names);
        Overlaps overlaps = Overlaps.of(former, people);
        int[] kept = CarryOver.keepers(overlaps, former.ids().size(), people.count());
        return new Carried(former, people, overlaps, kept);
    }

    /** For each former id the person who keeps it, or {@link FormerNumbers#NONE}. */
    int[] keeper() {
        int[] keeper = new int[former.ids().size()];
        Arrays.fill(keeper, FormerNumbers.NONE);
        for (int person = 0; person < kept.length; person++) {
            if (kept[person] != FormerNumbers.NONE) {
                keeper[kept[person]] = person;
            }
        }
        return keeper;
    }

    /** People of whom some record is or was under another id. */
    BitSet contested() {
        BitSet contested = new BitSet();
        for (int overlap = 0; overlap < overlaps.size(); overlap++) {
            if (overlaps.contested(overlap)) {
                contested.set(overlaps.person(overlap));
            }
        }
        return contested;
    }

    /** Former ids of which some record has another id now. */
    BitSet changedIds() {
        BitSet changed = new BitSet();
        for (int overlap = 0; overlap < overlaps.size(); overlap++) {
            if (changed(overlap)) {
                changed.set(overlaps.former(overlap));
            }
        }
        return changed;
    }

    /** Whether the records of an overlap have another id now. */
    boolean changed(int overlap) {
        return kept[overlaps.person(overlap)] != overlaps.former(overlap);
    }

    boolean isNew(int record) {
        return former.of()[record] == FormerNumbers.NONE;
    }
}
