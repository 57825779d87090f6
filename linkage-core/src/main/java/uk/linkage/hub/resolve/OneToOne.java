package uk.linkage.hub.resolve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The best one-to-one assignment between two providers, neither of which holds a person twice.
 *
 * <p>Promises that no record is in two links, and that in every component solved exactly no other choice of links has a larger sum of
 * {@code weight - floor}. A record may stay without a partner. The answer depends on the set of links alone, not on their order.
 *
 * <pre>{@code
 * OneToOne oneToOne = new OneToOne(0, 20_000);
 * Assignment assignment = oneToOne.assign(links);
 * Links people = assignment.links();
 * }</pre>
 *
 * <p>Links of weight not above the floor are left out. The rest falls into connected components. A single link stays. A component of
 * up to {@code exactUpTo} records is solved by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987). A larger one is
 * resolved greedily, heaviest link first, which reaches at least half the best sum; how many were is told. Left records belong to one
 * provider and right records to the other: a record on both sides is refused. Where several assignments are equally good one is taken
 * by the records' numbers, and {@link Assignment#tiedComponents()} counts the places where records have equally good links.
 */
public final class OneToOne {
    private static final double TIE = 1e-9;

    private final double floor;
    private final int exactUpTo;

    public OneToOne(double floor, int exactUpTo) {
        if (!Double.isFinite(floor)) {
            throw new IllegalArgumentException("the floor (" + floor + ") must be finite");
        }
        if (exactUpTo < 2) {
            throw new IllegalArgumentException("exactUpTo (" + exactUpTo + ") must be 2 or more records");
        }
        this.floor = floor;
        this.exactUpTo = exactUpTo;
    }

    public Assignment assign(Links all) {
        Links links = all.above(floor);
        checkSides(links);
        Components components = Components.of(links);
        int[] kept = IntStream.range(0, components.count())
                .flatMap(component -> Arrays.stream(resolve(links, components, component)))
                .sorted()
                .toArray();
        return new Assignment(
                links.at(kept),
                all.size() - links.size(),
                components.count(),
                (int) count(components, component -> !isExact(components, component)),
                (int) count(components, component -> isTied(links, components.links(component))));
    }

    private int[] resolve(Links links, Components components, int component) {
        int[] chosen = components.links(component);
        if (chosen.length == 1) {
            return chosen;
        }
        return isExact(components, component) ? exact(links, chosen) : greedy(links, chosen);
    }

    private boolean isExact(Components components, int component) {
        return components.records(component) <= exactUpTo;
    }

    private int[] exact(Links links, int[] chosen) {
        SparseGains gains = SparseGains.of(links, chosen, floor);
        return Arrays.stream(ShortestPaths.bestEdges(gains))
                .filter(edge -> edge >= 0)
                .map(gains::link)
                .toArray();
    }

    private static int[] greedy(Links links, int[] heaviestFirst) {
        BitSet taken = new BitSet();
        IntStream.Builder kept = IntStream.builder();
        for (int link : heaviestFirst) {
            if (!taken.get(links.left(link)) && !taken.get(links.right(link))) {
                taken.set(links.left(link));
                taken.set(links.right(link));
                kept.add(link);
            }
        }
        return kept.build().toArray();
    }

    private static boolean isTied(Links links, int[] heaviestFirst) {
        return heaviestFirst.length > 1
                && (hasTie(links, heaviestFirst, links::left) || hasTie(links, heaviestFirst, links::right));
    }

    /** Whether on this side two links of one record, side by side once sorted by record, are both that record's best. */
    private static boolean hasTie(Links links, int[] heaviestFirst, IntUnaryOperator side) {
        int[] byRecord = heaviestFirst.clone();
        Order.sort(byRecord, (a, b) -> Integer.compare(side.applyAsInt(a), side.applyAsInt(b)));
        for (int i = 1; i < byRecord.length; i++) {
            boolean second = side.applyAsInt(byRecord[i - 1]) == side.applyAsInt(byRecord[i])
                    && (i == 1 || side.applyAsInt(byRecord[i - 2]) != side.applyAsInt(byRecord[i]));
            if (second && links.weight(byRecord[i - 1]) - links.weight(byRecord[i]) <= TIE) {
                return true;
            }
        }
        return false;
    }

    private static long count(Components components, IntPredicate wanted) {
        return IntStream.range(0, components.count()).filter(wanted).count();
    }

    private static void checkSides(Links links) {
        BitSet lefts = new BitSet();
        for (int link = 0; link < links.size(); link++) {
            lefts.set(links.left(link));
        }
        for (int link = 0; link < links.size(); link++) {
            if (lefts.get(links.right(link))) {
                throw new IllegalArgumentException("record " + links.right(link) + " is on both sides of the links");
            }
        }
    }
}
