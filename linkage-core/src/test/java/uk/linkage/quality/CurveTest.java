package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.linkage.quality.EstimateTest.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.review.ScoreFile;

class CurveTest {
    private static final String HEADER = "left_provider,left_id,right_provider,right_id,weight,probability\n";
    private static final List<Crosswalk> RUN =
            List.of(new Crosswalk("x", ids("1", "2", "3")), new Crosswalk("y", ids("1", "2", "3")));
    private static final String TRUTH = "a,b\n1,1\n2,2\n3,3\n";

    /** Of three true pairs the first two are found, one of them below a false pair; the third was never scored. */
    private static final String SCORES = HEADER
            + "x,2,y,3,6.0000,0.984615\n"
            + "x,1,y,1,10.0000,0.999024\n"
            + "x,3,y,1,-2.0000,0.2\n"
            + "x,2,y,2,3.0000,0.888889\n";

    @TempDir
    private Path folder;

    /** Precision and recall: 1 and 1/3 from 10 bits, 1/2 and 1/3 from 6, 2/3 and 2/3 from 3, 1/2 and 2/3 from -2. */
    @Test
    void everyThresholdIsMeasuredAsByHand() throws IOException {
        Curve curve = curve(SCORES, line(0.8));
        assertThat(at(curve, 10)).isEqualTo(new Confusion(1, 0, 2));
        assertThat(at(curve, 7)).isEqualTo(new Confusion(1, 0, 2));
        assertThat(at(curve, 6)).isEqualTo(new Confusion(1, 1, 2));
        assertThat(at(curve, 3)).isEqualTo(new Confusion(2, 1, 1));
        assertThat(at(curve, -1)).isEqualTo(new Confusion(2, 1, 1));
        assertThat(at(curve, -2)).isEqualTo(new Confusion(2, 2, 1));
        assertThat(curve.pairs()).isEqualTo(4);
        assertThat(curve.points()).extracting(Curve.Point::threshold).isSorted().contains(0.01, 0.5, 0.8, 0.99);
        assertThat(curve.points().get(0).pairs().counts()).isEqualTo(new Confusion(2, 2, 1));
    }

    @Test
    void averagePrecisionAndTheBestF1AreThoseOfAllThresholds() throws IOException {
        Curve curve = curve(SCORES, line(0.8));
        assertThat(curve.averagePrecision()).hasValue((1 + 2 / 3.0) / 3);
        Curve.Point best = curve.best().orElseThrow();
        assertThat(best.weight()).isEqualTo(3);
        assertThat(best.threshold()).isEqualTo(8 / 9.0, within(1e-12));
        assertThat(measured(best.pairs().f1()).value()).isEqualTo(2 / 3.0, within(1e-12));
    }

    /** From 6 bits on records 2 of x and 3 of y hang together, from 3 on 2 of y too: one cluster of two links, one of them right. */
    @Test
    void theUnitsAreWhatLinksOfTheThresholdPutTogether() throws IOException {
        Curve curve = curve(SCORES, line(0.8));
        Confusion at = point(curve, 3).pairs();
        Units clusters = new Units();
        clusters.add(1, 1);
        clusters.add(2, 1);
        assertThat(at.effects().precision()).isEqualTo(clusters.designEffect(), within(1e-12));
        assertThat(at.effects().recall()).isEqualTo(1, within(1e-12));
    }

    @Test
    void theRunsOwnLineIsMarkedAndMayDifferBetweenProviders() throws IOException {
        Curve one = curve(SCORES, line(0.8));
        assertThat(one.own().counts()).isEqualTo(new Confusion(2, 1, 1));
        assertThat(one.toText()).contains("this run's own").contains("best F1");
        JsonNode json = json(one);
        assertThat(json.path("curve").findValues("own")).hasSize(1);
        assertThat(json.at("/scored_pairs/own/links").asLong()).isEqualTo(3);
        assertThat(json.at("/scored_pairs/before_assignment").asBoolean()).isTrue();
        Curve several = curve(SCORES, line(0.8), new Curve.Line("x", "x", 0.5));
        assertThat(several.ownThreshold()).isEmpty();
        assertThat(several.own().counts()).isEqualTo(new Confusion(2, 1, 1));
        assertThat(json(several).path("curve").findValues("own")).isEmpty();
        assertThat(several.toText()).contains("another between each two providers");
        assertThat(curve(SCORES, line(1)).own().counts())
                .as("nothing was to be a link")
                .isEqualTo(new Confusion(0, 0, 3));
    }

