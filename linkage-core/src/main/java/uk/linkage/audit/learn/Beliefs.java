package uk.linkage.audit.learn;

import java.util.Arrays;

/**
 * What is believed of the unknown bit of every trait, for a number of code bits at once, each in a lane of its own.
 *
 * <p>Between a person and each of their traits a message goes both ways. All are log odds of the trait's bit being clear.
 * What a person tells of one trait is the sign of the code bit times what is believed of all their other traits. A trait
 * tells a person all it has heard from others, and begins with what is so on average.
 *
 * <p>tanh and its inverse are Padé approximants, which take many lanes at once.
 */
final class Beliefs {
    private static final float MOST = 0.9f;
    private static final float NEW = 0.7f;

    private final Known known;
    private final int lanes;
    private final float[] start;
    private final float[][] total;
    private final float[][] next;
    private final float[][] heard;
    private final float[][] told;
    private final float[][] before;
    private final float[] after;

    Beliefs(Known known, int lanes) {
        this.known = known;
        this.lanes = lanes;
        this.start = new float[known.vocabulary()];
        for (int trait = 0; trait < start.length; trait++) {
            start[trait] = (float) Math.log((1 + known.priors()[trait]) / (1 - known.priors()[trait]));
        }
        this.total = new float[start.length][lanes];
        this.next = new float[start.length][lanes];
        this.heard =
                new float[Arrays.stream(known.traits()).mapToInt(t -> t.length).sum()][lanes];
        int most = Arrays.stream(known.traits()).mapToInt(t -> t.length).max().orElse(0);
        this.told = new float[most][lanes];
        this.before = new float[most + 1][lanes];
        this.after = new float[lanes];
    }

    /** Learns the bits of one word of the codes. */
    void decode(int word, int rounds) {
        Arrays.stream(heard).forEach(message -> Arrays.fill(message, 0));
        begin(total);
        for (int round = 0; round < rounds; round++) {
            begin(next);
            int edge = 0;
            for (int person = 0; person < known.traits().length; person++) {
                tell(known.traits()[person], known.codes().word(person, word), edge);
                edge += known.traits()[person].length;
            }
            for (int trait = 0; trait < total.length; trait++) {
                System.arraycopy(next[trait], 0, total[trait], 0, lanes);
            }
        }
    }

    private void begin(float[][] beliefs) {
        for (int trait = 0; trait < beliefs.length; trait++) {
            Arrays.fill(beliefs[trait], start[trait]);
        }
    }

    /** One person tells each of their traits what the code bits and the other traits make of it. */
    private void tell(int[] traits, long code, int edge) {
        signs(code, before[0]);
        for (int i = 0; i < traits.length; i++) {
            believe(total[traits[i]], heard[edge + i], told[i]);
            times(before[i], told[i], before[i + 1]);
        }
        Arrays.fill(after, 1);
        for (int i = traits.length - 1; i >= 0; i--) {
            answer(before[i], after, heard[edge + i]);
            Floats.add(next[traits[i]], 1, heard[edge + i]);
            times(after, told[i], after);
        }
    }

    private void signs(long code, float[] signs) {
        for (int lane = 0; lane < signs.length; lane++) {
            signs[lane] = known.clarity() * (1 - 2 * (code >>> lane & 1));
        }
    }

    /** What a trait tells a person: all it has heard from others. */
    private static void believe(float[] total, float[] heard, float[] told) {
        for (int lane = 0; lane < told.length; lane++) {
            told[lane] = tanhHalf(total[lane] - heard[lane]);
        }
    }

    private static void times(float[] one, float[] other, float[] product) {
        for (int lane = 0; lane < product.length; lane++) {
            product[lane] = one[lane] * other[lane];
        }
    }

    /** Replaces what a trait heard from a person by what is now to be said, in good part. */
    private static void answer(float[] before, float[] after, float[] heard) {
        for (int lane = 0; lane < heard.length; lane++) {
            float x = Math.max(-MOST, Math.min(MOST, before[lane] * after[lane]));
            float s = x * x;
            heard[lane] = NEW * 2 * x * (15 - 4 * s) / (15 - 9 * s) + (1 - NEW) * heard[lane];
        }
    }

    /** tanh(x / 2), by its Padé approximant within its range (Lambert 1761). */
    private static float tanhHalf(float x) {
        float h = Math.max(-4.8f, Math.min(4.8f, x / 2));
        float s = h * h;
        return h * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + s * 28)));
    }

    /** What each trait does to the sign of each lane's bit: 1 leaves it, -1 turns it over, between is doubt. */
    void copyTo(float[][] factors, int at) {
        for (int trait = 0; trait < total.length; trait++) {
            for (int lane = 0; lane < lanes; lane++) {
                factors[trait][at + lane] = Math.max(-0.995f, Math.min(0.995f, tanhHalf(total[trait][lane])));
            }
        }
    }
}
