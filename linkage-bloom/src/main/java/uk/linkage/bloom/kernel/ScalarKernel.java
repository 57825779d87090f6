package uk.linkage.bloom.kernel;

/** The definition of a {@link BitKernel} in plain Java: runs everywhere, and every faster kernel must agree with it. */
public final class ScalarKernel implements BitKernel {

    @Override
    public void shared(
            long[] left, int leftFrom, int leftRows, long[] right, int rightFrom, int rightRows, int words, int[] out) {
        for (int i = 0; i < leftRows; i++) {
            for (int j = 0; j < rightRows; j++) {
                int count = 0;
                for (int w = 0, a = (leftFrom + i) * words, b = (rightFrom + j) * words; w < words; w++) {
                    count += Long.bitCount(left[a + w] & right[b + w]);
                }
                out[i * rightRows + j] = count;
            }
        }
    }

    @Override
    public void differing(
            long[] left, int leftFrom, int leftRows, long[] right, int rightFrom, int rightRows, int words, int[] out) {
        for (int i = 0; i < leftRows; i++) {
            for (int j = 0; j < rightRows; j++) {
                int count = 0;
                for (int w = 0, a = (leftFrom + i) * words, b = (rightFrom + j) * words; w < words; w++) {
                    count += Long.bitCount(left[a + w] ^ right[b + w]);
                }
                out[i * rightRows + j] = count;
            }
        }
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int rank() {
        return 0;
    }
}
