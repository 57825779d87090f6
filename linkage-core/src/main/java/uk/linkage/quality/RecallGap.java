package uk.linkage.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How far apart the best and the worst recall of a grouping are.
 *
 * <p>Groups with fewer than {@link #LEAST_PAIRS} true pairs, and those of whom nothing is said, are left out: chance alone makes such
 * gaps. The interval is Newcombe's for the difference of two proportions, from their Wilson intervals, which take people as their unit. It does not allow for the two
 * having been picked as the outermost of several, so that a small gap among many groups says little. Source: R. G. Newcombe, Interval estimation for the difference
 * between independent proportions: comparison of eleven methods, Statistics in Medicine 17, 1998, method 10.
 *
 * @param worst the group with the least recall
 * @param best the group with the most
 * @param gap the difference and its interval; where counts are withheld, only the most it can be, as both ends
 * @param exact whether it is the difference, and not only the most it can be
 */
public record RecallGap(String worst, String best, Estimate.Measured gap, boolean exact) {
    /** Fewer true pairs than this leave a group out. */
    public static final long LEAST_PAIRS = 100;

    /** A group's recall with its interval, or the least and most that it can be. */
    private record Range(String group, Estimate.Measured recall, boolean exact) {
        double low() {
            return exact ? recall.value() : recall.low();
        }

        double high() {
            return exact ? recall.value() : recall.high();
        }
    }

    /** As text for people to read. */
    @Override
    public String toString() {
        return (exact ? gap : "at most " + Figures.share(gap.value())) + ", between " + worst + " and " + best;
    }

    /** Nothing where fewer than two groups are large enough. */
    static Optional<RecallGap> of(Grouping grouping, SmallNumbers numbers) {
        List<Range> ranges = grouping.groups().stream()
                .filter(quality -> !quality.group().equals(GroupLabels.NOT_SAID))
                .filter(RecallGap::isLarge)
                .map(quality -> range(quality, numbers))
                .toList();
        if (ranges.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(ranges.stream().allMatch(Range::exact) ? difference(ranges) : most(ranges));
    }

    private static boolean isLarge(GroupQuality quality) {
        return quality.pairwise().toBeFound() >= LEAST_PAIRS;
    }

    private static Range range(GroupQuality quality, SmallNumbers numbers) {
        SmallNumbers.Share share = numbers.recall(quality.pairwise());
        if (share instanceof SmallNumbers.Share.Told told && told.estimate() instanceof Estimate.Measured measured) {
            return new Range(quality.group(), measured, true);
        }
        double low = share instanceof SmallNumbers.Share.AtLeast least ? least.value() : 0;
        double high = share instanceof SmallNumbers.Share.AtMost most ? most.value() : 1;
        return new Range(quality.group(), new Estimate.Measured(low, low, high), false);
    }

    private static RecallGap difference(List<Range> ranges) {
        Range worst = min(ranges, Range::low);
        Range best = min(ranges, range -> -range.high());
        return new RecallGap(worst.group(), best.group(), between(best.recall(), worst.recall()), true);
    }

    /** The difference of a share and a smaller one. */
    static Estimate.Measured between(Estimate.Measured larger, Estimate.Measured smaller) {
        double gap = larger.value() - smaller.value();
        double below = Math.hypot(larger.value() - larger.low(), smaller.high() - smaller.value());
        double above = Math.hypot(larger.high() - larger.value(), smaller.value() - smaller.low());
        return new Estimate.Measured(gap, Math.max(0, gap - below), gap + above);
    }

    private static RecallGap most(List<Range> ranges) {
        Range worst = min(ranges, Range::low);
        Range best = min(ranges, range -> -range.high());
        double most = best.high() - worst.low();
        return new RecallGap(worst.group(), best.group(), new Estimate.Measured(most, most, most), false);
    }

    private static Range min(List<Range> ranges, ToDoubleFunction<Range> by) {
        return ranges.stream().min(Comparator.comparingDouble(by)).orElseThrow();
    }
}
