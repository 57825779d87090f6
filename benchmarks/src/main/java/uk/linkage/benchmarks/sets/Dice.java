package uk.linkage.benchmarks.sets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that a seed and a name lay down. One thread. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, String name) {
        random = new SplittableRandom(31 * seed + name.hashCode());
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Evenly from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** One of them, each as likely. */
    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** All of them in another order. */
    <T> List<T> shuffled(List<T> in) {
        List<T> out = new ArrayList<>(in);
        for (int last = out.size() - 1; last > 0; last--) {
            Collections.swap(out, last, below(last + 1));
        }
        return out;
    }
}
