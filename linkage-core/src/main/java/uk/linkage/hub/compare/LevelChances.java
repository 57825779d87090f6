package uk.linkage.hub.compare;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.agreement.FieldComparison;

/**
 * How likely what is seen of a pair is at each joint level of its fields.
 *
 * <p>Goal. Two kinds of evidence are put together. Match keys say exactly, but only of several fields at once, whether all
 * of them agree. A view's filter distance is the sum of its fields' distances, and the code shows it through noise: with several
 * views of different fields the sums can be taken apart, as in a weighing design (Yates 1935; Hotelling 1944). One best answer
 * would throw away what the noise leaves open, and in pairs that differ in much that is most of it.
 *
 * <p>Method. Levels are latent classes (Goodman, Biometrika 1974): the chance of what is seen is worked out for every joint
 * level that the keys leave open, a few distances standing for each level, the views being independent given the distances.
 * The search goes field by field and gives up where a key that agrees is broken, or where what is still possible is
 * {@value #NEGLIGIBLE} of the best so far. A field that one record lacks is missing: it adds about half the distance of wholly
 * different values.
 *
 * <p>A worker: one thread.
 */
final class LevelChances {
    private static final double NEGLIGIBLE = 1e-4;
    private static final int LEVEL_BITS = 4;

    private final ViewBins bins;
    private final KeyEvidence keys;
    private final int fields;
    private final boolean[][] covers;
    private final LevelPoints points;
    private final double[][] plausible;
    private final int[][] swappableFields;
    private final long[] swappableKeys;
    private final long[] decided;
    private final ViewDistances distances;
    private final byte[] levels;
    private final int[] target;
    private final JointChances found = new JointChances();
    private byte[] seen;
    private long present;
    private long equal;
    private double best;

    LevelChances(Agreement agreement, ViewBins bins, KeyEvidence keys) {
        this.bins = bins;
        this.keys = keys;
        this.fields = agreement.comparisons().size();
        this.points = new LevelPoints(agreement.comparisons());
        this.covers =
                agreement.views().stream().map(view -> covers(agreement, view)).toArray(boolean[][]::new);
        this.plausible =
                Comparison.of(agreement).stream().map(LevelChances::plausible).toArray(double[][]::new);
        List<Part> swappable = Comparison.swappable(agreement);
        this.swappableFields = swappable.stream()
                .map(part -> places(agreement.comparisons(), part))
                .toArray(int[][]::new);
        this.swappableKeys = swappable.stream().mapToLong(keys::with).toArray();
        this.decided = IntStream.range(0, fields).mapToLong(this::decidedBy).toArray();
        this.distances = new ViewDistances(bins, covers, fields);
        this.levels = new byte[fields + swappable.size()];
        this.target = new int[fields];
    }

    /** The keys of which all parts are known once this field is. */
    private long decidedBy(int field) {
        long open = LongStream.of(swappableKeys).reduce(0, (a, b) -> a | b);
        for (int later = field + 1; later < fields; later++) {
            open |= keys.of(later);
        }
        return ~open;
    }

    private static boolean[] covers(Agreement agreement, View view) {
        boolean[] covers = new boolean[agreement.comparisons().size()];
        for (String name : view.components()) {
            for (Component.Feature feature : agreement.component(name).features()) {
                covers[places(agreement.comparisons(), feature.field())] = true;
            }
        }
        return covers;
    }

    private static int[] places(List<FieldComparison> comparisons, Part part) {
        return part.fields().stream()
                .mapToInt(name -> places(comparisons, name))
                .toArray();
    }

