package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.linkage.file.CsvTable;
import uk.linkage.hub.review.PairInDoubt.Shape;

/**
 * Pairs in doubt for people to answer, under random handles.
 *
 * <p>{@code review.csv} names no record: handle, pattern, how many pairs share it, providers, level names, weight, probability, decision,
 * and an empty column for the answer. {@code review-key.csv} says whose records a handle stands for, and stays at the hub.
 *
 * <p>Pairs of equal providers, decision and levels are one pattern, the commonest first. Within a pattern pairs are in the order of
 * their handles, which is random: the first few are a fair sample of it.
 *
 * <pre>{@code
 * ReviewList review = ReviewList.of(pairs, new SecureRandom());
 * review.write(folder);
 * review.writeForProviders(folder, 20);
 * }</pre>
 */
public final class ReviewList {
    /** The name of the list in the folder of a run. */
    public static final String FILE = "review.csv";

    private static final List<String> HEADER = List.of(
            "handle",
            "pattern",
            "pairs",
            "left",
            "right",
            "levels",
            "weight",
            "probability",
            "decision",
            AnswerFile.ANSWER);
    private static final List<String> OWN = List.of("handle", "local_id", "other_provider", AnswerFile.ANSWER);

    private final List<Group> groups;

    private ReviewList(List<Group> groups) {
        this.groups = groups;
    }

    /** A pair under its handle. */
    private record Item(String handle, PairInDoubt pair) {}

    /** Pairs of one pattern, by handle. */
    private record Group(Shape shape, List<Item> items) {}

    /** Names pairs by handles. */
    public static ReviewList of(List<PairInDoubt> pairs, RandomGenerator random) {
        Handles handles = new Handles(random);
        Map<Shape, List<Item>> byShape = new HashMap<>();
        for (PairInDoubt pair : pairs) {
            byShape.computeIfAbsent(pair.shape(), shape -> new ArrayList<>()).add(new Item(handles.next(), pair));
        }
        return new ReviewList(byShape.entrySet().stream()
                .map(e -> new Group(e.getKey(), byHandle(e.getValue())))
                .sorted(commonestFirst())
                .toList());
    }

    private static List<Item> byHandle(List<Item> items) {
        return items.stream().sorted(Comparator.comparing(Item::handle)).toList();
    }

    private static Comparator<Group> commonestFirst() {
        return Comparator.comparing((Group group) -> -group.items().size())
                .thenComparing(group -> group.shape().left())
                .thenComparing(group -> group.shape().right())
                .thenComparing(group -> group.shape().decision())
                .thenComparing(group -> group.shape().levels());
    }

    /** How many pairs. */
    public int size() {
        return groups.stream().mapToInt(group -> group.items().size()).sum();
    }

    /** How many patterns. */
    public int patterns() {
        return groups.size();
    }

    /** Whose records the handles stand for. */
    public ReviewKey key() {
        Map<String, ReviewKey.Entry> entries = new TreeMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Item item : groups.get(group).items()) {
                entries.put(
                        item.handle(),
                        new ReviewKey.Entry(group + 1, item.pair().records()));
            }
        }
        return new ReviewKey(entries);
    }

    /** Writes the hub's own two files, each wholly or not at all. */
    public void write(Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Item item : groups.get(group).items()) {
                rows.add(row(group + 1, groups.get(group), item));
            }
        }
        CsvTable.write(folder.resolve(FILE), HEADER, rows.stream());
        key().write(folder.resolve(ReviewKey.FILE));
    }

    private static List<String> row(int pattern, Group group, Item item) {
        PairInDoubt pair = item.pair();
        return List.of(
                item.handle(),
                Integer.toString(pattern),
                Integer.toString(group.items().size()),
                group.shape().left(),
                group.shape().right(),
                pair.levels(),
                String.format(Locale.ROOT, "%.2f", pair.weight()),
                String.format(Locale.ROOT, "%.4f", pair.probability()),
                pair.decision().name().toLowerCase(Locale.ROOT),
                "");
    }

    /** {@code review-NAME.csv}. */
    public static String fileName(String provider) {
        return "review-" + provider + ".csv";
    }

    /**
     * Writes for each provider the handles that are about its records, with its own local id and the other provider's name. It tells a
     * provider which of its records nearly match one of another provider: only where the parties want that.
     *
     * @param most pairs of each pattern
     * @return how many pairs it is
     */
    public int writeForProviders(Path folder, int most) throws IOException {
        List<Item> asked = groups.stream()
                .flatMap(group -> group.items().stream().limit(most))
                .toList();
        Map<String, List<List<String>>> rows = asked.stream()
                .flatMap(item -> Stream.of(
                        own(
                                item,
                                item.pair().records().left(),
                                item.pair().records().right()),
                        own(
                                item,
                                item.pair().records().right(),
                                item.pair().records().left())))
                .collect(Collectors.groupingBy(
                        Own::provider, TreeMap::new, Collectors.mapping(Own::row, Collectors.toList())));
        for (Map.Entry<String, List<List<String>>> own : rows.entrySet()) {
            Comparator<List<String>> byHandle = Comparator.comparing(row -> row.get(0));
            CsvTable.write(
                    folder.resolve(fileName(own.getKey())),
                    OWN,
                    own.getValue().stream().sorted(byHandle));
        }
        return asked.size();
    }

    /** A row of a provider's list. */
    private record Own(String provider, List<String> row) {}

    private static Own own(Item item, NamedRecord record, NamedRecord other) {
        return new Own(record.provider(), List.of(item.handle(), record.localId(), other.provider(), ""));
    }

    @Override
    public String toString() {
        return "ReviewList[pairs=" + size() + ", patterns=" + patterns() + "]";
    }
}
