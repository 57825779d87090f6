package uk.linkage.hub.compare;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.View;
import uk.linkage.hub.block.EncodedTable;

/**
 * Looks at two records: how near each view's codes are, which fields both have, which match keys agree, and whether each
 * identifier does. A worker: one thread.
 *
 * <pre>{@code
 * Comparer comparer = new Comparer(agreement, hospital, council);
 * byte[] seen = new byte[comparer.length()];
 * comparer.see(12, 7, pairs.rulesOf(pair), seen);
 * }</pre>
 */
public final class Comparer {
    /** Both records have the whole value. */
    static final byte WHOLE = 0;

    /** Both have something, but not both the whole: a date with an unknown part. */
    static final byte PARTIAL = 1;

    /** One of them has something. */
    static final byte ONE_SIDED = 2;

    /** Neither has. */
    static final byte ABSENT = 3;

    /** In the place of a view's bin: the view says nothing, since a record lacks its salt. */
    static final byte UNSEEN = -1;

    private final Agreement agreement;
    private final EncodedTable left;
    private final EncodedTable right;
    private final ViewBins bins;
    private final KeyEvidence keys;
    private final int[] identifiers;
    private final int[] fieldBits;
    private final int[] saltBits;
    private final long[] keysOf;
    private final Optional<Rarity> rarity;

    /** Compares records of two tables under one agreement. */
    public Comparer(Agreement agreement, EncodedTable left, EncodedTable right) {
        this(agreement, left, right, Optional.empty());
    }

    /** Likewise, of two providers each of which holds a person once: what few have weighs more than what many have. */
    public static Comparer byRarity(Agreement agreement, EncodedTable left, EncodedTable right) {
        return new Comparer(agreement, left, right, Optional.of(Rarity.between(agreement, left, right)));
    }

    private Comparer(Agreement agreement, EncodedTable left, EncodedTable right, Optional<Rarity> rarity) {
        this.rarity = rarity;
        this.agreement = agreement;
        this.left = left;
        this.right = right;
        this.bins = ViewBins.of(agreement);
        this.keys = new KeyEvidence(agreement);
        this.identifiers = IntStream.range(0, agreement.keys().size())
                .filter(key -> agreement.keys().get(key).identifier())
                .toArray();
        this.fieldBits = agreement.comparisons().stream()
                .mapToInt(comparison -> 1 << agreement.fieldIndex(comparison.field()))
                .toArray();
        this.saltBits = agreement.views().stream().mapToInt(this::saltBit).toArray();
        this.keysOf = IntStream.range(0, fieldBits.length)
                .mapToLong(field -> keys.amongAll(keys.of(field)))
                .toArray();
    }

    private int saltBit(View view) {
        return view.salt().map(salt -> 1 << agreement.fieldIndex(salt.field())).orElse(0);
    }

    /** How many bytes {@link #see} fills. */
    public int length() {
        return saltBits.length + fieldBits.length + 2 * Long.BYTES + 1 + identifiers.length;
    }

    /**
     * Fills in what is seen of a pair: a bin for each view, what is there of each field, the match keys that both have and
     * those that agree, how rare that is, and a level for each identifier.
     *
     * @param agreeing bit {@code i} is set where match key {@code i} of the agreement agrees; other bits do not matter
     */
    public void see(int leftRow, int rightRow, long agreeing, byte[] seen) {
        ByteBuffer to = ByteBuffer.wrap(seen);
        int both = left.presence(leftRow) & right.presence(rightRow);
        for (int view = 0; view < saltBits.length; view++) {
            int differing = left.view(view).differing(leftRow, right.view(view), rightRow);
            to.put((saltBits[view] & ~both) == 0 ? (byte) bins.bin(differing) : UNSEEN);
        }
        long leftKeys = left.keys(leftRow);
        long rightKeys = right.keys(rightRow);
        for (int f = 0; f < fieldBits.length; f++) {
            boolean hasLeft = has(left.presence(leftRow), leftKeys, f);
            boolean hasRight = has(right.presence(rightRow), rightKeys, f);
            to.put(state((both & fieldBits[f]) != 0, hasLeft, hasRight));
        }
        long equal = keys.among(agreeing);
        to.putLong(keys.among(leftKeys & rightKeys)).putLong(equal);
        to.put(rarity.map(r -> r.halfBits(leftRow, rightRow, equal)).orElse((byte) 0));
        for (int identifier : identifiers) {
            boolean inBoth = (leftKeys & rightKeys & 1L << identifier) != 0;
            to.put((byte) (inBoth ? 2 - (agreeing >>> identifier & 1) : Comparison.MISSING));
        }
    }

    /** A date with an unknown part is not present, but may have its part in a key. */
    private boolean has(int presence, long recordKeys, int field) {
        return (presence & fieldBits[field]) != 0 || (recordKeys & keysOf[field]) != 0;
    }

    private static byte state(boolean whole, boolean hasLeft, boolean hasRight) {
        if (whole) {
            return WHOLE;
        }
        return hasLeft && hasRight ? PARTIAL : hasLeft || hasRight ? ONE_SIDED : ABSENT;
    }

    /** What makes joint levels of what is seen. */
    LevelChances levelChances() {
        return new LevelChances(agreement, bins, keys);
    }

    /** What is seen that tells of levels: all but how rare it is and the identifiers. */
    byte[] ofLevels(byte[] seen) {
        return Arrays.copyOf(seen, seen.length - identifiers.length - 1);
    }

    /** What is seen of how rare it is that what agrees does, in bits. */
    double rarity(byte[] seen) {
        return Rarity.bits(seen[seen.length - identifiers.length - 1]);
    }

    /** How many identifiers are compared. */
    int identifiers() {
        return identifiers.length;
    }
}
