package uk.linkage.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.decide.MatchModel;

/**
 * What every threshold would have done to the pairs that a run scored, measured against the truth.
 *
 * <p>Every pair counts on its own: it is a link where its weight reaches the threshold, whoever else claims its records. A run does more,
 * before and after: it lets pairs of one record rival each other, heeds different numbers and answers, and puts links together into
 * people. So a run is mostly better than its own point on this curve; the curve tells what the weights by themselves are worth, and
 * whether the line is drawn in a good place. Recall is of all pairs there are to find, those never scored among them.
 *
 * <p>Pairs of one weight stand or fall together. Average precision is the mean of precision over the pairs to be found, each at the
 * threshold where it becomes a link, and 0 for those that never do; nothing is put between points, since what lies between two points of
 * this curve is no straight line (J. Davis and M. Goadrich, The relationship between precision-recall and ROC curves, ICML 2006).
 * Intervals are of people and of clusters, as those of an {@link Evaluation} are; clusters are here what hangs together by links of the
 * threshold.
 *
 * <pre>{@code
 * Curve curve = Curve.of(crosswalks, truth, run.resolve(ScoreFile.FILE), lines);
 * curve.best().ifPresent(best -> suggest(best.threshold()));
 * }</pre>
 *
 * <p>Holds counts only: no local id.
 *
 * @param pairs how many pairs were scored and count
 * @param points the least probable first
 * @param best where F1 is largest, of all thresholds and not of these points alone; nothing without scores or pairs to find
 * @param own what the run's own lines would have done, each between its own two providers
 * @param lines those, for each two providers in the order of the run
 * @param averagePrecision nothing where there is no pair to find
 */
public record Curve(
        long pairs,
        List<Point> points,
        Optional<Point> best,
        Confusion own,
        List<Line> lines,
        OptionalDouble averagePrecision) {
    public Curve {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
    }

    /**
     * One threshold.
     *
     * @param threshold the least probability of a link
     * @param weight the same as log-odds in bits
     * @param pairs what it does
     */
    public record Point(double threshold, double weight, Confusion pairs) {
        static Point at(int bits, Confusion pairs) {
            double weight = Bits.of(bits);
            return new Point(MatchModel.probability(weight), weight, pairs);
        }

        /** The threshold for people to read, with as many places as tell it from 1. */
        public String thresholdText() {
            return Figures.probability(threshold);
        }
    }

    /**
     * Where a run drew the line for links.
     *
     * @param left one provider
     * @param right the other, or the same
     * @param threshold the least probability of a link; 1 where nothing was to be one
     */
    public record Line(String left, String right, double threshold) {
        /** In ten-thousandths of a bit. */
        int bits() {
            return Bits.rounded(MatchModel.logOdds(threshold));
        }

        boolean isOf(String provider, String other) {
            return left.equals(provider) && right.equals(other) || left.equals(other) && right.equals(provider);
        }
    }

    /**
     * Measures the scores of a run.
     *
     * @param crosswalks of the run; the truth's providers need one each
     * @param scores the run's {@link uk.linkage.hub.review.ScoreFile}
     * @param lines the run's own
     * @throws IOException where the file of scores cannot be read or is not of this run
     */
    public static Curve of(List<Crosswalk> crosswalks, Truth truth, Path scores, List<Line> lines) throws IOException {
        return new CurveDrawing(crosswalks, truth, scores, lines).curve();
    }

    /** The probability at which the run drew its line, where it was one between all providers. */
    public OptionalDouble ownThreshold() {
        return one(lines);
    }

    /** Whether a point is at that line. */
    public boolean isOwn(Point point) {
        OptionalDouble own = ownThreshold();
        return own.isPresent() && own.getAsDouble() == point.threshold();
    }

    static OptionalDouble one(List<Line> lines) {
        double[] different =
                lines.stream().mapToDouble(Line::threshold).distinct().toArray();
        return different.length == 1 ? OptionalDouble.of(different[0]) : OptionalDouble.empty();
    }

    /** Every figure under a stable name. */
    public ObjectNode toJson() {
        return new CurveJson(this).json();
    }

    /** The same for people to read, at some of the thresholds. */
    public String toText() {
        return new CurveText(this).text();
    }
}
