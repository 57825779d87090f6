package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What became of each provider's own records. */
final class RecordChanges {
    private final FormerIds ids;
    private final RecordNames names;
    private final Carried carried;
    private final List<String> idOf;

    /** @param idOf the study id of each person */
    RecordChanges(FormerIds ids, RecordNames names, Carried carried, List<String> idOf) {
        this.ids = ids;
        this.names = names;
        this.carried = carried;
        this.idOf = idOf;
    }

    /** Providers of this run in their order, then those that are there no more. */
    List<RecordCounts> counts() {
        List<RecordCounts> counts = new ArrayList<>();
        for (int provider = 0; provider < names.providers().size(); provider++) {
            counts.add(counts(provider));
        }
        ids.crosswalks().stream()
                .map(Crosswalk::provider)
                .filter(provider -> !names.providers().contains(provider))
                .forEach(provider -> counts.add(new RecordCounts(provider, 0, 0, 0, before(provider))));
        return counts;
    }

    private RecordCounts counts(int provider) {
        String name = names.providers().get(provider);
        int known = (int) known(provider).count();
        int kept = (int) known(provider)
                .filter(record -> formerId(record).equals(newId(record)))
                .count();
        int added = names.localIds().get(provider).size() - known;
        return new RecordCounts(name, kept, known - kept, added, before(name) - known);
    }

    private int before(String provider) {
        return ids.crosswalks().stream()
                .filter(crosswalk -> crosswalk.provider().equals(provider))
                .mapToInt(crosswalk -> crosswalk.studyIds().size())
                .sum();
    }

    /** For each provider of both runs the ids its records have now, by the ids under which any of them changed. */
    Map<String, Map<String, SortedSet<String>>> moves() {
        BitSet changed = carried.changedIds();
        Map<String, Map<String, SortedSet<String>>> moves = new TreeMap<>();
        for (int provider = 0; provider < names.providers().size(); provider++) {
            if (!ids.of(names.providers().get(provider)).isEmpty()) {
                moves.put(names.providers().get(provider), moves(provider, changed));
            }
        }
        return moves;
    }

    private Map<String, SortedSet<String>> moves(int provider, BitSet changed) {
        Map<String, SortedSet<String>> moves = new TreeMap<>();
        known(provider)
                .filter(record -> changed.get(carried.former().of()[record]))
                .forEach(record -> moves.computeIfAbsent(formerId(record), id -> new TreeSet<>())
                        .add(newId(record)));
        moves.entrySet().removeIf(row -> row.getValue().equals(Set.of(row.getKey())));
        return moves;
    }

    /** A provider's records that were there before. */
    private IntStream known(int provider) {
        int first = names.first(provider);
        return IntStream.range(first, first + names.localIds().get(provider).size())
                .filter(record -> !carried.isNew(record));
    }

    private String newId(int record) {
        return idOf.get(carried.people().personOf()[record]);
    }

    private String formerId(int record) {
        return carried.former().ids().get(carried.former().of()[record]);
    }
}
