package uk.linkage.report;

import java.util.OptionalLong;

/**
 * Counts as they may be shown: 1 to 7 not at all, any other to the nearest 5, as Hospital Episode Statistics are published. A share is
 * that of two counts so rounded, so that it tells no more than they do.
 *
 * <pre>{@code
 * SmallNumbers.text(3);        // *
 * SmallNumbers.text(1043);     // 1,045
 * SmallNumbers.share(40, 104); // 38.1 %
 * }</pre>
 */
final class SmallNumbers {
    /** Stands for a count that is not shown. */
    static final String HIDDEN = uk.linkage.quality.SmallNumbers.HIDDEN;

    private SmallNumbers() {}

    /** The count to show; nothing where it is too small. */
    static OptionalLong of(long count) {
        return uk.linkage.quality.SmallNumbers.SUPPRESSED.told(count);
    }

    /** The same for people to read. */
    static String text(long count) {
        return uk.linkage.quality.SmallNumbers.SUPPRESSED.text(count);
    }

    /** The share that one count is of another, 0 to 1; nothing where either is too small or there is nothing to share. */
    static Share share(long part, long whole) {
        OptionalLong of = of(whole);
        return of(part).isEmpty() || of.isEmpty() || of.getAsLong() == 0
                ? new Share(Double.NaN)
                : new Share(Math.min(1, (double) of(part).getAsLong() / of.getAsLong()));
    }

    /**
     * A share.
     *
     * @param value 0 to 1; NaN where it is not shown
     */
    record Share(double value) {
        boolean isShown() {
            return !Double.isNaN(value);
        }

        @Override
        public String toString() {
            return isShown() ? Figures.percent(value) : HIDDEN;
        }
    }
}
