package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import uk.linkage.hub.resolve.Links;

/** Accepted links that bear on the people whose ids are contested: those within one of them and those between two. */
final class Evidence {
    private final Links links;
    private final int[] personOf;
    private final Map<Integer, List<Integer>> within = new HashMap<>();
    private final Map<Long, Integer> heaviestBetween = new HashMap<>();

    /** @param contested the people in question */
    Evidence(Links links, int[] personOf, BitSet contested) {
        this.links = links;
        this.personOf = personOf;
        for (int link = 0; link < links.size(); link++) {
            int left = personOf[links.left(link)];
            int right = personOf[links.right(link)];
            if (contested.get(left) && contested.get(right)) {
                add(link, left, right);
            }
        }
    }

    private void add(int link, int left, int right) {
        if (left == right) {
            within.computeIfAbsent(left, person -> new ArrayList<>()).add(link);
        } else {
            heaviestBetween.putIfAbsent(pair(left, right), link);
        }
    }

    /** The heaviest link between two people: accepted as a pair and yet not followed. */
    OptionalInt between(int person, int other) {
        Integer link = heaviestBetween.get(pair(person, other));
        return link == null ? OptionalInt.empty() : OptionalInt.of(link);
    }

    /**
     * The link that first joins two kinds of records of a person when links are taken heaviest first: the weakest of the
     * strongest way from the one kind to the other, without which that way would not be.
     */
    OptionalInt joining(int person, IntPredicate one, IntPredicate other) {
        Map<Integer, Group> groups = new HashMap<>();
        for (int link : within.getOrDefault(person, List.of())) {
            Group left = group(groups, links.left(link), one, other);
            Group right = group(groups, links.right(link), one, other);
            if (left != right && left.joins(right)) {
                return OptionalInt.of(link);
            }
            if (left != right) {
                left.larger(right).take(left.smaller(right), groups);
            }
        }
        return OptionalInt.empty();
    }

    private static Group group(Map<Integer, Group> groups, int record, IntPredicate one, IntPredicate other) {
        return groups.computeIfAbsent(record, r -> new Group(r, one.test(r), other.test(r)));
    }

    private static long pair(int person, int other) {
        return (long) Math.min(person, other) << 32 | Math.max(person, other);
    }
}
