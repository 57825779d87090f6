package uk.linkage.quality;

/**
 * What was found and what was to be found: pairs of records, or people.
 *
 * <pre>{@code
 * Confusion pairs = new Confusion(4_800, 10, 200);
 * Estimate precision = pairs.precision();
 * Estimate f1 = pairs.f1();
 * }</pre>
 *
 * <p>True negatives are not counted: nearly all pairs are, and measures that use them flatter every method.
 *
 * <p>Precision and recall are proportions with Wilson's interval; of pairs it takes people, or clusters, as its units, and not pairs ({@link
 * Units}). F1 = 2TP / (2TP + FP + FN) is not a proportion of independent trials,
 * but F* = TP / (TP + FP + FN) is one, of all pairs that either side names, and F1 = 2F* / (1 + F*) rises with it. The interval of F1 is
 * therefore Wilson's interval of F* taken through that function, given how many pairs are named at all. Source of F*: D. J. Hand,
 * P. Christen and N. Kirielle, F*: an interpretable transformation of the F-measure, Machine Learning 110, 2021.
 *
 * @param truePositives found, and right
 * @param falsePositives found, but wrong
 * @param falseNegatives right, but not found
 * @param effects how much less each measure says than one of independent trials
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, DesignEffects effects) {
    public Confusion {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: " + truePositives + ", " + falsePositives + ", " + falseNegatives);
        }
    }

    /** Of things that stand each by itself. */
    public Confusion(long truePositives, long falsePositives, long falseNegatives) {
        this(truePositives, falsePositives, falseNegatives, DesignEffects.NONE);
    }

    /** What was found, rightly or not. */
    public long found() {
        return truePositives + falsePositives;
    }

    /** What was to be found, and was or was not. */
    public long toBeFound() {
        return truePositives + falseNegatives;
    }

    /** The counts alone, as if each stood by itself. */
    public Confusion counts() {
        return new Confusion(truePositives, falsePositives, falseNegatives);
    }

    /** Of what was found, the share that is right. */
    public Estimate precision() {
        return Estimate.proportion(truePositives, found(), effects.precision(), "nothing was linked");
    }

    /** Of what was to be found, the share that was. */
    public Estimate recall() {
        return Estimate.proportion(truePositives, toBeFound(), effects.recall(), "nothing was there to link");
    }

    /** The harmonic mean of precision and recall; 0 where nothing found is right. */
    public Estimate f1() {
        Estimate named = Estimate.proportion(
                truePositives,
                truePositives + falsePositives + falseNegatives,
                effects.f1(),
                "nothing was linked and nothing was there to link");
        return named instanceof Estimate.Measured star ? star.through(share -> 2 * share / (1 + share)) : named;
    }
}
