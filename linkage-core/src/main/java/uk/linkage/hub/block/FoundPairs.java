package uk.linkage.hub.block;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of rows, each once, in ascending order of left and then right row, with the rules that found each as bits of a {@code long}.
 *
 * @param pairs {@code left << 32 | right}
 * @param foundBy bit {@code i} is set where rule {@code i} found the pair
 */
record FoundPairs(long[] pairs, long[] foundBy) {

    /** What rules proposed, put in order range by range. */
    static FoundPairs of(List<Proposals> proposals) {
        int parts = proposals.isEmpty() ? 0 : proposals.get(0).parts();
        List<FoundPairs> found = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> distinct(part, proposals))
                .toList();
        return new FoundPairs(
                join(found.stream().map(FoundPairs::pairs).toList()),
                join(found.stream().map(FoundPairs::foundBy).toList()));
    }

    private static FoundPairs distinct(int part, List<Proposals> proposals) {
        long[] all = join(proposals.stream().map(p -> p.take(part)).toList());
        Arrays.sort(all);
        long[] pairs = new long[all.length];
        long[] foundBy = new long[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            size += i > 0 && Proposals.same(all[i], all[i - 1]) ? 0 : 1;
            pairs[size - 1] = proposals.get(0).unpacked(part, all[i]);
            foundBy[size - 1] |= 1L << Proposals.rule(all[i]);
        }
        return new FoundPairs(Arrays.copyOf(pairs, size), Arrays.copyOf(foundBy, size));
    }

    private static long[] join(List<long[]> parts) {
        long[] all = new long[parts.stream().mapToInt(part -> part.length).reduce(0, Math::addExact)];
        int at = 0;
        for (long[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** These and others, a pair of both being found by the rules of both: a merge. */
    FoundPairs and(FoundPairs others) {
        long[] both = new long[size() + others.size()];
        long[] by = new long[both.length];
        int size = 0;
        for (int i = 0, j = 0; i < size() || j < others.size(); size++) {
            boolean here = j == others.size() || i < size() && pairs[i] <= others.pairs[j];
            boolean there = i == size() || j < others.size() && others.pairs[j] <= pairs[i];
            both[size] = here ? pairs[i] : others.pairs[j];
            by[size] = (here ? foundBy[i++] : 0) | (there ? others.foundBy[j++] : 0);
        }
        return new FoundPairs(Arrays.copyOf(both, size), Arrays.copyOf(by, size));
    }

    /** These pairs, with the rule added to those of which something holds. */
    FoundPairs marked(int rule, KeyPairs.PairTest holds) {
        long[] marked = IntStream.range(0, size())
                .parallel()
                .mapToLong(pair -> foundBy[pair] | (holds.holds(left(pair), right(pair)) ? 1L << rule : 0))
                .toArray();
        return new FoundPairs(pairs, marked);
    }

    int size() {
        return pairs.length;
    }

    int left(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int right(int pair) {
        return (int) pairs[pair];
    }

    /** How many pairs a rule found. */
    long found(int rule) {
        return Arrays.stream(foundBy).filter(by -> (by >>> rule & 1) != 0).count();
    }

    /** The number of the pair of these rows; negative where it is not among them. */
    int find(int left, int right) {
        return Arrays.binarySearch(pairs, (long) left << 32 | right);
    }
}
