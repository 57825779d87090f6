package uk.linkage.hub.decide;

import java.util.BitSet;

/** Which records are spoken for. A record of one file has one partner where the other file holds a person once. */
public final class Claims {
    private final boolean onceLeft;
    private final boolean onceRight;
    private final BitSet left = new BitSet();
    private final BitSet right = new BitSet();

    /** A record of one side is spoken for once where the other side holds a person once. */
    public Claims(boolean onceLeft, boolean onceRight) {
        this.onceLeft = onceLeft;
        this.onceRight = onceRight;
    }

    /** Whether a record of either side can be spoken for. */
    boolean areLimited() {
        return onceLeft || onceRight;
    }

    /** Sets all records free. */
    public void clear() {
        left.clear();
        right.clear();
    }

    /** Whether the pair is still free; if so, it is taken. */
    public boolean take(int leftRow, int rightRow) {
        if (onceRight && left.get(leftRow) || onceLeft && right.get(rightRow)) {
            return false;
        }
        left.set(leftRow);
        right.set(rightRow);
        return true;
    }
}
