package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.review.ScoreFile;

/** Draws a {@link Curve}: one sweep over all pairs, the heaviest first. */
final class CurveDrawing {
    /** Thresholds that people think in; the others are whole bits. */
    static final List<Double> ROUND =
            List.of(ScoreFile.LEAST_PROBABILITY, 0.1, 0.5, 0.8, 0.9, 0.99, 0.999, 0.9999, 0.99999);

    private static final int MOST_OTHERS = 44;

    private final List<Curve.Line> lines;
    private final List<String> providers;
    private final LabelledRecords records;
    private final long[] actual;
    private final Scored scored;
    private final int[] order;

    CurveDrawing(List<Crosswalk> crosswalks, Truth truth, Path scores, List<Curve.Line> lines) throws IOException {
        boolean withinProviders = truth.form() == Truth.Form.PEOPLE;
        this.lines = lines;
        this.providers = truth.providers();
        Scored.Numbers numbers = new Scored.Numbers(providers.size());
        this.records = LabelledRecords.of(Evaluation.inOrder(crosswalks, providers), truth, numbers, Progress.UNSEEN);
        this.actual = records.byPerson().pairs((provider, other) -> withinProviders || provider != other);
        this.scored = Scored.read(scores, providers, numbers, withinProviders);
        this.order = scored.heaviestFirst();
    }

    Curve curve() {
        Descent descent = new Descent();
        for (int place = 0; place < order.length; place++) {
            descent.take(order[place]);
            boolean last = place + 1 == order.length;
            int next = last ? Integer.MIN_VALUE : scored.weight(order[place + 1]);
            if (next < scored.weight(order[place])) {
                descent.reach(scored.weight(order[place]), next);
            }
        }
        Collections.reverse(descent.points);
        return new Curve(order.length, descent.points, descent.best, own(), lines, descent.averagePrecision());
    }

    /** What the run's own lines do, whatever else the pairs weigh. */
    private Confusion own() {
        int[][] bits = new int[providers.size()][providers.size()];
        for (int p = 0; p < bits.length; p++) {
            for (int q = 0; q < bits.length; q++) {
                bits[p][q] = line(providers.get(p), providers.get(q));
            }
        }
        Sweep own = new Sweep(records, actual);
        for (int pair = 0; pair < scored.size(); pair++) {
            int left = scored.left(pair);
            int right = scored.right(pair);
            if (scored.weight(pair) >= bits[records.provider(left)][records.provider(right)]) {
                own.take(left, right);
            }
        }
        return own.confusion();
    }

    private int line(String provider, String other) {
        return lines.stream()
                .filter(line -> line.isOf(provider, other))
                .findFirst()
                .map(Curve.Line::bits)
                .orElse(Integer.MAX_VALUE);
    }

    /** What was found on the way down. */
    private final class Descent {
        private final Sweep sweep = new Sweep(records, actual);
        private final List<Curve.Point> points = new ArrayList<>();
        private final TreeMap<Integer, Double> wanted = wanted();
        private Optional<Curve.Point> best = Optional.empty();
        private double bestF1;
        private long before;
        private double precisions;

        void take(int pair) {
            sweep.take(scored.left(pair), scored.right(pair));
        }

        /** All pairs of this weight or more are taken, and the next is lighter. */
        void reach(int bits, int next) {
            precisions += (sweep.truePositives() - before) * sweep.precision();
            before = sweep.truePositives();
            if (sweep.f1() > bestF1) {
                bestF1 = sweep.f1();
                best = Optional.of(Curve.Point.at(bits, sweep.confusion()));
            }
            while (!wanted.isEmpty() && wanted.lastKey() > next) {
                Map.Entry<Integer, Double> threshold = wanted.pollLastEntry();
                if (threshold.getKey() <= bits) {
                    points.add(new Curve.Point(
                            threshold.getValue(), MatchModel.logOdds(threshold.getValue()), sweep.confusion()));
                }
            }
        }

        OptionalDouble averagePrecision() {
            long pairs = sweep.confusion().toBeFound();
            return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(precisions / pairs);
        }
    }

    /** Thresholds to be told, by their ten-thousandths of a bit: round ones, the run's own, and others in steps of whole bits. */
    private TreeMap<Integer, Double> wanted() {
        TreeMap<Integer, Double> wanted = new TreeMap<>();
        int least = (int) Math.ceil(MatchModel.logOdds(ScoreFile.LEAST_PROBABILITY));
        int most = order.length == 0 ? least : (int) Math.floor(Bits.of(scored.weight(order[0])));
        int step = Math.max(1, (int) Math.ceil((most - least) / (double) MOST_OTHERS));
        for (int bits = least; bits <= most; bits += step) {
            wanted.put(Bits.rounded(bits), MatchModel.probability(bits));
        }
        ROUND.forEach(threshold -> wanted.put(Bits.rounded(MatchModel.logOdds(threshold)), threshold));
        Curve.one(lines).ifPresent(own -> wanted.put(Bits.rounded(MatchModel.logOdds(own)), own));
        return wanted;
    }
}
