package uk.linkage.quality;

import static uk.linkage.quality.Figures.count;
import static uk.linkage.quality.Figures.share;

import java.util.Locale;

/** A {@link Curve} as a small table in plain text: at thresholds that people think in, the run's own and the best. */
final class CurveText {
    private static final String ROW = "  %-12s %8s %10s  %-26s %-26s %-6s  %s";

    private final Curve curve;
    private final StringBuilder text = new StringBuilder();

    CurveText(Curve curve) {
        this.curve = curve;
    }

    String text() {
        line(
                "Scored pairs by threshold, each on its own: before one-to-one assignment, numbers that differ, and clusters");
        line(format("probability", "bits", "links", "precision", "recall", "F1", ""));
        curve.points().stream()
                .filter(this::isTold)
                .forEach(point -> point(point, curve.isOwn(point) ? "this run's own" : ""));
        curve.best().ifPresent(best -> point(best, "best F1"));
        if (curve.ownThreshold().isEmpty()) {
            line(row("its own", "", curve.own(), "another between each two providers"));
        }
        curve.averagePrecision().ifPresent(average -> line("  average precision " + share(average)));
        return text.toString();
    }

    private boolean isTold(Curve.Point point) {
        return CurveDrawing.ROUND.contains(point.threshold()) || curve.isOwn(point);
    }

    private void point(Curve.Point point, String note) {
        line(row(point.thresholdText(), String.format(Locale.ROOT, "%.2f", point.weight()), point.pairs(), note));
    }

    private static String row(String threshold, String bits, Confusion pairs, String note) {
        String f1 = pairs.f1() instanceof Estimate.Measured measured ? share(measured.value()) : "";
        return format(threshold, bits, count(pairs.found()), pairs.precision(), pairs.recall(), f1, note);
    }

    private static String format(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
