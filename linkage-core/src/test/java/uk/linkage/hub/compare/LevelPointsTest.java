package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.hub.compare.LevelPoints.Point;

class LevelPointsTest {
    private static final List<Agreement> AGREEMENTS = List.of(HandMade.agreement(), SealedTables.agreement());

    @Test
    void thePointsOfALevelLieWithinItAndTogetherStandForAllOfIt() {
        for (Agreement agreement : AGREEMENTS) {
            LevelPoints points = new LevelPoints(agreement.comparisons());
            for (int field = 0; field < agreement.comparisons().size(); field++) {
                List<Level> levels = agreement.comparisons().get(field).levels();
                for (int level = 1; level <= levels.size(); level++) {
                    List<Point> own = points(points.of(field, Comparer.WHOLE, true, 0), level);
                    Level at = levels.get(level - 1);
                    assertThat(own.stream().mapToDouble(Point::share).sum()).isCloseTo(1, within(1e-9));
                    assertThat(own)
                            .allSatisfy(point ->
                                    assertThat((double) point.distance()).isBetween(at.from() - 0.5, at.upTo() + 0.5));
                }
            }
        }
    }

    @Test
    void equalValuesHaveNoDistance() {
        LevelPoints points = new LevelPoints(HandMade.agreement().comparisons());
        assertThat(points(points.of(0, Comparer.WHOLE, true, 0), 1)).containsExactly(new Point(1, 0, 1));
    }

    @Test
    void aWideLevelHasSeveralPointsEachInTheMiddleOfItsShare() {
        LevelPoints points = new LevelPoints(HandMade.agreement().comparisons());
        assertThat(points(points.of(1, Comparer.WHOLE, true, 0), 4))
                .containsExactlyInAnyOrder(new Point(4, 68, 0.5), new Point(4, 123, 0.5));
    }

    @Test
    void thoseNearestToADistanceComeFirst() {
        LevelPoints points = new LevelPoints(HandMade.agreement().comparisons());
        for (int distance = 0; distance <= 400; distance += 8) {
            int at = Math.min(distance, 200);
            int[] apart = Arrays.stream(points.of(1, Comparer.WHOLE, true, distance))
                    .mapToInt(point -> Math.abs(point.distance() - at))
                    .toArray();
            assertThat(apart).as("at %d", distance).isSorted();
        }
    }

    @Test
    void ofAValueThatIsThereInPartEveryLevelMayHaveAnyDistance() {
        FieldComparison birth = HandMade.agreement().comparisons().get(2);
        LevelPoints points = new LevelPoints(HandMade.agreement().comparisons());
        for (int level = 1; level <= birth.levels().size(); level++) {
            List<Point> own = points(points.of(2, Comparer.PARTIAL, true, 0), level);
            assertThat(own.stream().mapToDouble(Point::share).sum()).isCloseTo(1, within(1e-9));
            assertThat(own.stream()
                            .mapToDouble(point -> point.share() * point.distance())
                            .sum())
                    .isCloseTo(96 / 2.0, within(1.0));
        }
    }

    @Test
    void whatIsMissingHasHalfTheDistanceOfDifferentValuesOrNone() {
        LevelPoints points = new LevelPoints(HandMade.agreement().comparisons());
        for (byte state : new byte[] {Comparer.ONE_SIDED, Comparer.PARTIAL}) {
            Point[] missing = points.of(2, state, false, 0);
            assertThat(missing).allMatch(point -> point.level() == Comparison.MISSING);
            assertThat(Arrays.stream(missing)
                            .mapToDouble(point -> point.share() * point.distance())
                            .sum())
                    .isCloseTo((70 + 96) / 4.0, within(1.0));
        }
        assertThat(points.of(2, Comparer.ABSENT, true, 0)).containsExactly(new Point(Comparison.MISSING, 0, 1));
    }

    private static List<Point> points(Point[] points, int level) {
        return IntStream.range(0, points.length)
                .mapToObj(i -> points[i])
                .filter(point -> point.level() == level)
                .toList();
    }
}
