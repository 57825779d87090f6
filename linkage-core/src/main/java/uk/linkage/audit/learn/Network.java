package uk.linkage.audit.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A neural network with one hidden layer that tells from a code which traits are there, learnt by Adam (Kingma and Ba
 * 2015). The last tenth of the known people says when to stop: after {@value #PATIENCE} epochs without gain, or after
 * {@code epochs}, and what did best by them stands.
 *
 * @param hidden units of the hidden layer
 * @param epochs how often all known people are gone through at most
 */
public record Network(int hidden, int epochs) implements Learner {
    private static final int PATIENCE = 2;
    private static final int FEWEST_HOLDERS = 20;
    private static final int SEED = 2026;

    @Override
    public Guesser learn(Known known) {
        int[] holders = known.holders();
        int[] learnt = IntStream.range(0, holders.length)
                .filter(trait -> holders[trait] >= FEWEST_HOLDERS)
                .toArray();
        int people = known.traits().length;
        int kept = people - people / 10;
        SplittableRandom random = new SplittableRandom(SEED);
        Layers layers = new Layers(known.codes().bits(), hidden, shares(learnt, holders, people), random);
        Layers best = train(layers, known, places(learnt, holders.length), kept, random);
        return (codes, candidates) -> TraitScores.of(odds(best, learnt, holders.length, codes), candidates);
    }

    private static double[] shares(int[] learnt, int[] holders, int people) {
        return Arrays.stream(learnt)
                .mapToDouble(trait -> Math.min(0.99, (double) holders[trait] / people))
                .toArray();
    }

    /** For each trait its output, or -1. */
    private static int[] places(int[] learnt, int traits) {
        int[] places = new int[traits];
        Arrays.fill(places, -1);
        IntStream.range(0, learnt.length).forEach(output -> places[learnt[output]] = output);
        return places;
    }

    private Layers train(Layers layers, Known known, int[] places, int kept, SplittableRandom random) {
        int[] order = IntStream.range(0, kept).toArray();
        Layers best = layers.copy();
        double least = loss(layers, known, places, kept);
        for (int epoch = 0, without = 0; epoch < epochs && without < PATIENCE; epoch++) {
            shuffle(order, random);
            for (int person : order) {
                layers.learn(known.codes().signs(person), outputs(known.traits()[person], places));
            }
            double loss = loss(layers, known, places, kept);
            without = loss < least ? 0 : without + 1;
            best = loss < least ? layers.copy() : best;
            least = Math.min(least, loss);
        }
        return best;
    }

    private static double loss(Layers layers, Known known, int[] places, int from) {
        return IntStream.range(from, known.traits().length)
                .mapToDouble(
                        person -> layers.loss(known.codes().signs(person), outputs(known.traits()[person], places)))
                .sum();
    }

    private static int[] outputs(int[] traits, int[] places) {
        return Arrays.stream(traits)
                .map(trait -> places[trait])
                .filter(output -> output >= 0)
                .toArray();
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }

    private static float[][] odds(Layers layers, int[] learnt, int traits, CodeBits codes) {
        float[][] odds = new float[codes.rows()][traits];
        for (int code = 0; code < odds.length; code++) {
            float[] said = layers.odds(codes.signs(code));
            for (int output = 0; output < learnt.length; output++) {
                odds[code][learnt[output]] = said[output];
            }
        }
        return odds;
    }
}
