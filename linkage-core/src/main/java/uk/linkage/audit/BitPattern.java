package uk.linkage.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Bits of a filter that come together: those that one frequent token sets. Grown from each bit with the bit that goes with it most, always
 * by the bit that takes the fewest holders away; a pattern in which every bit follows from all others is one.
 *
 * @param bits in ascending order
 * @param holders records that have all of them
 */
record BitPattern(List<Integer> bits, Holders holders) {
    private static final double FOLLOWS = 0.85;
    private static final double SAME = 0.8;

    /** All patterns of so many bits with enough holders, the most frequent first. */
    static List<BitPattern> mined(Holders[] columns, int rows, int size, int least) {
        Set<List<Integer>> seen = new HashSet<>();
        List<BitPattern> patterns = new ArrayList<>();
        for (int seed = 0; seed < columns.length; seed++) {
            BitPattern pattern = grown(columns, rows, seed, size);
            if (pattern.holders.count() >= least && pattern.isOne(columns) && seen.add(pattern.bits)) {
                patterns.add(pattern);
            }
        }
        patterns.sort(Comparator.comparingInt(pattern -> -pattern.holders.count()));
        return distinct(patterns);
    }

    /** Of patterns with nearly the same holders one. */
    private static List<BitPattern> distinct(List<BitPattern> patterns) {
        List<BitPattern> distinct = new ArrayList<>();
        for (BitPattern pattern : patterns) {
            if (distinct.stream().noneMatch(pattern::isLike)) {
                distinct.add(pattern);
            }
        }
        return distinct;
    }

    private boolean isLike(BitPattern other) {
        int shared = holders.shared(other.holders);
        return shared >= SAME * Math.max(holders.count(), other.holders.count());
    }

    private static BitPattern grown(Holders[] columns, int rows, int seed, int size) {
        List<Integer> bits = new ArrayList<>(List.of(seed));
        Holders holders = columns[seed];
        for (int added = 1; added < size; added++) {
            int next = next(columns, rows, bits, holders);
            bits.add(next);
            holders = holders.and(columns[next]);
        }
        bits.sort(Comparator.naturalOrder());
        return new BitPattern(List.copyOf(bits), holders);
    }

    /** The bit that the holders have more often than all records do, in deviations; most bits of a full filter are frequent. */
    private static int next(Holders[] columns, int rows, List<Integer> bits, Holders holders) {
        double most = Double.NEGATIVE_INFINITY;
        int next = 0;
        for (int bit = 0; bit < columns.length; bit++) {
            double excess = excess(columns[bit], rows, holders);
            if (excess > most && !bits.contains(bit)) {
                most = excess;
                next = bit;
            }
        }
        return next;
    }

    private static double excess(Holders column, int rows, Holders holders) {
        double share = (double) column.count() / rows;
        double expected = share * holders.count();
        return (holders.shared(column) - expected) / Math.sqrt(1e-9 + expected * (1 - share));
    }

    private boolean isOne(Holders[] columns) {
        return bits.stream().allMatch(left -> {
            int[] others = bits.stream()
                    .filter(bit -> !bit.equals(left))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return holders.count() >= FOLLOWS * all(columns, others).count();
        });
    }

    private static Holders all(Holders[] columns, int[] bits) {
        return IntStream.of(bits)
                .mapToObj(bit -> columns[bit])
                .reduce(Holders::and)
                .orElseThrow();
    }

    /** How many of each two of these sets' members they share, as a share of all. */
    static double[][] together(Holders[] sets, int rows) {
        return Arrays.stream(sets)
                .map(one -> Arrays.stream(sets)
                        .mapToDouble(other -> (double) one.shared(other) / rows)
                        .toArray())
                .toArray(double[][]::new);
    }
}
