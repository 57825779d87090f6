package uk.linkage.hub.resolve;

import java.util.Arrays;

/**
 * Links sorted into connected components, so that each can be resolved by itself.
 *
 * <p>Components are numbered in the order of their heaviest link; the links of one stand together, heaviest first.
 */
final class Components {
    private final int[] first;
    private final int[] links;
    private final int[] records;

    private Components(int[] first, int[] links, int[] records) {
        this.first = first;
        this.links = links;
        this.records = records;
    }

    static Components of(Links links) {
        DisjointSets sets = new DisjointSets(links.recordBound());
        for (int link = 0; link < links.size(); link++) {
            sets.join(links.left(link), links.right(link));
        }
        int[] component = new int[links.recordBound()];
        Arrays.fill(component, -1);
        int count = 0;
        for (int link = 0; link < links.size(); link++) {
            int root = sets.root(links.left(link));
            component[root] = component[root] < 0 ? count++ : component[root];
        }
        return grouped(links, sets, component, count);
    }

    private static Components grouped(Links links, DisjointSets sets, int[] component, int count) {
        int[] componentOf = new int[links.size()];
        int[] first = new int[count + 1];
        for (int link = 0; link < links.size(); link++) {
            componentOf[link] = component[sets.root(links.left(link))];
            first[componentOf[link] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] grouped = new int[links.size()];
        int[] next = first.clone();
        for (int link = 0; link < links.size(); link++) {
            grouped[next[componentOf[link]]++] = link;
        }
        return new Components(first, grouped, recordCounts(sets, component, count));
    }

    private static int[] recordCounts(DisjointSets sets, int[] component, int count) {
        int[] records = new int[count];
        for (int record = 0; record < component.length; record++) {
            int number = component[sets.root(record)];
            if (number >= 0) {
                records[number]++;
            }
        }
        return records;
    }

    int count() {
        return records.length;
    }

    /** The indices of a component's links, heaviest first. */
    int[] links(int component) {
        return Arrays.copyOfRange(links, first[component], first[component + 1]);
    }

    /** How many records a component connects. */
    int records(int component) {
        return records[component];
    }
}
