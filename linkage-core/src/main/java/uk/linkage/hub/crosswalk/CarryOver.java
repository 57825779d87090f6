package uk.linkage.hub.crosswalk;

import java.util.Arrays;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.resolve.OneToOne;

/**
 * Which person keeps which former study id.
 *
 * <p>Goal: no id goes to two people, no person gets two, and as many records as can be keep the id they had. Where people only grew,
 * shrank or stayed, this is plain: each keeps its id. Where several ids met in one person (a merge) the one with most records in it
 * stays; where an id came apart over several people (a split) the one with most of its records keeps it. Where both happen at once the
 * two rules can contradict each other, and the goal settles it: an id may then stay with fewer of its own records so that more records
 * keep theirs in all. Such an id is never left out while one of its people has none: that would not be the most.
 *
 * <p>Method: the assignment of largest total overlap between former ids and people, as in the matching of two clusterings (1) and the
 * tracking of clusters through time (2, whose survival, absorption, split and disappearance are told here as changes). Contested ids
 * fall into small groups, each solved exactly; one that ties more than 20,000 ids and people together is resolved by largest overlap
 * first. Of equally good choices {@link OneToOne} takes one by number, the smaller id and the earlier person, so that the answer hangs on the
 * files and ids alone and not on chance.
 *
 * <p>Why not link new records to old people and leave the rest: what is decided with half of the records stays wrong when the others
 * come, and people fall apart as the data grow (Zingg #1239), or the user is left with pairs and no people (Splink #3091). Here all records
 * are linked anew and the ids alone are carried over.
 *
 * <ol>
 *   <li>M. Meila, Comparing clusterings: an information based distance, Journal of Multivariate Analysis 98, 2007, on matching clusters
 *       by maximum weight.
 *   <li>M. Spiliopoulou, I. Ntoutsi, Y. Theodoridis and R. Schult, MONIC: modeling and monitoring cluster transitions, KDD 2006.
 * </ol>
 */
final class CarryOver {
    private static final int EXACT_UP_TO = 20_000;

    private final Overlaps overlaps;
    private final int formers;

    private CarryOver(Overlaps overlaps, int formers) {
        this.overlaps = overlaps;
        this.formers = formers;
    }

    /** For each person the number of the former id it keeps, or {@link FormerNumbers#NONE}. */
    static int[] keepers(Overlaps overlaps, int formers, int people) {
        int[] kept = new int[people];
        Arrays.fill(kept, FormerNumbers.NONE);
        new CarryOver(overlaps, formers).fill(kept);
        return kept;
    }

    private void fill(int[] kept) {
        for (int overlap = 0; overlap < overlaps.size(); overlap++) {
            if (!overlaps.contested(overlap)) {
                kept[overlaps.person(overlap)] = overlaps.former(overlap);
            }
        }
        Links settled = new OneToOne(0, EXACT_UP_TO).assign(contested()).links();
        for (int i = 0; i < settled.size(); i++) {
            kept[settled.right(i) - formers] = settled.left(i);
        }
    }

    /** Former ids to the left, people to the right, weighing the records they have in common. */
    private Links contested() {
        Links.Builder links = Links.builder();
        for (int overlap = 0; overlap < overlaps.size(); overlap++) {
            if (overlaps.contested(overlap)) {
                int person = Math.addExact(formers, overlaps.person(overlap));
                links.add(overlaps.former(overlap), person, overlaps.records(overlap));
            }
        }
        return links.build();
    }
}
