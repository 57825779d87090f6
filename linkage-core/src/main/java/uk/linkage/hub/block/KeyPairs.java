package uk.linkage.hub.block;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.hub.block.Blocking.ByKey;
import uk.linkage.hub.block.Blocking.BySimilarity;

/**
 * The pairs of two tables that agree in match keys, before any code is looked at. Of tokens that very many records share it is told who
 * shares them, not every pair. Immutable.
 *
 * <pre>{@code
 * KeyPairs keyPairs = KeyPairs.of(rules, hospital, council);
 * hospital = hospital.withoutTokens(agreement).withCodes(file);
 * council = council.withoutTokens(agreement).withCodes(other);
 * CandidatePairs pairs = CandidatePairs.of(keyPairs, hospital, council, true, progress);
 * }</pre>
 */
public final class KeyPairs {
    private final List<Blocking> rules;
    private final List<BySimilarity> views;
    private final PairTest wanted;
    private final FoundPairs found;
    private final List<List<Crowd>> crowds;

    private KeyPairs(List<Blocking> rules, PairTest wanted, FoundPairs found, List<List<Crowd>> crowds) {
        this.rules = List.copyOf(rules);
        this.views = rules.stream()
                .filter(BySimilarity.class::isInstance)
                .map(BySimilarity.class::cast)
                .toList();
        this.wanted = wanted;
        this.found = found;
        this.crowds = List.copyOf(crowds);
    }

    /** Whether something holds of a left and a right row. */
    interface PairTest {
        boolean holds(int left, int right);
    }

    /** The pairs of two tables; of the rules (63 at most) only match keys are asked, side by side. */
    public static KeyPairs of(List<Blocking> rules, EncodedTable left, EncodedTable right) {
        return of(rules, left, right, rulesDone -> {});
    }

    /** The same, telling of each rule when it is done. */
    public static KeyPairs of(List<Blocking> rules, EncodedTable left, EncodedTable right, LongConsumer rulesDone) {
        return of(rules, left, right, (leftRow, rightRow) -> true, rulesDone);
    }

    /** The pairs of a table's records with each other: left row before right row. */
    public static KeyPairs within(List<Blocking> rules, EncodedTable table, LongConsumer rulesDone) {
        return of(rules, table, table, (left, right) -> left < right, rulesDone);
    }

    /** The pairs of two tables of which something holds. */
    static KeyPairs of(
            List<Blocking> rules, EncodedTable left, EncodedTable right, PairTest wanted, LongConsumer rulesDone) {
        List<Proposals> proposals = Proposals.ofRules(rules, left.rows(), wanted);
        proposals.parallelStream().forEach(own -> {
            if (rules.get(own.rule()) instanceof ByKey key) {
                key.propose(left, right, own);
            }
            rulesDone.accept(1);
        });
        List<List<Crowd>> crowds = proposals.stream().map(Proposals::crowds).toList();
        return new KeyPairs(rules, wanted, FoundPairs.of(proposals), crowds);
    }

    /** The same rules and crowds, and no pair. */
    KeyPairs withoutPairs() {
        return new KeyPairs(rules, wanted, new FoundPairs(new long[0], new long[0]), crowds);
    }

    /** The rules by which a pair is of one crowd, as bits. */
    long crowded(int left, int right) {
        return IntStream.range(0, crowds.size())
                .filter(rule -> crowds.get(rule).stream().anyMatch(crowd -> crowd.holds(left, right)))
                .mapToLong(rule -> 1L << rule)
                .sum();
    }

    List<Blocking> rules() {
        return rules;
    }

    /** Those of the rules that search codes. */
    List<BySimilarity> views() {
        return views;
    }

    PairTest wanted() {
        return wanted;
    }

    FoundPairs found() {
        return found;
    }

    List<List<Crowd>> crowds() {
        return crowds;
    }
}
