package uk.linkage.audit.learn;

/**
 * Naive Bayes over code bits: how often each bit is set among holders of a trait and among all others. For each trait the
 * differences are shrunk by what of them must be noise (James and Stein 1961): the share of their spread that so many
 * holders would show by chance.
 */
public record MatchedFilter() implements Learner {
    private static final int FEWEST_HOLDERS = 5;
    private static final float MOST = 0.98f;

    @Override
    public Guesser learn(Known known) {
        float[][] sums = known.sums(FEWEST_HOLDERS);
        float[] all = known.codes().means();
        int[] holders = known.holders();
        int people = known.traits().length;
        float[] bias = new float[sums.length];
        for (int trait = 0; trait < sums.length; trait++) {
            if (sums[trait] != null && holders[trait] < people) {
                bias[trait] = weigh(sums[trait], all, holders[trait], people);
            } else {
                sums[trait] = null;
            }
        }
        return (codes, candidates) -> TraitScores.of(odds(sums, bias, codes), candidates);
    }

    /** Turns sums of signs into weights of signs, in place; returns what goes with them for any code. */
    private static float weigh(float[] sums, float[] all, int holders, int people) {
        float kept = kept(sums, all, holders, people);
        double bias = 0;
        for (int bit = 0; bit < sums.length; bit++) {
            double others = (all[bit] * people - sums[bit]) / (people - holders);
            double without = clip(others + (all[bit] - others) * (1 - kept));
            double with = clip(without + (sums[bit] / holders - others) * kept);
            sums[bit] = (float) (0.5 * Math.log((1 + with) * (1 - without) / ((1 - with) * (1 + without))));
            bias += 0.5 * Math.log((1 - with * with) / (1 - without * without));
        }
        return (float) bias;
    }

    private static float kept(float[] sums, float[] all, int holders, int people) {
        double seen = 0;
        double noise = 0;
        for (int bit = 0; bit < sums.length; bit++) {
            double difference = (sums[bit] / holders - all[bit]) * people / (people - holders);
            seen += difference * difference;
            noise += (1 - all[bit] * all[bit]) * (1.0 / holders + 1.0 / (people - holders));
        }
        return (float) Math.max(0, 1 - noise / Math.max(seen, 1e-9));
    }

    private static double clip(double mean) {
        return Math.max(-MOST, Math.min(MOST, mean));
    }

    private static float[][] odds(float[][] weights, float[] bias, CodeBits codes) {
        float[][] odds = new float[codes.rows()][weights.length];
        for (int code = 0; code < odds.length; code++) {
            float[] signs = codes.signs(code);
            for (int trait = 0; trait < weights.length; trait++) {
                odds[code][trait] =
                        weights[trait] == null ? 0 : (float) (bias[trait] + Floats.dot(weights[trait], signs));
            }
        }
        return odds;
    }
}
