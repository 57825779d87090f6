package uk.linkage.audit.learn;

import java.util.Arrays;

/**
 * The people whose codes the attacker knows, and what the agreement tells anybody about how codes are made.
 *
 * @param traits of each person: numbers below the length of {@code priors}, each once
 * @param priors for each trait, what presence of it does to a sign of a code on average: 1 nothing, 0 all
 * @param clarity what is left of a sign on average after filter positions that several traits share
 * @param codes of the same people
 */
public record Known(int[][] traits, float[] priors, float clarity, CodeBits codes) {

    /** How many traits there are. */
    int vocabulary() {
        return priors.length;
    }

    /** How many people have each trait. */
    int[] holders() {
        int[] holders = new int[vocabulary()];
        Arrays.stream(traits).flatMapToInt(Arrays::stream).forEach(trait -> holders[trait]++);
        return holders;
    }

    /** Of each trait, the sum of the signs of its holders; null for those with fewer holders than {@code least}. */
    float[][] sums(int least) {
        int[] holders = holders();
        float[][] sums = new float[vocabulary()][];
        for (int person = 0; person < traits.length; person++) {
            float[] signs = codes.signs(person);
            for (int trait : traits[person]) {
                if (holders[trait] >= least) {
                    sums[trait] = sums[trait] == null ? new float[codes.bits()] : sums[trait];
                    Floats.add(sums[trait], 1, signs);
                }
            }
        }
        return sums;
    }

    /** The people from one place up to another. */
    Known people(int from, int to) {
        return new Known(Arrays.copyOfRange(traits, from, to), priors, clarity, codes.people(from, to));
    }

    /** The same with only the first bits of every code. */
    Known firstBits(int bits) {
        return new Known(traits, priors, clarity, codes.firstBits(bits));
    }
}