    private static int places(List<FieldComparison> comparisons, String field) {
        return IntStream.range(0, comparisons.size())
                .filter(i -> comparisons.get(i).field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** How likely a level is at all, of one person or of two; only what is not is left out of the search. */
    private static double[] plausible(Comparison comparison) {
        double[] plausible = new double[comparison.levels().size()];
        plausible[Comparison.MISSING] = 1;
        for (int level = 1; level < plausible.length; level++) {
            plausible[level] =
                    Math.max(comparison.m().get(level - 1), comparison.u().get(level - 1));
        }
        return plausible;
    }

    /** Is given the levels of a joint level, and the chance of what is seen there. */
    interface Taker {
        void take(byte[] levels, double chance);
    }

    /**
     * The chance of what is seen at each joint level that is not negligible: a level for each field and for each set of names
     * that may be swapped. Always in the same order.
     */
    void of(byte[] seen, Taker taker) {
        ByteBuffer from = ByteBuffer.wrap(seen, covers.length + fields, 2 * Long.BYTES);
        this.seen = seen;
        this.present = from.getLong();
        this.equal = from.getLong();
        distances.lookAt(seen);
        aim();
        search();
        if (found.size() == 0) {
            this.present = 0;
            this.equal = 0;
            search();
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.chance(i) * found.likely(i) >= NEGLIGIBLE * best) {
                taker.take(unpacked(found.joint(i)), found.chance(i));
            }
        }
    }

    /** The most that each field can well differ in: the least of the views that cover it. The search begins there. */
    private void aim() {
        for (int field = 0; field < fields; field++) {
            int least = Integer.MAX_VALUE;
            for (int view = 0; view < covers.length; view++) {
                boolean tells = covers[view][field] && seen[view] != Comparer.UNSEEN;
                least = tells ? Math.min(least, bins.likeliest(seen[view])) : least;
            }
            target[field] = least;
        }
    }

    private void search() {
        found.clear();
        best = 0;
        descend(0, 0, 1, 1);
    }

    /** @param broken the keys that cannot agree any more */
    private void descend(int field, long broken, double share, double likely) {
        if (field == fields) {
            swap(0, broken, share, likely);
            return;
        }
        byte state = seen[covers.length + field];
        boolean told = state == Comparer.WHOLE || state == Comparer.PARTIAL && (present & keys.of(field)) != 0;
        for (LevelPoints.Point point : points.of(field, state, told, target[field])) {
            int level = point.level();
            long more = level == Comparison.MISSING ? broken : broken | keys.broken(field, level);
            if ((more & equal) == 0 && (present & ~equal & decided[field] & ~more) == 0) {
                double shareHere = share * point.share();
                double likelyHere = likely * plausible[field][level];
                if (shareHere * likelyHere * distances.give(field, point.distance()) > NEGLIGIBLE * best) {
                    levels[field] = (byte) level;
                    descend(field + 1, more, shareHere, likelyHere);
                }
            }
        }
    }

    /** Names of which all differ may agree in each other's place; where all agree they say nothing more of that. */
    private void swap(int part, long broken, double share, double likely) {
        if (part == swappableFields.length) {
            leaf(broken, share, likely);
            return;
        }
        int missing = 0;
        int same = 0;
        for (int field : swappableFields[part]) {
            missing += levels[field] == Comparison.MISSING ? 1 : 0;
            same += levels[field] == 1 ? 1 : 0;
        }
        long without = broken | swappableKeys[part];
        levels[fields + part] = Comparison.MISSING;
        if (missing > 0 || same == swappableFields[part].length) {
            swap(part + 1, broken, share, likely);
        } else if (same > 0) {
            swap(part + 1, without, share, likely);
        } else {
            for (byte level = 1; level <= 2; level++) {
                levels[fields + part] = level;
                swap(part + 1, level == 1 ? broken : without, share, likely * plausible[fields + part][level]);
            }
        }
    }

    private void leaf(long broken, double share, double likely) {
        if ((~broken & present) != equal) {
            return;
        }
        double chance = share * distances.chance();
        if (chance * likely > NEGLIGIBLE * best) {
            best = Math.max(best, found.add(packed(), chance, likely) * likely);
        }
    }

    private long packed() {
        long packed = 0;
        for (byte level : levels) {
            packed = packed << LEVEL_BITS | level;
        }
        return packed;
    }

    private byte[] unpacked(long joint) {
        byte[] unpacked = new byte[levels.length];
        long rest = joint;
        for (int c = unpacked.length - 1; c >= 0; c--, rest >>>= LEVEL_BITS) {
            unpacked[c] = (byte) (rest & (1 << LEVEL_BITS) - 1);
        }
        return unpacked;
    }
}
