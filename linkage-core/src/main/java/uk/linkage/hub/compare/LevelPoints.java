package uk.linkage.hub.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;

/** A few filter distances that stand for each level of each field. Immutable. */
final class LevelPoints {
    private static final double APART = 24;
    private static final int MOST_POINTS = 2;

    private static final int STEP = 8;
    private static final int STEPS = 26;
    private static final Point[] NOTHING = {new Point(Comparison.MISSING, 0, 1)};

    private final Point[][][] whole;
    private final Point[][][] partial;
    private final Point[][][] missing;

    /**
     * A filter distance that stands for a share of a level.
     *
     * @param level 1 and up, or {@link Comparison#MISSING}
     */
    record Point(int level, int distance, double share) {}

    LevelPoints(List<FieldComparison> comparisons) {
        this.whole = ordered(comparisons, LevelPoints::whole);
        this.partial = ordered(comparisons, LevelPoints::partial);
        this.missing = ordered(comparisons, LevelPoints::missing);
    }

    private static Point[][][] ordered(
            List<FieldComparison> comparisons, Function<FieldComparison, List<Point>> points) {
        return comparisons.stream()
                .map(comparison -> IntStream.range(0, STEPS)
                        .mapToObj(step -> nearestFirst(points.apply(comparison), step * STEP))
                        .toArray(Point[][]::new))
                .toArray(Point[][][]::new);
    }

    private static Point[] nearestFirst(List<Point> points, int distance) {
        return points.stream()
                .sorted(Comparator.comparingInt(point -> Math.abs(point.distance() - distance)))
                .toArray(Point[]::new);
    }

    /**
     * The points of a field, those nearest to a distance first.
     *
     * @param told whether anything tells the level of a field that is not whole in both records
     */
    Point[] of(int field, byte state, boolean told, int distance) {
        int step = Math.min(distance / STEP, STEPS - 1);
        return switch (state) {
            case Comparer.WHOLE -> whole[field][step];
            case Comparer.ABSENT -> NOTHING;
            default -> told ? partial[field][step] : missing[field][step];
        };
    }

    private static List<Point> whole(FieldComparison comparison) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < comparison.levels().size(); i++) {
            Level level = comparison.levels().get(i);
            points.addAll(points(i + 1, level.from(), level.upTo()));
        }
        return points;
    }

    /** Of a value that is not whole some tokens are not there: any distance. */
    private static List<Point> partial(FieldComparison comparison) {
        double far = farthest(comparison).upTo();
        return IntStream.rangeClosed(1, comparison.levels().size())
                .boxed()
                .flatMap(level -> points(level, 0, far).stream())
                .toList();
    }

    /** One value's tokens alone: half of what two wholly different values differ in. */
    private static List<Point> missing(FieldComparison comparison) {
        Level far = farthest(comparison);
        return points(Comparison.MISSING, far.from() / 2, far.upTo() / 2);
    }

    private static Level farthest(FieldComparison comparison) {
        return comparison.levels().get(comparison.levels().size() - 1);
    }

    private static List<Point> points(int level, double from, double upTo) {
        double width = upTo - from;
        int count = (int) Math.max(1, Math.min(MOST_POINTS, Math.round(width / APART)));
        return IntStream.range(0, count)
                .mapToObj(k -> new Point(level, (int) Math.round(from + width * (k + 0.5) / count), 1.0 / count))
                .toList();
    }
}
