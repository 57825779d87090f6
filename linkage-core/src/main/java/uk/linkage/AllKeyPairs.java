package uk.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.KeyPairs;
import uk.linkage.hub.block.SelfPairs;

/**
 * What agrees in match keys among the records of all providers, found while their tokens are in memory. Each is given out once, so that it
 * does not outlast its use. One thread.
 */
final class AllKeyPairs {
    private final Map<List<Integer>, KeyPairs> between = new HashMap<>();
    private final Map<Integer, KeyPairs> within = new HashMap<>();

    private AllKeyPairs() {}

    /**
     * Of every two providers, of each that may hold people twice with itself, and of a sample of each other with itself.
     *
     * @param once for each table whether its provider holds a person at most once
     * @param progress is told of each rule for each two tables
     */
    static AllKeyPairs of(List<Blocking> rules, List<EncodedTable> tables, boolean[] once, Progress progress) {
        AllKeyPairs all = new AllKeyPairs();
        long sides = (long) tables.size() * (tables.size() + 1) / 2;
        Step step = progress.begin("comparing match keys", "rules", sides * rules.size());
        for (int left = 0; left < tables.size(); left++) {
            for (int right = left + 1; right < tables.size(); right++) {
                all.between.put(List.of(left, right), KeyPairs.of(rules, tables.get(left), tables.get(right), step));
            }
            if (once[left]) {
                all.within.put(left, SelfPairs.keys(rules, tables.get(left), step));
            } else {
                all.between.put(List.of(left, left), KeyPairs.within(rules, tables.get(left), step));
            }
        }
        return all;
    }

    /** Those of two providers, or of one with itself. */
    KeyPairs take(int left, int right) {
        return between.remove(List.of(left, right));
    }

    /** Those of a sample of a provider's records with all of them. */
    KeyPairs takeSelf(int provider) {
        return within.remove(provider);
    }
}
