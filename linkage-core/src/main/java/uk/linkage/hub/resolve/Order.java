package uk.linkage.hub.resolve;

/**
 * Sorts indices by what they point at: a stable merge sort of an {@code int[]} that boxes nothing.
 *
 * <pre>{@code
 * int[] heaviestFirst = Order.sorted(n, (a, b) -> Double.compare(weight[b], weight[a]));
 * }</pre>
 */
final class Order {
    private static final int SMALL = 16;

    private Order() {}

    @FunctionalInterface
    interface IndexComparator {
        int compare(int a, int b);
    }

    /** The indices 0..size-1 in order. */
    static int[] sorted(int size, IndexComparator comparator) {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = i;
        }
        sort(indices, comparator);
        return indices;
    }

    /** Sorts in place; indices that compare equal keep their order. */
    static void sort(int[] indices, IndexComparator comparator) {
        sort(indices.clone(), indices, 0, indices.length, comparator);
    }

    /** Sorts target[from, to), of which source holds a copy. */
    private static void sort(int[] source, int[] target, int from, int to, IndexComparator comparator) {
        if (to - from <= SMALL) {
            insert(target, from, to, comparator);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(target, source, from, middle, comparator);
        sort(target, source, middle, to, comparator);
        merge(source, from, middle, to, target, comparator);
    }

    private static void insert(int[] target, int from, int to, IndexComparator comparator) {
        for (int i = from + 1; i < to; i++) {
            int index = target[i];
            int place = i;
            for (; place > from && comparator.compare(target[place - 1], index) > 0; place--) {
                target[place] = target[place - 1];
            }
            target[place] = index;
        }
    }

    private static void merge(int[] source, int from, int middle, int to, int[] target, IndexComparator comparator) {
        int low = from;
        int high = middle;
        for (int i = from; i < to; i++) {
            boolean takeLow = high >= to || low < middle && comparator.compare(source[low], source[high]) <= 0;
            target[i] = takeLow ? source[low++] : source[high++];
        }
    }
}
