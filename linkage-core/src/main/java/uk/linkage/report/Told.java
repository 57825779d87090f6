package uk.linkage.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import uk.linkage.quality.Estimate;
import uk.linkage.quality.SmallNumbers.Share;

/** A share as a chart shows it: a value with its interval, or only how far it can reach. */
final class Told {
    private Told() {}

    /** Puts {@code value}, {@code low} and {@code high} into a row, and whether the last two are an {@code interval} or a {@code bound}. */
    static void into(ObjectNode row, Share share) {
        if (share instanceof Share.Told told && told.estimate() instanceof Estimate.Measured measured) {
            row.put("value", Figures.rounded(measured.value()));
            range(row, measured.low(), measured.high(), "95 % interval");
        } else if (share instanceof Share.AtLeast least) {
            range(row, least.value(), 1, "bound, as counts are not told");
        } else if (share instanceof Share.AtMost most) {
            range(row, 0, most.value(), "bound, as counts are not told");
        }
    }

    /** The value itself; nothing where it may not be told or there is none. */
    static Optional<Double> value(Share share) {
        return share instanceof Share.Told told && told.estimate() instanceof Estimate.Measured measured
                ? Optional.of(Figures.rounded(measured.value()))
                : Optional.empty();
    }

    private static void range(ObjectNode row, double low, double high, String is) {
        row.put("low", Figures.rounded(low)).put("high", Figures.rounded(high)).put("is", is);
    }
}
