package uk.linkage.hub.resolve;

import java.util.Arrays;

/**
 * Links between records, in columns: left record, right record, match weight.
 *
 * <p>Records are numbered 0..n-1 over all providers. Links are sorted by weight descending, then by left, then by right record, so
 * that two equal sets of links are equal in every index, in whatever order they were added. A pair added more than once is kept once,
 * with its largest weight. Immutable, and free to share between threads.
 *
 * <pre>{@code
 * Links.Builder found = Links.builder();
 * found.add(3, 17, 12.5);
 * Links links = found.build();
 * }</pre>
 *
 * <p>Left and right are kept as given: {@link OneToOne} takes them as the two sides. Record numbers below 0, a record linked with
 * itself and a weight that is not finite are refused.
 */
public final class Links {
    private final int[] left;
    private final int[] right;
    private final double[] weight;

    private Links(int[] left, int[] right, double[] weight) {
        this.left = left;
        this.right = right;
        this.weight = weight;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return weight.length;
    }

    public int left(int link) {
        return left[link];
    }

    public int right(int link) {
        return right[link];
    }

    public double weight(int link) {
        return weight[link];
    }

    /** The links of at least this weight. */
    public Links atLeast(double floor) {
        int kept = 0;
        while (kept < size() && weight[kept] >= floor) {
            kept++;
        }
        return first(kept);
    }

    /** The links of more than this weight. */
    public Links above(double floor) {
        int kept = 0;
        while (kept < size() && weight[kept] > floor) {
            kept++;
        }
        return first(kept);
    }

    /** One more than the largest record number named. */
    int recordBound() {
        int largest = -1;
        for (int link = 0; link < size(); link++) {
            largest = Math.max(largest, Math.max(left[link], right[link]));
        }
        return largest + 1;
    }

    /** The links at these indices; ascending indices keep the order. */
    Links at(int[] links) {
        int[] lefts = new int[links.length];
        int[] rights = new int[links.length];
        double[] weights = new double[links.length];
        for (int i = 0; i < links.length; i++) {
            lefts[i] = left[links[i]];
            rights[i] = right[links[i]];
            weights[i] = weight[links[i]];
        }
        return new Links(lefts, rights, weights);
    }

    /** The same, link by link, with left and right changed round. */
    Links turned() {
        return new Links(right, left, weight);
    }

    private Links first(int count) {
        return new Links(Arrays.copyOf(left, count), Arrays.copyOf(right, count), Arrays.copyOf(weight, count));
    }

    @Override
    public String toString() {
        return "Links[" + size() + "]";
    }

    /** Collects links as they are found. Belongs to one thread. */
    public static final class Builder {
        private int[] left = new int[16];
        private int[] right = new int[16];
        private double[] weight = new double[16];
        private int size;

        private Builder() {}

        public Builder add(int left, int right, double weight) {
            check(left, right, weight);
            grow();
            this.left[size] = left;
            this.right[size] = right;
            this.weight[size++] = weight + 0.0;
            return this;
        }

        public int size() {
            return size;
        }

        public Links build() {
            Links all = new Links(left, right, weight);
            int[] byPair = Order.sorted(size, this::comparePairs);
            int[] distinct = firstOfEachPair(byPair);
            Order.sort(distinct, (a, b) -> Double.compare(weight[b], weight[a]));
            return all.at(distinct);
        }

        private int comparePairs(int a, int b) {
            int order = Integer.compare(left[a], left[b]);
            order = order != 0 ? order : Integer.compare(right[a], right[b]);
            return order != 0 ? order : Double.compare(weight[b], weight[a]);
        }

        private int[] firstOfEachPair(int[] byPair) {
            int kept = 0;
            for (int link : byPair) {
                if (kept == 0 || !samePair(byPair[kept - 1], link)) {
                    byPair[kept++] = link;
                }
            }
            return Arrays.copyOf(byPair, kept);
        }

        private boolean samePair(int a, int b) {
            return left[a] == left[b] && right[a] == right[b];
        }

        private void grow() {
            if (size == left.length) {
                int larger = Math.addExact(size, size);
                left = Arrays.copyOf(left, larger);
                right = Arrays.copyOf(right, larger);
                weight = Arrays.copyOf(weight, larger);
            }
        }

        private static void check(int left, int right, double weight) {
            if (left < 0 || right < 0 || left == right) {
                throw new IllegalArgumentException(
                        "a link needs two different record numbers from 0, not " + left + " and " + right);
            }
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("the weight (" + weight + ") of a link must be finite");
            }
        }
    }
}
