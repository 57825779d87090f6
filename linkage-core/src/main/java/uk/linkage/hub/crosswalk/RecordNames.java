package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The records of a run by number, counted over all providers: whose each is and under which local id. Prints counts only.
 *
 * <pre>{@code
 * RecordNames names = new RecordNames(List.of("gp", "hospital"), List.of(List.of("G1", "G2"), List.of("H7")));
 * names.provider(2); // "hospital"
 * }</pre>
 *
 * @param providers names, each once, in the order of the files
 * @param localIds for each provider the local ids of its records, in their order
 */
public record RecordNames(List<String> providers, List<List<String>> localIds) {

    /** @throws IllegalArgumentException where there are not as many lists as providers, or a provider comes twice */
    public RecordNames {
        providers = List.copyOf(providers);
        localIds = List.copyOf(localIds);
        if (providers.size() != localIds.size() || providers.stream().distinct().count() < providers.size()) {
            throw new IllegalArgumentException("each provider needs one list of local ids");
        }
    }

    /** Number of all records. */
    int count() {
        return first(providers.size());
    }

    /** The number of a provider's first record. */
    int first(int provider) {
        return localIds.subList(0, provider).stream().mapToInt(List::size).sum();
    }

    /** Whose a record is. */
    String provider(int record) {
        int provider = 0;
        int rest = record;
        while (rest >= localIds.get(provider).size()) {
            rest -= localIds.get(provider++).size();
        }
        return providers.get(provider);
    }

    /** All record numbers, providers by name and each one's in their order: the order of the files makes no difference. */
    IntStream byProviderName() {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, providers.size()).boxed().toList());
        places.sort(Comparator.comparing(providers::get));
        return places.stream()
                .flatMapToInt(place -> IntStream.range(
                        first(place), first(place) + localIds.get(place).size()));
    }

    @Override
    public String toString() {
        return "RecordNames[" + providers + ", records=" + count() + "]";
    }
}
