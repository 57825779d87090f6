package uk.linkage.audit.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A matrix of weights, a row for each input, with the moments that Adam keeps of its gradient. */
final class Weights {
    private static final float RATE = 0.001f;
    private static final float MEAN = 0.9f;
    private static final float SQUARE = 0.999f;

    private final float[][] weight;
    private final float[][] gradient;
    private final float[][] mean;
    private final float[][] square;
    private int steps;

    private Weights(float[][] weight) {
        this.weight = weight;
        this.gradient = like(weight);
        this.mean = like(weight);
        this.square = like(weight);
    }

    private static float[][] like(float[][] matrix) {
        return new float[matrix.length][matrix[0].length];
    }

    /** So spread that outputs spread as inputs do (He and others 2015). */
    static Weights random(int inputs, int outputs, SplittableRandom random) {
        float[][] weight = new float[inputs][outputs];
        for (float[] row : weight) {
            for (int output = 0; output < outputs; output++) {
                row[output] = (float) ((2 * random.nextDouble() - 1) * Math.sqrt(3.0 / inputs));
            }
        }
        return new Weights(weight);
    }

    /** The same weights, nothing learnt on the way. */
    Weights copy() {
        return new Weights(Arrays.stream(weight).map(float[]::clone).toArray(float[][]::new));
    }

    void times(float[] inputs, float[] outputs) {
        Arrays.fill(outputs, 0);
        addTimes(inputs, outputs);
    }

    void addTimes(float[] inputs, float[] outputs) {
        for (int input = 0; input < weight.length; input++) {
            if (inputs[input] != 0) {
                Floats.add(outputs, inputs[input], weight[input]);
            }
        }
    }

    /** What the error of the outputs is to each input. */
    float[] back(float[] error) {
        float[] back = new float[weight.length];
        for (int input = 0; input < back.length; input++) {
            back[input] = (float) Floats.dot(weight[input], error);
        }
        return back;
    }

    void gather(float[] inputs, float[] error) {
        for (int input = 0; input < weight.length; input++) {
            if (inputs[input] != 0) {
                Floats.add(gradient[input], inputs[input], error);
            }
        }
    }

    /** A step by all that was gathered of so many examples. */
    void step(int examples) {
        steps++;
        float rate = (float) (RATE * Math.sqrt(1 - Math.pow(SQUARE, steps)) / (1 - Math.pow(MEAN, steps)));
        for (int input = 0; input < weight.length; input++) {
            step(weight[input], gradient[input], mean[input], square[input], rate, 1f / examples);
        }
    }

    private static void step(float[] w, float[] gradient, float[] mean, float[] square, float rate, float scale) {
        for (int i = 0; i < w.length; i++) {
            float g = gradient[i] * scale;
            mean[i] = MEAN * mean[i] + (1 - MEAN) * g;
            square[i] = SQUARE * square[i] + (1 - SQUARE) * g * g;
            w[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + 1e-8f);
            gradient[i] = 0;
        }
    }
}
