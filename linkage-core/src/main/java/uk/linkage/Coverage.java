package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.resolve.Clusters;

/**
 * How complete the records are, how many of them share a person with another, and which providers people are known to: counts, and no
 * record. Of a field the hub knows no more than whether it was there.
 */
final class Coverage {
    private static final int MOST_SETS = 64;

    private final Agreement agreement;
    private final Records records;
    private final Clusters people;
    private final int[] size;

    Coverage(Agreement agreement, Records records, Clusters people) {
        this.agreement = agreement;
        this.records = records;
        this.people = people;
        this.size = new int[people.count()];
        for (int record = 0; record < people.records(); record++) {
            size[people.clusterOf(record)]++;
        }
    }

    /** Records, and how many of them share a person with another. */
    private static final class Count {
        private long records;
        private long linked;

        private void add(boolean isLinked) {
            records++;
            linked += isLinked ? 1 : 0;
        }

        private void writeTo(ObjectNode json) {
            json.put("records", records).put("linked", linked);
        }
    }

    /** How many people have how many records. */
    Map<Integer, Integer> sizes() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int records : size) {
            sizes.merge(records, 1, Integer::sum);
        }
        return sizes;
    }

    /** Of a provider: linked records, records that have each field, records by how many fields are missing. */
    void write(int provider, ObjectNode json) {
        Count all = new Count();
        List<Count> having = counts(agreement.fields().size());
        List<Count> missing = counts(agreement.fields().size() + 1);
        for (int row = 0; row < records.table(provider).rows(); row++) {
            boolean linked = size[people.clusterOf(records.first(provider) + row)] > 1;
            int presence = records.table(provider).presence(row);
            all.add(linked);
            IntStream.range(0, having.size())
                    .filter(field -> (presence >>> field & 1) != 0)
                    .forEach(field -> having.get(field).add(linked));
            missing.get(having.size() - Integer.bitCount(presence)).add(linked);
        }
        json.put("linked", all.linked);
        ArrayNode fields = json.putArray("fields");
        IntStream.range(0, having.size())
                .forEach(field -> having.get(field)
                        .writeTo(fields.addObject()
                                .put("name", agreement.fields().get(field).name())));
        ArrayNode byMissing = json.putArray("by_missing_fields");
        IntStream.range(0, missing.size())
                .filter(fewer -> missing.get(fewer).records > 0)
                .forEach(fewer ->
                        missing.get(fewer).writeTo(byMissing.addObject().put("missing", fewer)));
    }

    private static List<Count> counts(int length) {
        return IntStream.range(0, length).mapToObj(i -> new Count()).toList();
    }

    /** The sets of providers that most people are known to, and how many people are. */
    void writeSets(ArrayNode json) {
        Map<Long, Integer> sets = new HashMap<>();
        for (long set : providersOf()) {
            sets.merge(set, 1, Integer::sum);
        }
        sets.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SETS)
                .forEach(entry -> write(entry.getKey(), entry.getValue(), json.addObject()));
    }

    /** For each person a bit for each provider; more providers than bits share the last. */
    private long[] providersOf() {
        long[] sets = new long[people.count()];
        for (int record = 0; record < people.records(); record++) {
            sets[people.clusterOf(record)] |= 1L << Math.min(Long.SIZE - 1, records.providerOf(record));
        }
        return sets;
    }

    private void write(long set, int count, ObjectNode json) {
        ArrayNode providers = json.putArray("providers");
        IntStream.range(0, records.providers())
                .filter(provider -> (set >>> Math.min(Long.SIZE - 1, provider) & 1) != 0)
                .forEach(provider -> providers.add(records.names().providers().get(provider)));
        json.put("people", count);
    }
}
