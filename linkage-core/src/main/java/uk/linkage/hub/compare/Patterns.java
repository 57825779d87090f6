package uk.linkage.hub.compare;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.block.CandidatePairs;

/**
 * What is seen of candidate pairs: few patterns are distinct, so everything that follows works on those. Each pattern can
 * come of several <em>states</em>, a level for each comparison, with a chance in each. Immutable.
 *
 * <pre>{@code
 * Patterns patterns = Patterns.of(pairs, comparer);
 * int pattern = patterns.of(pair);
 * for (int i = 0; i < patterns.states(pattern).length; i++) {
 *     byte[] levels = patterns.levels(patterns.states(pattern)[i]);
 *     double chance = patterns.chances(pattern)[i];
 * }
 * }</pre>
 */
public final class Patterns {
    private static final int PAIRS_IN_PART = 1 << 16;

    private final int[] patternOf;
    private final int[][] states;
    private final double[][] chances;
    private final List<byte[]> levels;
    private final double[] rarity;

    private Patterns(int[] patternOf, int[][] states, double[][] chances, List<byte[]> levels, double[] rarity) {
        this.rarity = rarity;
        this.patternOf = patternOf;
        this.states = states;
        this.chances = chances;
        this.levels = levels;
    }

    /** Looks at every pair. */
    public static Patterns of(CandidatePairs pairs, Comparer comparer) {
        return together(List.of(new Look(pairs, comparer)), Progress.UNSEEN).get(0);
    }

    /**
     * Looks at pairs of several sorts under one agreement, so that equal numbers of patterns and states mean the same in all
     * that is returned, one for each sort.
     *
     * @param progress is told of pairs, and then of patterns
     */
    public static List<Patterns> together(List<Look> looks, Progress progress) {
        Numbered distinct = new Numbered();
        long pairs = looks.stream().mapToLong(look -> look.pairs.size()).sum();
        Step comparing = progress.begin("comparing", "pairs", pairs);
        List<int[]> patternsOf =
                looks.stream().map(look -> look.all(distinct, comparing)).toList();
        Step weighing = progress.begin("weighing what was seen", "patterns", distinct.all.size());
        Patterns shared = new States(looks.get(0).comparer).patterns(distinct.all, weighing);
        return patternsOf.stream().map(shared::of).toList();
    }

    private Patterns of(int[] pairs) {
        return new Patterns(pairs, states, chances, levels, rarity);
    }

    /** Things seen, numbered in the order in which they were first seen. One thread. */
    private static final class Numbered {
        private final Map<ByteBuffer, Integer> known = new HashMap<>();
        private final List<byte[]> all = new ArrayList<>();

        /** The number of what is seen, of which a copy is kept where it is new. */
        private int number(byte[] seen) {
            Integer number = known.get(ByteBuffer.wrap(seen));
            if (number == null) {
                number = all.size();
                all.add(seen.clone());
                known.put(ByteBuffer.wrap(all.get(number)), number);
            }
            return number;
        }
    }

    /**
     * Pairs to look at.
     *
     * @param pairs of rows
     * @param comparer of the tables that hold them
     */
    public record Look(CandidatePairs pairs, Comparer comparer) {

        /** Looks at all pairs, at parts of them side by side; that has no say in how patterns are numbered. */
        private int[] all(Numbered distinct, LongConsumer compared) {
            int[] patternOf = new int[pairs.size()];
            List<Numbered> parts = IntStream.range(0, parts())
                    .parallel()
                    .mapToObj(part -> look(part, patternOf, compared))
                    .toList();
            for (int part = 0; part < parts(); part++) {
                int[] numberOf =
                        parts.get(part).all.stream().mapToInt(distinct::number).toArray();
                for (int pair = from(part); pair < from(part + 1); pair++) {
                    patternOf[pair] = numberOf[patternOf[pair]];
                }
            }
            return patternOf;
        }

        private Numbered look(int part, int[] patternOf, LongConsumer compared) {
            Numbered seenHere = new Numbered();
            byte[] seen = new byte[comparer.length()];
            for (int pair = from(part); pair < from(part + 1); pair++) {
                comparer.see(pairs.left(pair), pairs.right(pair), pairs.rulesOf(pair), seen);
                patternOf[pair] = seenHere.number(seen);
            }
            compared.accept(from(part + 1) - from(part));
            return seenHere;
        }

