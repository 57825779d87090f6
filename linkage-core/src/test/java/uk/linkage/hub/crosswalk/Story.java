package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Links;

/**
 * A run after another, told by records: who was one person before and under which id, which records there are now and which
 * links join them. A record is a letter for its provider and a number, such as {@code a1}.
 */
final class Story {
    private final Map<String, Map<String, String>> before = new TreeMap<>();
    private final Map<String, List<String>> now = new TreeMap<>();
    private final List<String[]> ends = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final Set<String> deduplicated;
    private Set<String> left = Set.of();
    private Set<String> retired = Set.of();
    private List<String> order = List.of();

    /** Providers whose name is not among these may hold a person more than once. */
    Story(String... deduplicated) {
        this.deduplicated = Set.of(deduplicated);
    }

    /** Study id number {@code n}; smaller numbers are smaller ids. */
    static String id(int n) {
        return "S%016d".formatted(n);
    }

    Story before(String id, String... records) {
        for (String record : records) {
            before.computeIfAbsent(provider(record), name -> new HashMap<>()).put(record, id);
        }
        return this;
    }

    Story now(String... records) {
        for (String record : records) {
            now.computeIfAbsent(provider(record), name -> new ArrayList<>()).add(record);
        }
        return this;
    }

    Story link(String one, String other, double weight) {
        ends.add(new String[] {one, other});
        weights.add(weight);
        return this;
    }

    Story left(String... providers) {
        left = Set.of(providers);
        return this;
    }

    Story retired(String... ids) {
        retired = Set.of(ids);
        return this;
    }

    /** The files come in this order of providers; otherwise in that of their names. */
    Story files(String... providers) {
        order = List.of(providers);
        return this;
    }

    FormerIds former() {
        List<Crosswalk> crosswalks = new ArrayList<>();
        before.forEach((provider, ids) -> crosswalks.add(new Crosswalk(provider, ids)));
        return new FormerIds(crosswalks, left, retired);
    }

    RecordNames names() {
        List<String> providers = order.isEmpty() ? List.copyOf(now.keySet()) : order;
        return new RecordNames(providers, providers.stream().map(now::get).toList());
    }

    Links links() {
        List<String> records = records();
        Links.Builder links = Links.builder();
        for (int i = 0; i < ends.size(); i++) {
            links.add(records.indexOf(ends.get(i)[0]), records.indexOf(ends.get(i)[1]), weights.get(i));
        }
        return links.build();
    }

    Clusters clusters() {
        RecordNames names = names();
        int[] providerOf = records().stream()
                .mapToInt(record -> names.providers().indexOf(provider(record)))
                .toArray();
        boolean[] once = new boolean[names.providers().size()];
        for (int i = 0; i < once.length; i++) {
            once[i] = deduplicated.contains(names.providers().get(i));
        }
        return Clusters.of(providerOf, once, links());
    }

    Naming told() {
        return told(new Random(1));
    }

    Naming told(Random random) {
        return Naming.after(former(), names(), clusters(), links(), random);
    }

    /** All records in the order of their numbers. */
    List<String> records() {
        return names().localIds().stream().flatMap(List::stream).toList();
    }

    /** The id of a record. */
    String idOf(Naming naming, String record) {
        return naming.studyId(records().indexOf(record));
    }

    /** Rows of {@code changes.csv}, with each id in this list by its place as {@code #0}, {@code #1} and so on. */
    static List<String> rows(Naming naming, String... named) {
        List<String> names = Arrays.asList(named);
        return naming.changes().orElseThrow().list().stream()
                .map(change -> String.join(
                        ",",
                        change.kind().text(),
                        place(change.formerId(), names),
                        change.newId().map(id -> place(id, names)).orElse(""),
                        Integer.toString(change.records()),
                        change.reason()))
                .toList();
    }

    private static String place(String id, List<String> names) {
        return names.contains(id) ? "#" + names.indexOf(id) : id;
    }

    private static String provider(String record) {
        return record.substring(0, 1);
    }
}
