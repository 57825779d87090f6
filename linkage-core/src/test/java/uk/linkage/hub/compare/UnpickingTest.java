package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.ViewDesign;
import uk.linkage.bloom.harden.Diffusion;

class UnpickingTest {
    private static final Agreement AGREEMENT = SealedTables.agreement();
    private static final ViewDesign DESIGN = new ViewDesign(AGREEMENT);
    private static final int COMPONENTS = 4;

    @Test
    void withoutNoiseComponentsAreRecoveredExactly() {
        Unpicking unpicking = new Unpicking(DESIGN);
        for (long seed = 0; seed < 2000; seed++) {
            double[] truth = truth(new Random(seed), COMPONENTS);
            double[] found = unpicking.components(views(truth), new double[DESIGN.views()]);
            for (int c = 0; c < COMPONENTS; c++) {
                assertThat(found[c]).as("seed %d, component %d", seed, c).isCloseTo(truth[c], within(1e-9));
            }
        }
    }

    @Test
    void whereOneViewIsEqualItsComponentsAreZeroHoweverNoisyTheOthers() {
        Unpicking unpicking = new Unpicking(DESIGN);
        for (int component = 0; component < COMPONENTS; component++) {
            double[] truth = new double[COMPONENTS];
            truth[component] = 40;
            double[] distance = views(truth);
            double[] deviation = new double[distance.length];
            for (int v = 0; v < distance.length; v++) {
                deviation[v] = distance[v] == 0 ? 0 : 8;
                distance[v] += distance[v] == 0 ? 0 : 3 * (v - 1);
            }
            double[] found = unpicking.components(distance, deviation);
            for (int c = 0; c < COMPONENTS; c++) {
                assertThat(found[c] < 1.5)
                        .as("component %d of %d", c, component)
                        .isEqualTo(c != component);
            }
        }
    }

    /**
     * Pairs of one person with one or two components that differ, seen through codes of 1024 bits. What differs is told
     * from what does not in nine of ten components, and its distance on average within a fifth of its size.
     */
    @Test
    void throughTheNoiseOfCodesComponentsAreRecoveredWithinBounds() {
        Unpicking unpicking = new Unpicking(DESIGN);
        double error = 0;
        double size = 0;
        int right = 0;
        int all = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            double[] truth = truth(random, 2);
            double[] found = seen(unpicking, random, views(truth));
            for (int c = 0; c < COMPONENTS; c++) {
                right += (found[c] < 1.5) == (truth[c] < 1.5) ? 1 : 0;
                all++;
                error += Math.abs(found[c] - truth[c]);
                size += truth[c];
            }
        }
        assertThat((double) right / all).as("share told rightly").isGreaterThan(0.9);
        assertThat(error / size).as("error for each bit of distance").isLessThan(0.2);
    }

    private static double[] seen(Unpicking unpicking, Random random, double[] exact) {
        Diffusion diffusion = (Diffusion) AGREEMENT.hardening().steps().get(0);
        int filter = AGREEMENT.filter().bits();
        double[] distance = new double[exact.length];
        double[] deviation = new double[exact.length];
        for (int v = 0; v < exact.length; v++) {
            double chance = (1 - Math.pow(1 - 2 * exact[v] / filter, diffusion.taps())) / 2;
            int differing = 0;
            for (int bit = 0; bit < diffusion.outputBits(); bit++) {
                differing += random.nextDouble() < chance ? 1 : 0;
            }
            distance[v] = diffusion.filterDistance(differing, filter);
            deviation[v] = diffusion.filterDistanceDeviation(differing, filter);
        }
        return unpicking.components(distance, deviation);
    }

    /** So many components at most differ, by 6 to 40 filter bits. */
    private static double[] truth(Random random, int most) {
        double[] truth = new double[COMPONENTS];
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            truth[random.nextInt(COMPONENTS)] = 6 + random.nextInt(35);
        }
        return truth;
    }

    private static double[] views(double[] components) {
        double[] views = new double[DESIGN.views()];
        for (int v = 0; v < views.length; v++) {
            for (int c = 0; c < components.length; c++) {
                views[v] += DESIGN.covers(v, c) ? components[c] : 0;
            }
        }
        return views;
    }
}
