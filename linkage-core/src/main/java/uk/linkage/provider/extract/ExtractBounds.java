package uk.linkage.provider.extract;

import java.math.BigDecimal;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.exchange.SealedCounts;

/**
 * Holds what came of an extract against the agreement's bounds: of its rows so many may be unusable, and so many at fault in
 * a field.
 *
 * @param extract what was read
 * @param agreement whose bounds
 */
public record ExtractBounds(ExtractSource extract, Agreement agreement) {

    /**
     * Lets an extract within the bounds pass.
     *
     * @throws ExtractFault with the first fault of the kind that is too frequent
     */
    public void require(SealedCounts counts, Rejects rejects) {
        within(
                new Faults(rejects.rows(), "cannot be used", rejects.first(Rejects.ROW)),
                counts.read(),
                agreement.bounds().rejectedRows());
        for (Field field : agreement.fields()) {
            within(
                    new Faults(
                            rejects.values(field.name()), "have a faulty " + field.name(), rejects.first(field.name())),
                    counts.read(),
                    agreement.bounds().faultyValues());
        }
    }

    private void within(Faults faults, long rows, double bound) {
        if (faults.count() > bound * rows) {
            throw new ExtractFault(
                    extract.name(),
                    faults.first().orElseThrow().text(),
                    "of " + rows + " rows " + faults.count() + " " + faults.what() + "; the agreement allows "
                            + percent(bound));
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** Faults of one kind: how many, in words, and the first. */
    private record Faults(long count, String what, Optional<Rejects.Fault> first) {}
}
