package uk.linkage.hub.block;

import java.util.stream.IntStream;

/** Some of many, spread evenly: the same ones every time. */
final class EvenSample {
    private EvenSample() {}

    /** Places among {@code all}, ascending: every one where there are no more than {@code most}. */
    static int[] of(int most, int all) {
        int size = Math.min(most, all);
        return IntStream.range(0, size).map(i -> (int) ((long) i * all / size)).toArray();
    }
}
