package uk.linkage.quality;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;

/**
 * How much of who resembles whom shows through the codes of an agreement: a yardstick for what graph attacks can align,
 * which costs seconds.
 *
 * <p>The same people are encoded under two secrets. Of the most alike 10, 1 and 0.1 % of all pairs under the one, the share
 * is told that are among the most alike under the other: {@link Edges}. Chance is .1, .01 and .001. It is told for each view
 * alone, for all views together by the sum of their similarities, and for each component as the hub unpicks it.
 *
 * <pre>{@code
 * LeakIndex index = LeakIndex.of(agreement, underOneSecret, underAnother);
 * boolean dull = index.allViews().tenth() < 0.12;
 * }</pre>
 *
 * <p>People of one household are alike under every secret and in any code that links: part of the last figure is theirs
 * ({@link #part}).
 */
public final class LeakIndex {
    private final Agreement agreement;
    private final HubSight first;
    private final HubSight second;
    private final List<Edges> firstViews;
    private final List<Edges> secondViews;

    private LeakIndex(Agreement agreement, EncodedTable first, EncodedTable second) {
        this.agreement = agreement;
        this.first = new HubSight(agreement, first);
        this.second = new HubSight(agreement, second);
        this.firstViews = this.first.views();
        this.secondViews = this.second.views();
    }

    /**
     * The index of two tables of the same people in the same order, made under two secrets.
     *
     * @throws IllegalArgumentException where they are not of one length, or of fewer than two people
     */
    public static LeakIndex of(Agreement agreement, EncodedTable first, EncodedTable second) {
        if (first.rows() != second.rows() || first.rows() < 2) {
            throw new IllegalArgumentException("two tables of the same people have one length, at least 2, not "
                    + first.rows() + " and " + second.rows());
        }
        return new LeakIndex(agreement, first, second);
    }

    /**
     * The leak of one way of looking.
     *
     * @param look what is looked at
     * @param tenth of the most alike 10 % of all pairs, the share that coincides
     * @param hundredth likewise of 1 %
     * @param thousandth likewise of 0.1 %
     */
    public record Leak(String look, double tenth, double hundredth, double thousandth) {
        static Leak of(String look, DoubleUnaryOperator at) {
            return new Leak(look, at.applyAsDouble(0.1), at.applyAsDouble(0.01), at.applyAsDouble(0.001));
        }
    }

    /** Each view alone, in the agreement's order. */
    public List<Leak> views() {
        return IntStream.range(0, agreement.views().size())
                .mapToObj(v -> leak("view " + agreement.views().get(v).name(), firstViews.get(v), secondViews.get(v)))
                .toList();
    }

    /** All views together. */
    public Leak allViews() {
        return part("all views", (left, right) -> true);
    }

    /** That part of the leak of all views which some pairs make up, such as people of one household. */
    public Leak part(String name, Edges.Among pairs) {
        int all = agreement.views().size();
        return Leak.of(name, share -> firstViews.get(all).leak(secondViews.get(all), share, pairs));
    }

    /** Each component as the hub unpicks it, in the agreement's order; worked out when asked, which takes longer. */
    public List<Leak> components() {
        List<Edges> mine = first.components();
        List<Edges> theirs = second.components();
        return IntStream.range(0, mine.size())
                .mapToObj(c -> leak(agreement.components().get(c).name() + ", unpicked", mine.get(c), theirs.get(c)))
                .toList();
    }

    private static Leak leak(String look, Edges mine, Edges theirs) {
        return Leak.of(look, share -> mine.leak(theirs, share));
    }
}
