package uk.linkage.hub.resolve;

/**
 * Which things belong together (union-find). The root of a set is its smallest member, so it says nothing of the order of joining.
 *
 * <pre>{@code
 * DisjointSets sets = new DisjointSets(4);
 * sets.join(2, 3);
 * sets.root(3); // 2
 * }</pre>
 *
 * <p>With path halving an operation costs O(log n) amortised even without balancing (Tarjan and van Leeuwen, Worst-case analysis of
 * set union algorithms, J. ACM 31, 1984).
 */
public final class DisjointSets {
    private final int[] parent;

    /** Things 0 to size - 1, each by itself. */
    public DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The root of the set of a thing. */
    public int root(int thing) {
        int at = thing;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Joins the sets of two things and returns the root of the joined set. */
    public int join(int a, int b) {
        int one = root(a);
        int other = root(b);
        int smaller = Math.min(one, other);
        parent[Math.max(one, other)] = smaller;
        return smaller;
    }
}
