package uk.linkage.audit.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The weights of a network from signs through one layer of rectified units to log odds. Gradients of {@value #BATCH}
 * examples are put together before a step.
 */
final class Layers {
    private static final int BATCH = 32;

    private final Weights first;
    private final Weights second;
    private final float[] base;
    private final float[] activity;
    private int waiting;

    /** @param shares of each output among examples, where its log odds begin */
    Layers(int inputs, int hidden, double[] shares, SplittableRandom random) {
        this.first = Weights.random(inputs, hidden, random);
        this.second = Weights.random(hidden, shares.length, random);
        this.base = new float[shares.length];
        for (int output = 0; output < base.length; output++) {
            base[output] = (float) Math.log(shares[output] / (1 - shares[output]));
        }
        this.activity = new float[hidden];
    }

    private Layers(Layers other) {
        this.first = other.first.copy();
        this.second = other.second.copy();
        this.base = other.base;
        this.activity = new float[other.activity.length];
    }

    Layers copy() {
        return new Layers(this);
    }

    /** The log odds of each output. */
    float[] odds(float[] signs) {
        first.times(signs, activity);
        for (int unit = 0; unit < activity.length; unit++) {
            activity[unit] = Math.max(0, activity[unit]);
        }
        float[] odds = base.clone();
        second.addTimes(activity, odds);
        return odds;
    }

    /** Cross entropy of an example. */
    double loss(float[] signs, int[] present) {
        float[] odds = odds(signs);
        double loss = 0;
        for (float o : odds) {
            loss += Math.log1p(Math.exp(-Math.abs(o))) + Math.max(0, o);
        }
        return loss - Arrays.stream(present).mapToDouble(output -> odds[output]).sum();
    }

    /** Takes in an example: signs and the outputs that are there. */
    void learn(float[] signs, int[] present) {
        float[] error = odds(signs);
        for (int output = 0; output < error.length; output++) {
            error[output] = (float) (1 / (1 + Math.exp(-error[output])));
        }
        Arrays.stream(present).forEach(output -> error[output]--);
        float[] back = second.back(error);
        for (int unit = 0; unit < back.length; unit++) {
            back[unit] = activity[unit] > 0 ? back[unit] : 0;
        }
        second.gather(activity, error);
        first.gather(signs, back);
        if (++waiting == BATCH) {
            first.step(BATCH);
            second.step(BATCH);
            waiting = 0;
        }
    }
}
