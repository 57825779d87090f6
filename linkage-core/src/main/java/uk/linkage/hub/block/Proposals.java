package uk.linkage.hub.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one rule proposes: pairs with the number of the rule, 64 bits each, kept by ranges of left rows, so that each range can be put in
 * order by itself. A pair is packed as left row within its range, right row and rule. Grows; one thread.
 */
final class Proposals {
    private static final int PART_BITS = 6;
    private static final int RULE_BITS = 6;
    private static final int MOST_RULES = 63;
    private static final int RIGHT_BITS = 31;
    private static final int FIRST_CAPACITY = 16;

    private final int rule;
    private final KeyPairs.PairTest wanted;
    private final int localBits;
    private final long[][] parts;
    private final int[] sizes;
    private long passedOver;
    private final List<Crowd> crowds = new ArrayList<>();

    /**
     * None yet.
     *
     * @param rule the number of the rule, 0 to 62
     * @param leftRows how many left rows there are
     * @param wanted which pairs are kept
     */
    Proposals(int rule, int leftRows, KeyPairs.PairTest wanted) {
        if (rule < 0 || rule >= MOST_RULES) {
            throw new IllegalArgumentException("there can be no more than " + MOST_RULES + " rules");
        }
        this.rule = rule;
        this.wanted = wanted;
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, leftRows - 1));
        this.localBits = Math.max(0, bits - PART_BITS);
        this.parts = new long[(Math.max(1, leftRows) - 1 >>> localBits) + 1][FIRST_CAPACITY];
        this.sizes = new int[parts.length];
    }

    /** A pair to look at, if it is wanted. */
    void pair(int left, int right) {
        if (wanted.holds(left, right)) {
            keep(left, right);
        }
    }

    /** For each rule one, still empty. */
    static List<Proposals> ofRules(List<Blocking> rules, int leftRows, KeyPairs.PairTest wanted) {
        return IntStream.range(0, rules.size())
                .mapToObj(rule -> new Proposals(rule, leftRows, wanted))
                .toList();
    }

    private void keep(int left, int right) {
        int part = left >>> localBits;
        if (sizes[part] == parts[part].length) {
            parts[part] = Arrays.copyOf(parts[part], sizes[part] + (sizes[part] >> 1));
        }
        long local = left & (1 << localBits) - 1;
        parts[part][sizes[part]++] = (local << RIGHT_BITS | right) << RULE_BITS | rule;
    }

    /** Pairs that a rule had to leave to the others because too many records share one value. */
    void passedOver(long pairs) {
        passedOver += pairs;
    }

    /** Records of one token that are too many for all their pairs to be proposed. */
    void crowd(Crowd crowd) {
        crowds.add(crowd);
    }

    List<Crowd> crowds() {
        return List.copyOf(crowds);
    }

    int rule() {
        return rule;
    }

    long passedOver() {
        return passedOver;
    }

    int parts() {
        return parts.length;
    }

    /** The packed pairs of a range, which are forgotten here. */
    long[] take(int part) {
        long[] taken = Arrays.copyOf(parts[part], sizes[part]);
        parts[part] = new long[FIRST_CAPACITY];
        sizes[part] = 0;
        return taken;
    }

    /** Left and right row of a packed pair of a range, as {@code left << 32 | right}. */
    long unpacked(int part, long packed) {
        long left = (long) part << localBits | packed >>> RIGHT_BITS + RULE_BITS;
        return left << 32 | packed >>> RULE_BITS & (1L << RIGHT_BITS) - 1;
    }

    /** Whether two packed pairs of one range are the same pair. */
    static boolean same(long packed, long other) {
        return packed >>> RULE_BITS == other >>> RULE_BITS;
    }

    static int rule(long packed) {
        return (int) packed & (1 << RULE_BITS) - 1;
    }
}
