package uk.linkage.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.StudyIds;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Links;
import uk.linkage.provider.person.Person;

/**
 * The linkage that anybody would do first, on people in the clear: two records that agree in any of a few exact keys are a
 * match. Where providers hold a person once, a record has one partner in each of them: the one with most keys in common, of
 * equals the first row.
 *
 * <pre>{@code
 * Evaluation simple = Evaluation.of(Baseline.link(Clear.of(set, agreement)), truth);
 * }</pre>
 *
 * <p>For the keys see {@link ExactKeys}. What a linkage on codes does beyond this is what it is worth.
 */
final class Baseline {
    private final Clear clear;
    private final List<Person> records = new ArrayList<>();
    private final int[] providerOf;

    private Baseline(Clear clear) {
        this.clear = clear;
        clear.people().forEach(records::addAll);
        this.providerOf = new int[records.size()];
        int from = 0;
        for (int provider = 0; provider < clear.people().size(); provider++) {
            int to = from + clear.people().get(provider).size();
            Arrays.fill(providerOf, from, to, provider);
            from = to;
        }
    }

    /** A crosswalk for each provider. */
    static List<Crosswalk> link(Clear clear) {
        Baseline baseline = new Baseline(clear);
        boolean[] once = new boolean[clear.people().size()];
        Arrays.fill(once, clear.set().deduplicated());
        return baseline.crosswalks(Clusters.of(baseline.providerOf, once, baseline.links()));
    }

    private Links links() {
        List<Agreeing> pairs = new ArrayList<>();
        agreements().forEach((pair, keys) -> pairs.add(new Agreeing((int) (pair >>> 32), (int) (long) pair, keys)));
        return clear.set().deduplicated() ? once(pairs) : all(pairs);
    }

    /** Two records, by number, and how many keys they agree in. */
    private record Agreeing(int left, int right, int keys) {}

    /** Pairs of records as {@code left << 32 | right}, in that order, and the keys that they agree in. */
    private Map<Long, Integer> agreements() {
        Map<Long, Integer> agreements = new TreeMap<>();
        for (ExactKeys.Key key : ExactKeys.of(clear)) {
            sharing(key).values().forEach(sharers -> count(sharers, agreements));
        }
        return agreements;
    }

    private Map<String, List<Integer>> sharing(ExactKeys.Key key) {
        Map<String, List<Integer>> sharing = new HashMap<>();
        for (int record = 0; record < records.size(); record++) {
            int number = record;
            key.of(records.get(record))
                    .ifPresent(text -> sharing.computeIfAbsent(text, t -> new ArrayList<>())
                            .add(number));
        }
        return sharing;
    }

    private void count(List<Integer> sharers, Map<Long, Integer> agreements) {
        for (int i = 0; i < sharers.size(); i++) {
            for (int j = i + 1; j < sharers.size(); j++) {
                boolean oneProvider = providerOf[sharers.get(i)] == providerOf[sharers.get(j)];
                if (!oneProvider || !clear.set().deduplicated()) {
                    agreements.merge((long) sharers.get(i) << 32 | sharers.get(j), 1, Integer::sum);
                }
            }
        }
    }

    private static Links all(List<Agreeing> pairs) {
        Links.Builder links = Links.builder();
        pairs.forEach(pair -> links.add(pair.left(), pair.right(), pair.keys()));
        return links.build();
    }

    private Links once(List<Agreeing> pairs) {
        pairs.sort(Comparator.comparingInt(Agreeing::keys).reversed());
        BitSet taken = new BitSet();
        int providers = clear.people().size();
        Links.Builder links = Links.builder();
        for (Agreeing pair : pairs) {
            int left = pair.left() * providers + providerOf[pair.right()];
            int right = pair.right() * providers + providerOf[pair.left()];
            if (!taken.get(left) && !taken.get(right)) {
                taken.set(left);
                taken.set(right);
                links.add(pair.left(), pair.right(), pair.keys());
            }
        }
        return links.build();
    }

    private List<Crosswalk> crosswalks(Clusters people) {
        List<String> studyIds = new StudyIds(new SplittableRandom(1)).fresh(people.count());
        List<Map<String, String>> ids = new ArrayList<>();
        clear.people().forEach(provider -> ids.add(new LinkedHashMap<>()));
        for (int record = 0; record < records.size(); record++) {
            ids.get(providerOf[record]).put(records.get(record).localId(), studyIds.get(people.clusterOf(record)));
        }
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (int provider = 0; provider < ids.size(); provider++) {
            crosswalks.add(new Crosswalk(clear.set().providers().get(provider), ids.get(provider)));
        }
        return crosswalks;
    }
}
