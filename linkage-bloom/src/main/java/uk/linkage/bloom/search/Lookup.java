package uk.linkage.bloom.search;

import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.kernel.Queries;

/** One encoding on its way over the runs of a table. Immutable, so that several threads may take it over different runs. */
final class Lookup {
    private final Nearest nearest;
    private final Encoding encoding;
    private final long[] bits;
    private final int[] rests;

    Lookup(Nearest nearest, Encoding encoding) {
        int[] words = nearest.words();
        this.nearest = nearest;
        this.encoding = encoding;
        this.bits = new long[words.length];
        this.rests = new int[words.length + 1];
        this.rests[0] = encoding.count();
        for (int i = 0; i < words.length; i++) {
            bits[i] = encoding.word(words[i]);
            rests[i + 1] = rests[i] - Long.bitCount(bits[i]);
        }
    }

    /**
     * Adds those rows of a run that are among the best.
     *
     * @param found room for a run
     */
    void over(int number, Best best, int[] found) {
        Run run = nearest.run(number);
        int need = need(run, best);
        if (need > Math.min(encoding.count(), run.most())) {
            return;
        }
        int prefix = nearest.prefix(best.floor());
        Queries query = new Queries(bits, prefix, new int[] {rests[prefix]}, new int[] {need});
        int left = run.columns().survivors(query, 0, 1, nearest.rests(prefix)[number], run.more(), found);
        for (int i = 0; i < left; i++) {
            judge(run.rows()[found[i]], best);
        }
    }

    private int need(Run run, Best best) {
        int bits = encoding.bits();
        return nearest.similarity().fewestShared(best.floor(), encoding.count(), run.fewest(), bits);
    }

    private void judge(int row, Best best) {
        int shared = 0;
        for (int w = 0; w < bits.length; w++) {
            shared += Long.bitCount(encoding.word(w) & nearest.table().word(row, w));
        }
        int count = nearest.table().count(row);
        best.add(row, nearest.similarity().of(shared, encoding.count(), count, encoding.bits()));
    }
}
