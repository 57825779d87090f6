package uk.linkage.hub.compare;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.agreement.KeyForm;
import uk.linkage.hub.compare.LevelPoints.Point;

/** What {@link LevelChances} is checked against: a sum over all joint levels and all points, by the definitions alone. */
final class EveryJointLevel {
    private final Agreement agreement;
    private final ViewBins bins;
    private final List<String> fields;
    private final List<MatchKey> keys;
    private final List<Part> swappable;
    private final List<Comparison> comparisons;
    private final LevelPoints points;
    private final boolean[][] covers;
    private byte[] seen;
    private long present;
    private long equal;
    private Map<List<Byte>, Sum> sums;

    EveryJointLevel(Agreement agreement) {
        this.agreement = agreement;
        this.bins = ViewBins.of(agreement);
        this.fields = agreement.comparisons().stream().map(c -> c.field()).toList();
        this.keys = agreement.keys().stream().filter(key -> !key.identifier()).toList();
        this.swappable = Comparison.swappable(agreement);
        this.comparisons = Comparison.of(agreement);
        this.points = new LevelPoints(agreement.comparisons());
        this.covers =
                agreement.views().stream().map(view -> covers(agreement, view)).toArray(boolean[][]::new);
    }

    private boolean[] covers(Agreement agreement, View view) {
        boolean[] covers = new boolean[fields.size()];
        view.components().stream()
                .flatMap(name -> agreement.component(name).features().stream())
                .forEach(feature -> covers[fields.indexOf(feature.field())] = true);
        return covers;
    }

    Agreement agreement() {
        return agreement;
    }

    ViewBins bins() {
        return bins;
    }

    /**
     * Of one joint level.
     *
     * @param chance of what is seen there
     * @param likely how likely the level is at all
     * @param points how many points add to it
     */
    record Sum(double chance, double likely, int points) {
        Sum plus(double more) {
            return new Sum(chance + more, likely, points + 1);
        }

        double weight() {
            return chance * likely;
        }
    }

    /** The joint levels that keys allow; all of them where they allow none. */
    Map<List<Byte>, Sum> of(byte[] seen) {
        ByteBuffer from = ByteBuffer.wrap(seen, agreement.views().size() + fields.size(), 2 * Long.BYTES);
        Map<List<Byte>, Sum> all = sum(seen, from.getLong(), from.getLong());
        return all.isEmpty() ? sum(seen, 0, 0) : all;
    }

    private Map<List<Byte>, Sum> sum(byte[] seen, long present, long equal) {
        this.seen = seen;
        this.present = present;
        this.equal = equal;
        this.sums = new HashMap<>();
        add(0, new byte[fields.size() + swappable.size()], new int[fields.size()], 1);
        return sums;
    }

    private void add(int field, byte[] levels, int[] distances, double share) {
        if (field == fields.size()) {
            swap(0, levels, distances, share);
            return;
        }
        byte state = seen[agreement.views().size() + field];
        for (Point point : points.of(field, state, isTold(field, state), 0)) {
            levels[field] = (byte) point.level();
            distances[field] = point.distance();
            add(field + 1, levels, distances, share * point.share());
        }
    }

    private boolean isTold(int field, byte state) {
        boolean hasKey = IntStream.range(0, keys.size())
                .anyMatch(key -> (present >>> key & 1) != 0
                        && keys.get(key).parts().stream()
                                .anyMatch(part -> part.fields().contains(fields.get(field))));
        return state == Comparer.WHOLE || state == Comparer.PARTIAL && hasKey;
    }

    private void swap(int part, byte[] levels, int[] distances, double share) {
        if (part == swappable.size()) {
            leaf(levels, distances, share);
            return;
        }
        boolean mayBe = namesIn(part, levels).allMatch(level -> level > 1);
        for (int level = mayBe ? 1 : 0; level <= (mayBe ? 2 : 0); level++) {
            levels[fields.size() + part] = (byte) level;
            swap(part + 1, levels, distances, share);
        }
    }

    private IntStream namesIn(int part, byte[] levels) {
        return swappable.get(part).fields().stream().mapToInt(name -> levels[fields.indexOf(name)]);
    }

    private void leaf(byte[] levels, int[] distances, double share) {
        for (int key = 0; key < keys.size(); key++) {
            boolean agrees = (equal >>> key & 1) != 0;
            if ((present >>> key & 1) != 0 && agrees != agrees(keys.get(key), levels)) {
                return;
            }
        }
        List<Byte> joint =
                IntStream.range(0, levels.length).mapToObj(i -> levels[i]).toList();
        sums.merge(joint, new Sum(share * chance(distances), likely(levels), 1), (a, b) -> a.plus(b.chance()));
    }

    /** A missing value breaks no key. */
    boolean agrees(MatchKey key, byte[] levels) {
        return key.parts().stream().allMatch(part -> agrees(part, levels));
    }

    private boolean agrees(Part part, byte[] levels) {
        if (part.form() == KeyForm.SORTED_LETTERS && part.fields().size() > 1) {
            int swapped = levels[fields.size() + swappable.indexOf(part)];
            boolean open = namesIn(swappable.indexOf(part), levels).anyMatch(level -> level == 0)
                    || namesIn(swappable.indexOf(part), levels).allMatch(level -> level == 1);
            return swapped == 1 || swapped == 0 && open;
        }
        int field = fields.indexOf(part.fields().get(0));
        return levels[field] == 0
                || agreement
                        .comparisons()
                        .get(field)
                        .levels()
                        .get(levels[field] - 1)
                        .agrees()
                        .contains(part.form());
    }

    private double chance(int[] distances) {
        double chance = 1;
        for (int view = 0; view < agreement.views().size(); view++) {
            chance *= seen[view] == Comparer.UNSEEN ? 1 : bins.chance(seen[view], distance(view, distances));
        }
        return chance;
    }

    /** Of the filters of a view: the sum of those of its fields. */
    int distance(int view, int[] distances) {
        int sum = 0;
        for (int field = 0; field < distances.length; field++) {
            sum += covers[view][field] ? distances[field] : 0;
        }
        return sum;
    }

    private double likely(byte[] levels) {
        return IntStream.range(0, levels.length)
                .filter(c -> levels[c] > 0)
                .mapToDouble(c -> Math.max(
                        comparisons.get(c).m().get(levels[c] - 1),
                        comparisons.get(c).u().get(levels[c] - 1)))
                .reduce(1, (a, b) -> a * b);
    }
}
