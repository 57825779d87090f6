package uk.linkage.hub.review;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.linkage.hub.resolve.Veto;

/** Records that answers put together, and pairs of records that they keep apart. A record without an answer is a group alone. */
final class JudgedGroups {
    private final List<String> providers;
    private final int[] providerOf;
    private final boolean[] once;
    private final Veto veto;
    private final BitSet answered = new BitSet();
    private final Map<Integer, Set<Integer>> groupOf = new HashMap<>();
    private final Set<Long> apart = new HashSet<>();

    JudgedGroups(List<String> providers, int[] providerOf, boolean[] once, Veto veto) {
        this.providers = providers;
        this.providerOf = providerOf;
        this.once = once;
        this.veto = veto;
    }

    /** Puts the groups of two records together; what forbids that, if anything does, and then they stay as they are. */
    String join(int record, int other) {
        Set<Integer> one = group(record);
        Set<Integer> two = group(other);
        if (one.contains(other)) {
            return "";
        }
        String fault = fault(one, two);
        if (fault.isEmpty()) {
            Set<Integer> joined = new TreeSet<>(one);
            joined.addAll(two);
            joined.forEach(member -> groupOf.put(member, joined));
            joined.forEach(answered::set);
        }
        return fault;
    }

    /** Keeps two records apart; what forbids that, if anything does. */
    String part(int record, int other) {
        if (group(record).contains(other)) {
            return "says no match of two records that other answers put together";
        }
        apart.add(pair(record, other));
        answered.set(record);
        answered.set(other);
        return "";
    }

    private String fault(Set<Integer> one, Set<Integer> two) {
        Optional<Integer> second = one.stream()
                .filter(record -> two.stream().anyMatch(other -> excludes(record, other)))
                .findFirst();
        if (second.isPresent()) {
            return "says match, but with other answers a person would have two records of "
                    + providers.get(providerOf[second.get()]) + ", which holds each person once";
        }
        boolean different = one.stream().anyMatch(record -> two.stream().anyMatch(other -> differ(record, other)));
        return different ? "says match of records with different numbers of which a person has one" : "";
    }

    private boolean differ(int record, int other) {
        return veto.forbids(Math.min(record, other), Math.max(record, other));
    }

    boolean isTogether(int record, int other) {
        return answered.get(record) && answered.get(other) && group(record).contains(other);
    }

    boolean forbids(int record, int other) {
        if (!answered.get(record) && !answered.get(other) || isTogether(record, other)) {
            return false;
        }
        return group(record).stream()
                .anyMatch(one ->
                        group(other).stream().anyMatch(two -> apart.contains(pair(one, two)) || excludes(one, two)));
    }

    private boolean excludes(int record, int other) {
        return providerOf[record] == providerOf[other] && once[providerOf[record]];
    }

    private Set<Integer> group(int record) {
        return groupOf.getOrDefault(record, Set.of(record));
    }

    private static long pair(int record, int other) {
        return (long) Math.min(record, other) << 32 | Math.max(record, other);
    }
}
