package uk.linkage.hub.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The pairs of two providers' records, or of one provider's with each other, that are worth comparing, in columns: each once, in ascending order of left and then right
 * row, with the rules that found it.
 *
 * <pre>{@code
 * CandidatePairs pairs = CandidatePairs.of(rules, hospital, council);
 * }</pre>
 */
public final class CandidatePairs {
    private final List<Blocking> rules;
    private final long[] pairs;
    private final long[] foundBy;
    private final long[] passedOver;

    private CandidatePairs(List<Blocking> rules, long[] pairs, long[] foundBy, long[] passedOver) {
        this.rules = rules;
        this.pairs = pairs;
        this.foundBy = foundBy;
        this.passedOver = passedOver;
    }

    /** All pairs that any of the rules (63 at most) proposes; rules run side by side. */
    public static CandidatePairs of(List<Blocking> rules, EncodedTable left, EncodedTable right) {
        return of(rules, rule -> {
            Proposals found = new Proposals();
            rule.propose(left, right, found);
            return found;
        });
    }

    /** Likewise, the pairs of a table's records with each other: left row before right row. */
    public static CandidatePairs within(List<Blocking> rules, EncodedTable table) {
        return of(rules, rule -> {
            Proposals found = new Proposals();
            rule.propose(table, table, new Halved(found));
            return found;
        });
    }

    /** Two records to be compared whether or not any rule would find them. */
    public static CandidatePairs single(int left, int right) {
        return new CandidatePairs(List.of(), new long[] {(long) left << 32 | right}, new long[1], new long[0]);
    }

    private static CandidatePairs of(List<Blocking> rules, Function<Blocking, Proposals> proposer) {
        List<Proposals> proposals = rules.parallelStream().map(proposer).toList();
        long[] pairs = distinct(proposals);
        long[] foundBy = new long[pairs.length];
        for (int rule = 0; rule < rules.size(); rule++) {
            proposals.get(rule).mark(pairs, foundBy, 1L << rule);
        }
        return new CandidatePairs(
                List.copyOf(rules),
                pairs,
                foundBy,
                proposals.stream().mapToLong(p -> p.passedOver).toArray());
    }

    /** Those of these pairs that are wanted. */
    CandidatePairs where(PairTest wanted) {
        int[] kept = IntStream.range(0, size())
                .filter(pair -> wanted.holds(left(pair), right(pair)))
                .toArray();
        return new CandidatePairs(
                rules,
                Arrays.stream(kept).mapToLong(pair -> pairs[pair]).toArray(),
                Arrays.stream(kept).mapToLong(pair -> foundBy[pair]).toArray(),
                passedOver);
    }

    /** Whether something holds of a left and a right row. */
    interface PairTest {
        boolean holds(int left, int right);
    }

    /** How many. */
    public int size() {
        return pairs.length;
    }

    /** Left row of a pair. */
    public int left(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    /** Right row of a pair. */
    public int right(int pair) {
        return (int) pairs[pair];
    }

    /** The number of the pair of these rows; negative where it is not among them. */
    public int find(int left, int right) {
        return Arrays.binarySearch(pairs, (long) left << 32 | right);
    }

    /** Names of the rules that found a pair. */
    public List<String> foundBy(int pair) {
        return IntStream.range(0, rules.size())
                .filter(rule -> (foundBy[pair] >>> rule & 1) != 0)
                .mapToObj(rule -> rules.get(rule).name())
                .toList();
    }

    /** How many rules found a pair. */
    public int timesFound(int pair) {
        return Long.bitCount(foundBy[pair]);
    }

    /** The rules. */
    public List<Blocking> rules() {
        return rules;
    }

    /** How many pairs a rule found. */
    public long found(int rule) {
        return Arrays.stream(foundBy).filter(by -> (by >>> rule & 1) != 0).count();
    }

    /** Pairs that a rule left to the others because too many records share one value. */
    public long passedOver(int rule) {
        return passedOver[rule];
    }

    private static long[] distinct(List<Proposals> proposals) {
        return proposals.stream()
                .flatMapToLong(p -> Arrays.stream(p.pairs, 0, p.size))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Of a table with itself a pair comes both ways round and each record beside itself; kept is one way. */
    private record Halved(Proposals half) implements Blocking.PairSink {
        @Override
        public void pair(int left, int right) {
            if (left < right) {
                half.pair(left, right);
            }
        }

        /** About half: records beside themselves are counted in. */
        @Override
        public void passedOver(long pairs) {
            half.passedOver(pairs / 2);
        }
    }

    /** The growing list of one rule. */
    private static final class Proposals implements Blocking.PairSink {
        private long[] pairs = new long[1024];
        private int size;
        private long passedOver;

        @Override
        public void pair(int left, int right) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = (long) left << 32 | right;
        }

        @Override
        public void passedOver(long more) {
            passedOver += more;
        }

        private void mark(long[] all, long[] foundBy, long bit) {
            for (int i = 0; i < size; i++) {
                foundBy[Arrays.binarySearch(all, pairs[i])] |= bit;
            }
        }
    }
}
