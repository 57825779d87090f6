package uk.linkage.hub.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Some of the clusters while records move between them, and what binds each. */
final class Grouping {
    private final int[] clusterOf;
    private final Map<Integer, Set<Integer>> members = new HashMap<>();
    private final Map<Integer, List<Integer>> linked = new HashMap<>();
    private final Evidence evidence;

    /**
     * Takes over the clusters that some links lead out of; all other records keep theirs.
     *
     * @param clusterOf the cluster of each record, a record's number; written when records move
     */
    Grouping(int[] clusterOf, Links links, Evidence evidence) {
        this.clusterOf = clusterOf;
        this.evidence = evidence;
        for (int link = 0; link < links.size(); link++) {
            if (clusterOf[links.left(link)] != clusterOf[links.right(link)]) {
                members.put(clusterOf[links.left(link)], new TreeSet<>());
                members.put(clusterOf[links.right(link)], new TreeSet<>());
            }
        }
        for (int record = 0; record < clusterOf.length && !members.isEmpty(); record++) {
            if (members.containsKey(clusterOf[record])) {
                members.get(clusterOf[record]).add(record);
            }
        }
        for (int link = 0; link < links.size(); link++) {
            if (members.containsKey(clusterOf[links.left(link)])) {
                linked(links.left(link)).add(links.right(link));
                linked(links.right(link)).add(links.left(link));
            }
        }
    }

    private List<Integer> linked(int record) {
        return linked.computeIfAbsent(record, any -> new ArrayList<>());
    }

    boolean isTogether(int record, int other) {
        return clusterOf[record] == clusterOf[other];
    }

    /** All records of a record's cluster. */
    Set<Integer> around(int record) {
        return new TreeSet<>(members.get(clusterOf[record]));
    }

    /** The others of its cluster. */
    Set<Integer> beside(int record) {
        Set<Integer> others = around(record);
        others.remove(record);
        return others;
    }

    /** What binds a record to some others, in bits. */
    double bits(int record, Set<Integer> others) {
        return others.stream()
                .mapToDouble(other -> evidence.bits(record, other))
                .sum();
    }

    /** Whether links lead from any of these records to all of them without leaving them. */
    boolean isConnected(Set<Integer> records) {
        Set<Integer> left = new TreeSet<>(records);
        List<Integer> next = new ArrayList<>();
        left.stream().findFirst().ifPresent(next::add);
        left.removeAll(next);
        while (!next.isEmpty()) {
            for (int neighbour : linked(next.remove(next.size() - 1))) {
                if (left.remove(neighbour)) {
                    next.add(neighbour);
                }
            }
        }
        return left.isEmpty();
    }

    /** Puts a record into another's cluster. */
    void move(int record, int other) {
        int target = clusterOf[other];
        leave(record);
        members.get(target).add(record);
        clusterOf[record] = target;
    }

    /** Leaves a record by itself, in a cluster of a name that no other has. */
    void leave(int record) {
        Set<Integer> before = members.get(clusterOf[record]);
        before.remove(record);
        rename(before, record);
        members.put(record, new TreeSet<>(Set.of(record)));
        clusterOf[record] = record;
    }

    /** Where a cluster bears the name of a record that left, it takes that of one that stayed. */
    private void rename(Set<Integer> cluster, int left) {
        if (clusterOf[left] == left && !cluster.isEmpty()) {
            int name = cluster.iterator().next();
            cluster.forEach(record -> clusterOf[record] = name);
            members.put(name, cluster);
        }
    }
}
