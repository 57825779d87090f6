package uk.linkage.hub.block;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.hub.block.Blocking.ByKey;

/**
 * The pairs of two providers' records, or of one provider's with each other, that are worth comparing, in columns: each once, in ascending order of left and then right
 * row, with the rules that found it. Of a match key that means: with the match keys that agree.
 *
 * <pre>{@code
 * CandidatePairs pairs = CandidatePairs.of(rules, hospital, council, true);
 * }</pre>
 */
public final class CandidatePairs {
    private final List<Blocking> rules;
    private final FoundPairs found;
    private final long[] passedOver;
    private final List<Optional<ViewSearch>> searches;

    CandidatePairs(List<Blocking> rules, FoundPairs found, long[] passedOver, List<Optional<ViewSearch>> searches) {
        this.rules = List.copyOf(rules);
        this.found = found;
        this.passedOver = passedOver;
        this.searches = List.copyOf(searches);
    }

    /**
     * All pairs that any of the rules (63 at most) proposes.
     *
     * @param once whether each of the tables holds a person once
     */
    public static CandidatePairs of(List<Blocking> rules, EncodedTable left, EncodedTable right, boolean once) {
        return new RuleSearch(rules, left, right, once, (leftRow, rightRow) -> true).pairs();
    }

    /** Likewise, where a table may hold a person more than once. */
    public static CandidatePairs of(List<Blocking> rules, EncodedTable left, EncodedTable right) {
        return of(rules, left, right, false);
    }

    /** The pairs of a table's records with each other: left row before right row. */
    public static CandidatePairs within(List<Blocking> rules, EncodedTable table) {
        CandidatePairs pairs = new RuleSearch(rules, table, table, false, (left, right) -> left < right).pairs();
        long[] half = Arrays.stream(pairs.passedOver).map(both -> both / 2).toArray();
        return new CandidatePairs(rules, pairs.found, half, pairs.searches);
    }

    /** The pairs of two tables of which something holds. */
    static CandidatePairs where(PairTest wanted, List<Blocking> rules, EncodedTable left, EncodedTable right) {
        return new RuleSearch(rules, left, right, false, wanted).pairs();
    }

    /** Two records to be compared whether or not any rule would find them, with the match keys that agree. */
    public static CandidatePairs single(
            List<Blocking> rules, EncodedTable left, int leftRow, EncodedTable right, int rightRow) {
        long agree = IntStream.range(0, rules.size())
                .filter(rule -> rules.get(rule) instanceof ByKey key
                        && left.key(key.key()).equal(leftRow, right.key(key.key()), rightRow))
                .mapToLong(rule -> 1L << rule)
                .sum();
        FoundPairs single = new FoundPairs(new long[] {(long) leftRow << 32 | rightRow}, new long[] {agree});
        return new CandidatePairs(rules, single, new long[rules.size()], List.of());
    }

    /** Whether something holds of a left and a right row. */
    interface PairTest {
        boolean holds(int left, int right);
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
        return IntStream.range(0, rules.size())
                .filter(rule -> (rulesOf(pair) >>> rule & 1) != 0)
                .mapToObj(rule -> rules.get(rule).name())
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
        return rules;
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
