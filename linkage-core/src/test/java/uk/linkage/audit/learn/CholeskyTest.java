package uk.linkage.audit.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    private static final int SIZE = 64;

    @Test
    void whatItSolvesGivesTheRightSideAgain() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] matrix = positiveDefinite(random);
        float[] right = random(random);
        float[] solved = right.clone();
        Cholesky.of(copy(matrix)).solve(solved);
        for (int row = 0; row < SIZE; row++) {
            assertThat(Floats.dot(matrix[row], solved)).isCloseTo(right[row], within(1e-3));
        }
    }

    private static float[][] positiveDefinite(SplittableRandom random) {
        float[][] rows = new float[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            rows[i] = random(random);
        }
        float[][] products = new float[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                products[i][j] = (float) Floats.dot(rows[i], rows[j]) + (i == j ? 1 : 0);
            }
        }
        return products;
    }

    private static float[] random(SplittableRandom random) {
        float[] row = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            row[i] = (float) (random.nextDouble() - 0.5);
        }
        return row;
    }

    private static float[][] copy(float[][] matrix) {
        return Arrays.stream(matrix).map(float[]::clone).toArray(float[][]::new);
    }
}