        private int parts() {
            return pairs.size() / PAIRS_IN_PART + 1;
        }

        private int from(int part) {
            return (int) Math.min(pairs.size(), (long) part * PAIRS_IN_PART);
        }
    }

    /** How many distinct patterns. */
    public int size() {
        return states.length;
    }

    /** The pattern of a pair. */
    public int of(int pair) {
        return patternOf[pair];
    }

    /** How many pairs. */
    public int pairs() {
        return patternOf.length;
    }

    /** The states that a pattern can come of: shared, not to be written. */
    public int[] states(int pattern) {
        return states[pattern];
    }

    /** The chance of the pattern in each of them: shared, not to be written. */
    public double[] chances(int pattern) {
        return chances[pattern];
    }

    /** Bits by which agreement of a pattern weighs more, or less, since what agrees is rare or common. */
    public double rarity(int pattern) {
        return rarity[pattern];
    }

    /** How many states there are. */
    public int states() {
        return levels.size();
    }

    /** The level of each comparison in a state: shared, not to be written. */
    public byte[] levels(int state) {
        return levels.get(state);
    }

    /** The state in which a pattern is likeliest. */
    public int likeliest(int pattern) {
        return IntStream.range(0, states[pattern].length)
                .reduce(0, (a, b) -> chances[pattern][b] > chances[pattern][a] ? b : a);
    }

    /** Numbers the states of all patterns. */
    private static final class States {
        private final Comparer comparer;
        private final int identifiers;
        private final ThreadLocal<LevelChances> workers;
        private final Map<ByteBuffer, Integer> known = new HashMap<>();
        private final List<byte[]> levels = new ArrayList<>();

        private States(Comparer comparer) {
            this.comparer = comparer;
            this.identifiers = comparer.identifiers();
            this.workers = ThreadLocal.withInitial(comparer::levelChances);
        }

        private Patterns patterns(List<byte[]> distinct, LongConsumer weighed) {
            int[][] states = new int[distinct.size()][];
            double[][] chances = new double[distinct.size()][];
            double[] rarity = distinct.stream().mapToDouble(comparer::rarity).toArray();
            List<List<Possible>> possible = possible(distinct, weighed);
            for (int pattern = 0; pattern < states.length; pattern++) {
                byte[] seen = distinct.get(pattern);
                states[pattern] = possible.get(pattern).stream()
                        .mapToInt(p -> state(p.levels, seen))
                        .toArray();
                chances[pattern] = possible.get(pattern).stream()
                        .mapToDouble(Possible::chance)
                        .toArray();
            }
            return new Patterns(new int[0], states, chances, levels, rarity);
        }

        /** What each can come of, worked out once for all that tell the same of levels. */
        private List<List<Possible>> possible(List<byte[]> distinct, LongConsumer weighed) {
            Numbered telling = new Numbered();
            int[] numberOf = distinct.stream()
                    .mapToInt(seen -> telling.number(comparer.ofLevels(seen)))
                    .toArray();
            weighed.accept(distinct.size() - telling.all.size());
            List<List<Possible>> possible = telling.all.parallelStream()
                    .map(seen -> possible(seen, weighed))
                    .toList();
            return IntStream.of(numberOf).mapToObj(possible::get).toList();
        }

        private List<Possible> possible(byte[] telling, LongConsumer weighed) {
            List<Possible> possible = Possible.of(telling, workers.get());
            weighed.accept(1);
            return possible;
        }

        private int state(byte[] joint, byte[] seen) {
            byte[] state = Arrays.copyOf(joint, joint.length + identifiers);
            System.arraycopy(seen, seen.length - identifiers, state, joint.length, identifiers);
            return known.computeIfAbsent(ByteBuffer.wrap(state), s -> {
                levels.add(state);
                return levels.size() - 1;
            });
        }
    }

    /** A joint level and the chance of what is seen there. */
    private record Possible(byte[] levels, double chance) {

        static List<Possible> of(byte[] seen, LevelChances levelChances) {
            List<Possible> all = new ArrayList<>();
            levelChances.of(seen, (levels, chance) -> all.add(new Possible(levels, chance)));
            return all;
        }
    }
}
