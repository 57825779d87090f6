package uk.linkage.bloom.search;

import java.util.SplittableRandom;
import uk.linkage.bloom.EncodingTable;

/**
 * The bits that one table of a {@link BandedSearch} samples: a few runs of up to {@value #RUN} neighbouring bits, each in a word of its
 * own where there are words enough, for a run costs no more to read than a bit. Where bits of an encoding are alike and independent, as
 * hashing makes them, runs serve as well as single bits.
 */
final class SampledBits {
    private static final long SEED = 0x4c696e6b616765L;
    private static final int RUN = 6;

    private final int[] word;
    private final int[] turn;
    private final int[] length;

    private SampledBits(int runs) {
        this.word = new int[runs];
        this.turn = new int[runs];
        this.length = new int[runs];
    }

    /**
     * Those of a table.
     *
     * @param table its number: the same has the same bits
     * @param samples how many bits
     * @param words of 64 bits in an encoding
     */
    static SampledBits of(int table, int samples, int words) {
        SplittableRandom random = new SplittableRandom(SEED + table);
        int runs = (samples + RUN - 1) / RUN;
        SampledBits bits = new SampledBits(runs);
        int[] shuffled = shuffled(words, random);
        for (int run = 0; run < runs; run++) {
            bits.word[run] = shuffled[run % words];
            bits.turn[run] = random.nextInt(64);
            bits.length[run] = samples * (run + 1) / runs - samples * run / runs;
        }
        return bits;
    }

    private static int[] shuffled(int words, SplittableRandom random) {
        int[] shuffled = new int[words];
        for (int i = 1; i < words; i++) {
            int at = random.nextInt(i + 1);
            shuffled[i] = shuffled[at];
            shuffled[at] = i;
        }
        return shuffled;
    }

    /** The bits of a row, as a number. */
    int of(EncodingTable table, int row) {
        int bits = 0;
        for (int run = 0; run < word.length; run++) {
            long turned = Long.rotateRight(table.word(row, word[run]), turn[run]);
            bits = bits << length[run] | (int) turned & (1 << length[run]) - 1;
        }
        return bits;
    }
}
