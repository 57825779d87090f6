package uk.linkage;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.review.NamedPair;
import uk.linkage.hub.review.NamedRecord;
import uk.linkage.hub.review.ScoreFile;

/**
 * Every pair of two providers' records that a run looked at, or of one provider's with each other, with its weight: what a researcher needs to see what another
 * threshold would have done, where the truth is at hand. It stays at the hub. Providers get accepted links and never
 * scores, which would tell them who nearly matched.
 *
 * <pre>{@code
 * ScoredPairs pairs = run.scored().get(0);
 * for (int i = 0; i < pairs.size(); i++) {
 *     curve.add(pairs.probability(i), truth.contains(pairs.left(i), pairs.right(i)));
 * }
 * }</pre>
 *
 * <p>Pairs come in ascending order of left and then of right row of the sealed files. Immutable.
 */
public final class ScoredPairs {
    private final String leftProvider;
    private final String rightProvider;
    private final List<String> leftIds;
    private final List<String> rightIds;
    private final PairLinkage linkage;

    ScoredPairs(List<String> providers, Records records, PairLinkage linkage) {
        this.leftProvider = providers.get(linkage.left());
        this.rightProvider = providers.get(linkage.right());
        this.leftIds = records.table(linkage.left()).localIds();
        this.rightIds = records.table(linkage.right()).localIds();
        this.linkage = linkage;
    }

    /** The first provider. */
    public String leftProvider() {
        return leftProvider;
    }

    /** The second. */
    public String rightProvider() {
        return rightProvider;
    }

    /** How many pairs were looked at. */
    public int size() {
        return linkage.pairs().size();
    }

    /** The first provider's local id of a pair. */
    public String left(int pair) {
        return leftIds.get(linkage.pairs().left(pair));
    }

    /** The second provider's. */
    public String right(int pair) {
        return rightIds.get(linkage.pairs().right(pair));
    }

    /** Log-odds in bits that a pair which no better pair rules out is of one person. */
    public double weight(int pair) {
        return linkage.alone(pair);
    }

    /** The same as a probability. */
    public double probability(int pair) {
        return MatchModel.probability(weight(pair));
    }

    /**
     * The probability that the pair is of one person where only one of several pairs of a record can be, given what the others weigh;
     * the same as {@link #probability} where no pair competes with it.
     */
    public double probabilityAmongRivals(int pair) {
        return MatchModel.probability(linkage.among(pair));
    }

    /** What became of the pair. Of pairs between which it could not be told each is {@link Decision#MANY_MATCH}. */
    public Decision decision(int pair) {
        return linkage.verdicts().of(pair);
    }

    /** Whether the pair is a link: assigned, likely enough, and well ahead of what competes with it. */
    public boolean accepted(int pair) {
        return decision(pair) == Decision.MATCH;
    }

    /** Those that {@link ScoreFile} keeps, in their order. */
    Stream<ScoreFile.Score> kept() {
        return keptPairs()
                .mapToObj(pair -> new ScoreFile.Score(
                        new NamedPair(
                                new NamedRecord(leftProvider, left(pair)), new NamedRecord(rightProvider, right(pair))),
                        weight(pair)));
    }

    /** How many those are. */
    long countKept() {
        return keptPairs().count();
    }

    private IntStream keptPairs() {
        return IntStream.range(0, size()).filter(pair -> ScoreFile.keeps(weight(pair)));
    }

    @Override
    public String toString() {
        return "ScoredPairs[" + leftProvider + ", " + rightProvider + ", " + size() + "]";
    }
}
