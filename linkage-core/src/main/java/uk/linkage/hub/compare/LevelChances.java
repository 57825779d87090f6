package uk.linkage.hub.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component.Level;
import uk.linkage.agreement.ViewDesign;

/**
 * How likely what is seen of a pair is at each joint level of its components.
 *
 * <p>Goal. A view's filter distance is the sum of its components' distances, and the code shows it through noise. With as
 * many independent views as components the sums can be taken apart: a weighing design (Yates 1935; Hotelling 1944). But
 * one best answer throws away what the noise leaves open, and in pairs that differ in much that is most of it.
 *
 * <p>Method. Levels are latent classes (Goodman, Biometrika 1974): the chance of what is seen is worked out for every
 * joint level, a few distances standing for each level, the views being independent given the distances. The search goes
 * component by component and gives up where what is still possible is {@value #NEGLIGIBLE} of the best so far. A component
 * that cannot be compared is missing: it adds no distance where neither record has it, and any distance otherwise.
 *
 * <p>A worker: one thread.
 */
final class LevelChances {
    private static final double NEGLIGIBLE = 1e-5;
    private static final int FINE_COMPONENTS = 4;
    private static final double BEYOND_LAST = 0.6;
    private static final double APART = 8;
    private static final int MOST_POINTS = 2;
    private static final List<Point> NOTHING = List.of(new Point(Comparison.MISSING, 0, 1));

    private final ViewDesign design;
    private final ViewBins bins;
    private final List<List<Point>> comparable;
    private final List<List<Point>> uncomparable;
    private final int[] radix;
    private final double[] joint;
    private final int[] distance;
    private byte[] seen;
    private double best;

    /** A filter distance that stands for a share of a level. */
    private record Point(int level, int distance, double share) {}

    LevelChances(Agreement agreement, ViewBins bins) {
        this.design = new ViewDesign(agreement);
        this.bins = bins;
        boolean fine = design.components() <= FINE_COMPONENTS;
        this.comparable = agreement.components().stream()
                .map(component -> points(component.levels(), fine))
                .toList();
        this.uncomparable = comparable.stream().map(LevelChances::anyLevel).toList();
        this.radix = agreement.components().stream()
                .mapToInt(component -> component.levels().size() + 1)
                .toArray();
        this.joint = new double[Arrays.stream(radix).reduce(1, Math::multiplyExact)];
        this.distance = new int[design.views()];
    }

    private static List<Point> points(List<Level> levels, boolean fine) {
        return IntStream.range(0, levels.size())
                .boxed()
                .flatMap(i -> points(levels, i, fine).stream())
                .toList();
    }

    private static List<Point> points(List<Level> levels, int i, boolean fine) {
        if (i == 0) {
            return List.of(new Point(1, 0, 1));
        }
        double from = levels.get(i - 1).upTo();
        double width =
                levels.get(i).unbounded() ? from * BEYOND_LAST : levels.get(i).upTo() - from;
        int points = fine ? (int) Math.max(1, Math.min(MOST_POINTS, Math.round(width / APART))) : 1;
        return IntStream.range(0, points)
                .mapToObj(k -> point(i, from + width * (k + 0.5) / points, 1.0 / points))
                .toList();
    }

    private static Point point(int i, double distance, double share) {
        return new Point(i + 1, (int) Math.round(distance), share);
    }

    private static List<Point> anyLevel(List<Point> points) {
        return points.stream()
                .map(p -> new Point(Comparison.MISSING, p.distance(), 1.0 / points.size()))
                .toList();
    }

    /** How many levels each component has, missing included. */
    int[] radix() {
        return radix.clone();
    }

    /**
     * The chance of what is seen at each joint level, which counts through the levels of all components (missing being 0)
     * with the last component fastest; zero where it is negligible. Overwritten by the next call.
     */
    double[] of(byte[] seen) {
        this.seen = seen;
        this.best = 0;
        Arrays.fill(joint, 0);
        descend(0, 0, 1);
        for (int level = 0; level < joint.length; level++) {
            joint[level] = joint[level] < NEGLIGIBLE * best ? 0 : joint[level];
        }
        return joint;
    }

    private void descend(int component, int jointLevel, double share) {
        if (component == radix.length) {
            joint[jointLevel] += share * chance();
            best = Math.max(best, joint[jointLevel]);
            return;
        }
        for (Point point : points(component)) {
            shift(component, point.distance());
            if (share * point.share() * stillPossible() > NEGLIGIBLE * best) {
                descend(component + 1, jointLevel * radix[component] + point.level(), share * point.share());
            }
            shift(component, -point.distance());
        }
    }

    private List<Point> points(int component) {
        return switch (seen[design.views() + component]) {
            case Comparer.COMPARABLE -> comparable.get(component);
            case Comparer.ABSENT -> NOTHING;
            default -> uncomparable.get(component);
        };
    }

    private void shift(int component, int by) {
        for (int view = 0; view < distance.length; view++) {
            distance[view] += design.covers(view, component) ? by : 0;
        }
    }

    private double chance() {
        double chance = 1;
        for (int view = 0; view < distance.length; view++) {
            chance *= bins.chance(seen[view], distance[view]);
        }
        return chance;
    }

    private double stillPossible() {
        double most = 1;
        for (int view = 0; view < distance.length; view++) {
            most *= bins.mostBeyond(seen[view], distance[view]);
        }
        return most;
    }
}
