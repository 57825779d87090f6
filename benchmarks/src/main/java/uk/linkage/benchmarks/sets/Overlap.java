package uk.linkage.benchmarks.sets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two extracts of a given size with a given number of people in common, drawn at random of larger ones whose people have one
 * record in each. Of every pair that is not to be in common one record at most is left.
 *
 * @param common how many pairs are left
 * @param left rows of the first extract
 * @param right rows of the second
 */
record Overlap(int common, int left, int right) {

    TwoFiles of(TwoFiles whole, Dice dice) {
        List<List<String>> pairs = dice.shuffled(whole.truth().rows());
        List<List<String>> kept = pairs.subList(0, common);
        List<List<String>> parted = pairs.subList(common, pairs.size());
        int middle = parted.size() / 2;
        Table lefts = drawn(whole.left(), ids(kept, 0), ids(parted.subList(middle, parted.size()), 0), left, dice);
        Table rights = drawn(whole.right(), ids(kept, 1), ids(parted.subList(0, middle), 1), right, dice);
        return new TwoFiles(
                whole.names(), lefts, rights, new Table(whole.truth().header(), kept));
    }

    private static Set<String> ids(List<List<String>> pairs, int side) {
        Set<String> ids = new HashSet<>();
        pairs.forEach(pair -> ids.add(pair.get(side)));
        return ids;
    }

    /** All wanted rows and as many others as are needed, none of them unwanted, in the order they had. */
    private static Table drawn(Table from, Set<String> wanted, Set<String> unwanted, int size, Dice dice) {
        List<String> others = new ArrayList<>(from.cells(from.header().get(0)));
        others.removeIf(id -> wanted.contains(id) || unwanted.contains(id));
        if (wanted.size() + others.size() < size) {
            throw new IllegalArgumentException(
                    "of " + from + " only " + (wanted.size() + others.size()) + " rows can be taken, not " + size);
        }
        Set<String> drawn = new HashSet<>(wanted);
        drawn.addAll(dice.shuffled(others).subList(0, size - wanted.size()));
        return from.where(row -> drawn.contains(row.get(0)));
    }
}
