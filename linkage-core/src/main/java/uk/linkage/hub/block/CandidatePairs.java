package uk.linkage.hub.block;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.file.Progress;

/**
 * The pairs of two providers' records, or of one provider's with each other, that are worth comparing, in columns: each once, in ascending order of left and then right
 * row, with the rules that found it. Of a match key that means: with the match keys that agree.
 *
 * <pre>{@code
 * CandidatePairs pairs = CandidatePairs.of(KeyPairs.of(rules, hospital, council), hospital, council, true, progress);
 * }</pre>
 */
public final class CandidatePairs {
    private final KeyPairs byKeys;
    private final FoundPairs found;
    private final long[] passedOver;
    private final List<Optional<ViewSearch>> searches;

    CandidatePairs(KeyPairs byKeys, FoundPairs found, long[] passedOver, List<Optional<ViewSearch>> searches) {
        this.byKeys = byKeys.withoutPairs();
        this.found = found;
        this.passedOver = passedOver;
        this.searches = List.copyOf(searches);
    }

    /**
     * All pairs that any rule proposes.
     *
     * @param byKeys the pairs that agree in match keys
     * @param left with codes
     * @param right with codes
     * @param once whether each of the tables holds a person once
     * @param progress is told of comparisons
     */
    public static CandidatePairs of(
            KeyPairs byKeys, EncodedTable left, EncodedTable right, boolean once, Progress progress) {
        return new RuleSearch(byKeys, left, right, once, Optional.empty(), progress).pairs();
    }

    /** The same, of whole tables that may hold a person more than once. */
    public static CandidatePairs of(List<Blocking> rules, EncodedTable left, EncodedTable right) {
        return of(KeyPairs.of(rules, left, right), left, right, false, Progress.UNSEEN);
    }

    /** The pairs of a whole table's records with each other: left row before right row. */
    public static CandidatePairs within(List<Blocking> rules, EncodedTable table) {
        CandidatePairs pairs = of(KeyPairs.within(rules, table, rulesDone -> {}), table, table, false, Progress.UNSEEN);
        long[] half = Arrays.stream(pairs.passedOver).map(both -> both / 2).toArray();
        return new CandidatePairs(pairs.byKeys, pairs.found, half, pairs.searches);
    }

    /** A pair that is not among these, to be compared all the same. */
    public CandidatePairs single(int leftRow, int rightRow) {
        long agree = byKeys.crowded(leftRow, rightRow);
        FoundPairs single = new FoundPairs(new long[] {(long) leftRow << 32 | rightRow}, new long[] {agree});
        return new CandidatePairs(byKeys, single, passedOver, searches);
    }

    /**
     * What a search that is not exact found of what an exact one finds, for a sample of left rows.
     *
     * @param rows how many rows were sampled
     * @param near pairs that an exact search of this view finds for them
     * @param byView of these, found by this view
     * @param byAny of these, found by any rule
     */
    public record Recall(int rows, int near, int byView, int byAny) {}

    /** How many. */
    public int size() {
        return found.size();
    }

    /** Left row of a pair. */
    public int left(int pair) {
        return found.left(pair);
    }

    /** Right row of a pair. */
    public int right(int pair) {
        return found.right(pair);
    }

    /** The number of the pair of these rows; negative where it is not among them. */
    public int find(int left, int right) {
        return found.find(left, right);
    }

    /** Names of the rules that found a pair. */
    public List<String> foundBy(int pair) {
        return IntStream.range(0, rules().size())
                .filter(rule -> (rulesOf(pair) >>> rule & 1) != 0)
                .mapToObj(rule -> rules().get(rule).name())
                .toList();
    }

    /** The same as bits: bit {@code i} is set where rule {@code i} found the pair. Match keys come first, in the agreement's order. */
    public long rulesOf(int pair) {
        return found.foundBy()[pair];
    }

    /** How many rules found a pair. */
    public int timesFound(int pair) {
        return Long.bitCount(rulesOf(pair));
    }

    /** The rules. */
    public List<Blocking> rules() {
        return byKeys.rules();
    }

    /** How many pairs a rule found. */
    public long found(int rule) {
        return found.found(rule);
    }

    /** Pairs that a rule left to the others because too many records share one value. */
    public long passedOver(int rule) {
        return passedOver[rule];
    }

    /** How a rule searched; nothing where it is a match key. */
    public Optional<PairSearch> search(int rule) {
        return searches.get(rule).map(ViewSearch::search);
    }

    /** What a rule's search was measured to find; nothing where it is exact. */
    public Optional<Recall> recall(int rule) {
        return searches.get(rule).flatMap(ViewSearch::sample).map(sample -> {
            int[] places = IntStream.range(0, sample.lefts().length)
                    .map(i -> find(sample.lefts()[i], sample.rights()[i]))
                    .filter(pair -> pair >= 0)
                    .toArray();
            int byView = (int) IntStream.of(places)
                    .filter(pair -> (rulesOf(pair) >>> rule & 1) != 0)
                    .count();
            return new Recall(sample.rows(), sample.lefts().length, byView, places.length);
        });
    }
}
