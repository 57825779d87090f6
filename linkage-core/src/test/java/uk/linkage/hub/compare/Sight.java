package uk.linkage.hub.compare;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.hub.compare.LevelPoints.Point;

/** What a {@link Comparer} could see of a pair, put together by hand or drawn. */
final class Sight {
    final byte[] bins;
    final byte[] states;
    long present;
    long equal;

    /** Of two records that have all and are the same in all, as far as nothing else is put here. */
    Sight(Agreement agreement) {
        this.bins = new byte[agreement.views().size()];
        this.states = new byte[agreement.comparisons().size()];
        this.present = (1L << keys(agreement).size()) - 1;
        this.equal = present;
    }

    static List<MatchKey> keys(Agreement agreement) {
        return agreement.keys().stream().filter(key -> !key.identifier()).toList();
    }

    /** The bytes as a comparer of an agreement without numbers gives them. */
    byte[] seen() {
        return ByteBuffer.allocate(bins.length + states.length + 2 * Long.BYTES)
                .put(bins)
                .put(states)
                .putLong(present)
                .putLong(equal)
                .array();
    }

    /** Whatever might be seen, whether it fits together or not. */
    static Sight wild(EveryJointLevel plain, Random random) {
        Sight sight = new Sight(plain.agreement());
        int most = plain.bins().bin(plain.agreement().codeBits());
        IntStream.range(0, sight.bins.length).forEach(view -> sight.bins[view] = (byte) (random.nextInt(most + 2) - 1));
        IntStream.range(0, sight.states.length).forEach(field -> sight.states[field] = (byte) random.nextInt(4));
        sight.present &= random.nextLong();
        sight.equal = sight.present & random.nextLong();
        return sight;
    }

    /** What is seen of a pair at levels drawn evenly: keys as these say, codes with their noise, some values not there. */
    static Sight drawn(EveryJointLevel plain, Random random) {
        Agreement agreement = plain.agreement();
        Sight sight = new Sight(agreement);
        LevelPoints points = new LevelPoints(agreement.comparisons());
        byte[] levels = new byte[Comparison.of(agreement).size()];
        int[] distances = new int[sight.states.length];
        for (int field = 0; field < distances.length; field++) {
            sight.states[field] = random.nextInt(6) == 0 ? (byte) random.nextInt(4) : Comparer.WHOLE;
            boolean told = sight.states[field] == Comparer.PARTIAL;
            Point[] possible = points.of(field, sight.states[field], told, 0);
            Point point = possible[random.nextInt(possible.length)];
            levels[field] = (byte) point.level();
            distances[field] = point.distance();
        }
        sight.drawKeys(plain, levels, random);
        for (int view = 0; view < sight.bins.length; view++) {
            sight.bins[view] = bin(plain.bins(), plain.distance(view, distances), random);
        }
        return sight;
    }

    /** A key of a missing value is in neither; names that differ are not swapped here. */
    private void drawKeys(EveryJointLevel plain, byte[] levels, Random random) {
        Agreement agreement = plain.agreement();
        KeyEvidence evidence = new KeyEvidence(agreement);
        present &= random.nextLong() | random.nextLong();
        for (int field = 0; field < states.length; field++) {
            present &= levels[field] == Comparison.MISSING ? ~evidence.of(field) : -1;
        }
        equal = 0;
        for (int key = 0; key < keys(agreement).size(); key++) {
            equal |= plain.agrees(keys(agreement).get(key), levels) ? 1L << key : 0;
        }
        equal &= present;
    }

    private static byte bin(ViewBins bins, int distance, Random random) {
        double rest = random.nextDouble();
        byte bin = 0;
        while (rest > bins.chance(bin, distance)) {
            rest -= bins.chance(bin++, distance);
        }
        return bin;
    }
}
