package uk.linkage.audit.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ridge regression of the presence of each trait on code bits (Hoerl and Kennard 1970), read as log odds by Fisher's
 * discriminant. How much to shrink is chosen by how well the last tenth of the known people are told from each other,
 * judged by the first {@value #PROBE} bits of the codes.
 */
public record Ridge() implements Learner {
    private static final int FEWEST_HOLDERS = 5;
    private static final int PROBE = 1024;
    private static final double[] SHRINK = {0.01, 0.1, 1, 10};

    @Override
    public Guesser learn(Known known) {
        return fit(known, chosen(known.firstBits(Math.min(PROBE, known.codes().bits()))));
    }

    private static double chosen(Known known) {
        int people = known.traits().length;
        int kept = people - people / 10;
        Known rest = known.people(kept, people);
        Known most = known.people(0, kept);
        return Arrays.stream(SHRINK)
                .boxed()
                .min(Comparator.comparingDouble(shrink -> meanRank(fit(most, shrink), rest)))
                .orElseThrow();
    }

    private static double meanRank(Guesser guesser, Known rest) {
        int[] ranks = Ranks.of(guesser.scores(rest.codes(), rest.traits()));
        return Arrays.stream(ranks).mapToDouble(Math::log).average().orElseThrow();
    }

    /** Of few people and many bits the same is cheaper to be had from products of people (Saunders et al. 1998). */
    private static Guesser fit(Known known, double shrink) {
        return known.traits().length < known.codes().bits() ? byPeople(known, shrink) : byBits(known, shrink);
    }

    private static Guesser byPeople(Known known, double shrink) {
        int people = known.traits().length;
        float[] means = known.codes().means();
        float[][] rows = new float[people][];
        Arrays.setAll(rows, person -> known.codes().signs(person));
        Arrays.stream(rows).forEach(row -> Floats.add(row, -1, means));
        Cholesky gram = Cholesky.of(products(rows, shrink * people));
        int[] holders = known.holders();
        return (codes, candidates) -> {
            float[][] odds = new float[codes.rows()][known.vocabulary()];
            for (int code = 0; code < odds.length; code++) {
                spread(solved(gram, rows, means, codes.signs(code)), known.traits(), odds[code]);
            }
            return TraitScores.of(discriminated(odds, holders, people), candidates);
        };
    }

    /** Inner products of all rows, with the shrinkage on the diagonal, filled up to a size that {@link Cholesky} takes. */
    private static float[][] products(float[][] rows, double shrinkage) {
        int size = (rows.length + 3) / 4 * 4;
        float[][] products = new float[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = a; b < rows.length; b++) {
                products[a][b] = (float) Floats.dot(rows[a], rows[b]);
            }
            products[a][a] += (float) shrinkage;
        }
        return products;
    }

    private static float[] solved(Cholesky gram, float[][] rows, float[] means, float[] signs) {
        float[] products = new float[(rows.length + 3) / 4 * 4];
        Floats.add(signs, -1, means);
        for (int person = 0; person < rows.length; person++) {
            products[person] = (float) Floats.dot(rows[person], signs);
        }
        gram.solve(products);
        return products;
    }

    private static void spread(float[] people, int[][] traits, float[] odds) {
        for (int person = 0; person < traits.length; person++) {
            for (int trait : traits[person]) {
                odds[trait] += people[person];
            }
        }
    }

    private static float[][] discriminated(float[][] odds, int[] holders, int people) {
        for (int trait = 0; trait < holders.length; trait++) {
            if (holders[trait] >= FEWEST_HOLDERS && holders[trait] < people) {
                discriminate(odds, trait, (double) holders[trait] / people);
            } else {
                forget(odds, trait);
            }
        }
        return odds;
    }

    private static void forget(float[][] odds, int trait) {
        for (float[] row : odds) {
            row[trait] = 0;
        }
    }

    private static Guesser byBits(Known known, double shrink) {
        float[] means = known.codes().means();
        float[][] sums = known.sums(FEWEST_HOLDERS);
        int[] holders = known.holders();
        IntStream.range(0, sums.length)
                .filter(trait -> sums[trait] != null)
                .forEach(trait -> Floats.add(sums[trait], -holders[trait], means));
        Cholesky gram = Cholesky.of(centred(known.codes(), means, shrink * known.traits().length));
        double[] share = Arrays.stream(holders)
                .mapToDouble(h -> (double) h / known.traits().length)
                .toArray();
        return (codes, candidates) -> TraitScores.of(odds(gram, sums, means, share, codes), candidates);
    }

    /** Sums of products of centred signs over people, with the shrinkage on the diagonal. */
    private static float[][] centred(CodeBits codes, float[] means, double shrinkage) {
        long[][] columns = columns(codes);
        float[][] gram = new float[columns.length][columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = a; b < columns.length; b++) {
                int differing = 0;
                for (int word = 0; word < columns[a].length; word++) {
                    differing += Long.bitCount(columns[a][word] ^ columns[b][word]);
                }
                gram[a][b] = codes.rows() - 2 * differing - codes.rows() * means[a] * means[b];
            }
            gram[a][a] += (float) shrinkage;
        }
        return gram;
    }

    /** Each code bit as a row of people. */
    private static long[][] columns(CodeBits codes) {
        long[][] columns = new long[codes.bits()][(codes.rows() + 63) / 64];
        for (int row = 0; row < codes.rows(); row++) {
            for (int bit = 0; bit < columns.length; bit++) {
                columns[bit][row >>> 6] |= (codes.word(row, bit >>> 6) >>> bit & 1) << row;
            }
        }
        return columns;
    }

    private static float[][] odds(Cholesky gram, float[][] sums, float[] means, double[] share, CodeBits codes) {
        float[][] odds = new float[codes.rows()][sums.length];
        for (int code = 0; code < odds.length; code++) {
            float[] signs = codes.signs(code);
            Floats.add(signs, -1, means);
            gram.solve(signs);
            for (int trait = 0; trait < sums.length; trait++) {
                odds[code][trait] = sums[trait] == null ? 0 : (float) Floats.dot(sums[trait], signs);
            }
        }
        IntStream.range(0, sums.length)
                .filter(trait -> sums[trait] != null && share[trait] < 1)
                .forEach(trait -> discriminate(odds, trait, share[trait]));
        return odds;
    }

    /** From predictions about their mean to log odds: what they spread by over all codes is what of the trait they tell. */
    private static void discriminate(float[][] odds, int trait, double share) {
        double spread = Arrays.stream(odds)
                .mapToDouble(row -> row[trait] * row[trait])
                .average()
                .orElse(0);
        double chance = share * (1 - share);
        double told = Math.min(0.95, spread / chance);
        for (float[] row : odds) {
            row[trait] = (float) ((row[trait] - told * (0.5 - share)) / (chance * (1 - told)));
        }
    }
}