    @Test
    void theJsonIsCompactAndTheTextShort() throws IOException {
        Curve curve = curve(SCORES + "x,1,y,2,200.1234,1\n", line(0.8));
        JsonNode json = json(curve);
        assertThat(json.path("curve")).hasSizeBetween(30, 60);
        assertThat(json.at("/curve/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "threshold",
                        "weight",
                        "links",
                        "true_positives",
                        "precision",
                        "precision_interval",
                        "recall",
                        "recall_interval",
                        "f1");
        assertThat(curve.toText().lines()).hasSizeBetween(10, 14);
    }

    @Test
    void nothingScoredGivesAnEmptyCurve() throws IOException {
        Curve curve = curve(HEADER, line(0.8));
        assertThat(curve.points()).isEmpty();
        assertThat(curve.best()).isEmpty();
        assertThat(curve.averagePrecision()).hasValue(0);
        assertThat(json(curve).at("/scored_pairs/best_f1").isNull()).isTrue();
        assertThat(curve.toText()).contains("average precision 0.0000");
    }

    @Test
    void scoresOfAnotherRunAreRefusedWithTheLineAndTheRule() {
        for (String row : List.of("x,1,y,9,1.0000,0.5", "x,1,z,1,1.0000,0.5")) {
            assertThatThrownBy(() -> curve(HEADER + row + "\n", line(0.8)))
                    .hasMessage("scores.csv: line 2: names a record that is in no crosswalk of the run");
        }
    }

    @Test
    void aPairThatComesTwiceIsRefusedWhicheverRecordIsFirst() {
        assertThatThrownBy(() -> curve(SCORES + "y,2,x,2,3.0000,0.888889\n", line(0.8)))
                .hasMessage("scores.csv: has a pair twice");
    }

    /** Against every pair written out. */
    @Test
    void oneSweepComesToTheSameAsEveryThresholdByItself() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Rehearsed made = Rehearsed.people(random, 3);
            Truth truth = made.peopleTruth(folder, random);
            List<Rehearsed.Made> records = List.copyOf(made.clusterOf.keySet());
            List<Integer> weights = new ArrayList<>();
            StringBuilder scores = new StringBuilder(HEADER);
            List<List<Rehearsed.Made>> pairs = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (random.nextBoolean()) {
                        int weight = random.nextInt(16) - 6;
                        scores.append(row(made, records.get(i))).append(',').append(row(made, records.get(j)));
                        scores.append(',').append(weight).append(".0000,0\n");
                        pairs.add(List.of(records.get(i), records.get(j)));
                        weights.add(weight);
                    }
                }
            }
            Path file = Files.writeString(folder.resolve(ScoreFile.FILE), scores);
            Curve curve = Curve.of(made.crosswalks(), truth, file, List.of());
            long all = Evaluation.of(made.crosswalks(), truth).truth().pairs();
            for (Curve.Point point : curve.points()) {
                long right = 0;
                long wrong = 0;
                for (int pair = 0; pair < pairs.size(); pair++) {
                    if (weights.get(pair) >= point.weight() - 1e-9) {
                        boolean same = isSame(made, pairs.get(pair));
                        right += same ? 1 : 0;
                        wrong += same ? 0 : 1;
                    }
                }
                assertThat(point.pairs().counts())
                        .as("seed %d, %s", seed, point.thresholdText())
                        .isEqualTo(new Confusion(right, wrong, all - right));
            }
        }
    }

    private static boolean isSame(Rehearsed made, List<Rehearsed.Made> pair) {
        Integer person = made.personOf.get(pair.get(0));
        return person != null && person.equals(made.personOf.get(pair.get(1)));
    }

    private static String row(Rehearsed made, Rehearsed.Made record) {
        return made.providers.get(record.provider()) + "," + record.localId();
    }

    private static Confusion at(Curve curve, double bits) {
        return point(curve, bits).pairs().counts();
    }

    private static Curve.Point point(Curve curve, double bits) {
        return curve.points().stream()
                .filter(point -> Math.abs(point.weight() - bits) < 1e-9)
                .findFirst()
                .orElseThrow();
    }

    private Curve curve(String scores, Curve.Line... lines) throws IOException {
        Truth truth = Truth.read(Files.writeString(folder.resolve("truth.csv"), TRUTH), List.of("x", "y"));
        return Curve.of(RUN, truth, Files.writeString(folder.resolve(ScoreFile.FILE), scores), List.of(lines));
    }

    private static Curve.Line line(double threshold) {
        return new Curve.Line("x", "y", threshold);
    }

    private static JsonNode json(Curve curve) throws IOException {
        return new ObjectMapper().readTree(curve.toJson().toString());
    }

    private static Map<String, String> ids(String... localIds) {
        Map<String, String> ids = new HashMap<>();
        for (String localId : localIds) {
            ids.put(localId, "S%016d".formatted(ids.size()));
        }
        return ids;
    }
}
