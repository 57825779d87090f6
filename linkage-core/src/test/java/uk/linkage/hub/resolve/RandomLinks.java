package uk.linkage.hub.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random links for tests, and the same links added in another order. */
final class RandomLinks {
    private RandomLinks() {}

    record Link(int left, int right, double weight) {}

    /** Links between records 0..lefts-1 and lefts..lefts+rights-1, each with the probability given; weights from -2 in steps. */
    static List<Link> between(Random random, int lefts, int rights, double probability, double step) {
        List<Link> links = new ArrayList<>();
        for (int left = 0; left < lefts; left++) {
            for (int right = lefts; right < lefts + rights; right++) {
                if (random.nextDouble() < probability) {
                    links.add(new Link(left, right, weight(random, step)));
                }
            }
        }
        return links;
    }

    /** Links between any two of so many records. */
    static List<Link> among(Random random, int records, double probability, double step) {
        List<Link> links = new ArrayList<>();
        for (int left = 0; left < records; left++) {
            for (int right = left + 1; right < records; right++) {
                if (random.nextDouble() < probability) {
                    links.add(new Link(left, right, weight(random, step)));
                }
            }
        }
        return links;
    }

    static Links build(List<Link> links) {
        Links.Builder builder = Links.builder();
        links.forEach(link -> builder.add(link.left(), link.right(), link.weight()));
        return builder.build();
    }

    static Links buildShuffled(List<Link> links, Random random) {
        List<Link> shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, random);
        return build(shuffled);
    }

    static List<Link> list(Links links) {
        List<Link> list = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            list.add(new Link(links.left(i), links.right(i), links.weight(i)));
        }
        return list;
    }

    private static double weight(Random random, double step) {
        double weight = random.nextDouble() * 12 - 2;
        return step == 0 ? weight : Math.rint(weight / step) * step + 0.0;
    }
}
