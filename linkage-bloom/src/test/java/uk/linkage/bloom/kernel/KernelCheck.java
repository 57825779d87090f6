package uk.linkage.bloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/** Holds a kernel to {@link ScalarKernel} on awkward sizes, from a seed. */
public final class KernelCheck {
    private static final int[] WORDS = {1, 2, 3, 5, 8, 16, 17};
    private static final int[] ROWS = {0, 1, 7, 8, 15, 16, 17, 255, 256};
    private static final int[] QUERIES = {0, 1, 3, 4, 5, 11};

    private KernelCheck() {}

    /** Fails where it leaves other pairs than the definition. */
    public static void check(BitKernel kernel) {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            for (int words : WORDS) {
                for (int rows : ROWS) {
                    for (int size : QUERIES) {
                        check(kernel, random, words, rows, size, "seed " + seed);
                    }
                }
            }
        }
    }

    private static void check(BitKernel kernel, Random random, int words, int rows, int size, String seed) {
        long[] bits = random.longs((long) rows * words).toArray();
        int prefix = 1 + random.nextInt(words);
        Queries queries = new Queries(
                random.longs((long) size * prefix).toArray(),
                prefix,
                random.ints(size, 0, 30).toArray(),
                random.ints(size, 15 * prefix, 18 * prefix + 20).toArray());
        int[] rest = random.ints(Columns.RUN, 0, 30).toArray();
        int[] more = random.ints(Columns.RUN, 0, 4).toArray();
        int from = size == 0 ? 0 : random.nextInt(size);
        assertThat(left(kernel.columns(bits, words, rows), queries, from, rest, more))
                .as("%s, %d words, prefix %d, %d rows, queries %d to %d", seed, words, prefix, rows, from, size)
                .isEqualTo(left(new ScalarKernel().columns(bits, words, rows), queries, from, rest, more));
    }

    private static int[] left(Columns columns, Queries queries, int from, int[] rest, int[] more) {
        int[] found = new int[(queries.size() - from) * Columns.RUN];
        int size = columns.survivors(queries, from, queries.size(), rest, more, found);
        int[] left = Arrays.copyOf(found, size);
        Arrays.sort(left);
        return left;
    }
}
