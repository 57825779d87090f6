package uk.linkage.quality;

import java.util.List;
import java.util.function.ToDoubleFunction;
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
    private final List<String> names;
    private final List<Edges> first;
    private final List<Edges> second;

    private LeakIndex(Agreement agreement, HubSight first, HubSight second) {
        this.agreement = agreement;
        this.names = first.names();
        this.first = first.edges();
        this.second = second.edges();
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
        return new LeakIndex(agreement, new HubSight(agreement, first), new HubSight(agreement, second));
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
        static Leak of(String look, ToDoubleFunction<Double> at) {
            return new Leak(look, at.applyAsDouble(0.1), at.applyAsDouble(0.01), at.applyAsDouble(0.001));
        }
    }

    /** Each view alone, all views, each component. */
    public List<Leak> all() {
        return leaks(0, names.size());
    }

    /** Each view alone, in the agreement's order. */
    public List<Leak> views() {
        return leaks(0, agreement.views().size());
    }

    /** All views together. */
    public Leak allViews() {
        return leak(agreement.views().size());
    }

    /** Each component as the hub unpicks it, in the agreement's order. */
    public List<Leak> components() {
        return leaks(agreement.views().size() + 1, names.size());
    }

    /** The most that any way of looking leaks, share by share. */
    public Leak worst() {
        List<Leak> all = all();
        return new Leak("the worst", most(all, Leak::tenth), most(all, Leak::hundredth), most(all, Leak::thousandth));
    }

    /** That part of the leak of all views which some pairs make up, such as people of one household. */
    public Leak part(String name, Edges.Among pairs) {
        int views = agreement.views().size();
        return Leak.of(name, share -> first.get(views).leak(second.get(views), share, pairs));
    }

    private List<Leak> leaks(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::leak).toList();
    }

    private Leak leak(int look) {
        return Leak.of(names.get(look), share -> first.get(look).leak(second.get(look), share));
    }

    private static double most(List<Leak> leaks, ToDoubleFunction<Leak> share) {
        return leaks.stream().mapToDouble(share).max().orElseThrow();
    }
}
