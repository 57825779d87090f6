package uk.linkage.hub.resolve;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The links of each record of one side, heaviest first: records are numbered from 0 in ascending order. */
final class LinksOf {
    private final int[] first;
    private final int[] links;

    private LinksOf(int[] first, int[] links) {
        this.first = first;
        this.links = links;
    }

    static LinksOf lefts(Links links) {
        return of(links.size(), links::left);
    }

    static LinksOf rights(Links links) {
        return of(links.size(), links::right);
    }

    private static LinksOf of(int size, IntUnaryOperator side) {
        int[] byRecord = Order.sorted(size, (a, b) -> Integer.compare(side.applyAsInt(a), side.applyAsInt(b)));
        int[] first = new int[size + 1];
        int records = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || side.applyAsInt(byRecord[i - 1]) != side.applyAsInt(byRecord[i])) {
                first[records++] = i;
            }
        }
        first[records] = size;
        return new LinksOf(Arrays.copyOf(first, records + 1), byRecord);
    }

    int count() {
        return first.length - 1;
    }

    /** The links of a record by their places. */
    int[] links(int record) {
        return Arrays.copyOfRange(links, first[record], first[record + 1]);
    }
}
