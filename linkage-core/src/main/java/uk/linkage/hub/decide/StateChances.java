package uk.linkage.hub.decide;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import uk.linkage.hub.compare.Patterns;

/**
 * How likely each joint level is in the end: among pairs of one person, and among pairs of two that no better pair rules out.
 * Also of joint levels that no pair came with when this was learnt. Immutable, as what it holds is not learnt any further.
 */
public final class StateChances {
    private final Patterns patterns;
    private final Mixture onePerson;
    private final Mixture twoPeople;
    private final StateSpread spread;
    private final double[] falsePairsBySort;
    private final double[] falseChances;

    /**
     * Keeps what was learnt.
     *
     * @param falsePairs how many pairs of two people were counted in each state
     * @param falseChances the chance of each state among them
     */
    StateChances(
            Patterns patterns,
            Mixture onePerson,
            Mixture twoPeople,
            StateSpread spread,
            double[] falsePairs,
            double[] falseChances) {
        this.patterns = patterns;
        this.onePerson = onePerson;
        this.twoPeople = twoPeople;
        this.spread = spread;
        this.falsePairsBySort = spread.bySort(falsePairs);
        this.falseChances = falseChances;
    }

    /** A joint level that a pattern can come of, with the chance of both together, among pairs of one person and of two. */
    record Joint(byte[] levels, double one, double two) {}

    /** The joint levels of a pattern. */
    List<Joint> of(int pattern) {
        return of(patterns, pattern, state -> falseChances[state]);
    }

    /** Bits that a pattern weighs more since what agrees is rare. */
    double rarity(int pattern) {
        return patterns.rarity(pattern);
    }

    /** The joint levels of a pattern of other pairs. */
    List<Joint> of(Patterns others, int pattern) {
        Map<ByteBuffer, Double> known = known();
        return of(others, pattern, state -> {
            byte[] levels = others.levels(state);
            Double chance = known.get(ByteBuffer.wrap(levels));
            return chance != null ? chance : spread.ofUnseen(falsePairsBySort, levels, twoPeople.of(levels));
        });
    }

    private Map<ByteBuffer, Double> known() {
        Map<ByteBuffer, Double> known = new HashMap<>();
        for (int state = 0; state < falseChances.length; state++) {
            known.put(ByteBuffer.wrap(patterns.levels(state)), falseChances[state]);
        }
        return known;
    }

    private List<Joint> of(Patterns of, int pattern, IntToDoubleFunction two) {
        int[] states = of.states(pattern);
        double[] chances = of.chances(pattern);
        return IntStream.range(0, states.length)
                .mapToObj(i -> new Joint(
                        of.levels(states[i]),
                        chances[i] * onePerson.of(of.levels(states[i])),
                        chances[i] * two.applyAsDouble(states[i])))
                .toList();
    }
}
