package uk.linkage.quality;

import static uk.linkage.quality.Figures.count;
import static uk.linkage.quality.Figures.share;

import java.util.Locale;
import java.util.OptionalDouble;

/** A {@link Breakdown} as a page of plain text. A count that is withheld is {@code *}. */
final class BreakdownText {
    private static final String GROUP = "  %-24s %10s %8s %8s  %-26s %-26s %-26s %s";
    private static final String CAUSE = "  %10s %8s  %-26s %8s  %s";

    private final SmallNumbers numbers;
    private final StringBuilder text = new StringBuilder();

    BreakdownText(SmallNumbers numbers) {
        this.numbers = numbers;
    }

    String of(Breakdown breakdown) {
        breakdown.groupings().forEach(this::grouping);
        if (!breakdown.causes().isEmpty()) {
            causes(breakdown);
        }
        falseLinks(breakdown);
        if (numbers == SmallNumbers.SUPPRESSED) {
            line("By group and cause, counts of 1 to 7 are *, others are rounded to 5, and shares are of those.");
        }
        return text.toString();
    }

    private void grouping(Grouping grouping) {
        line("By " + grouping.name());
        line(format(
                GROUP, "", "true pairs", "missed", "false", "recall", "precision", "people recovered", "B-cubed F1"));
        for (GroupQuality quality : grouping.groups()) {
            Confusion pairs = quality.pairwise();
            line(format(
                    GROUP,
                    quality.group(),
                    numbers.text(pairs.toBeFound()),
                    numbers.text(pairs.falseNegatives()),
                    numbers.text(pairs.falsePositives()),
                    numbers.recall(pairs),
                    numbers.precision(pairs),
                    numbers.share(quality.recovered(), quality.people() - quality.recovered(), "none"),
                    bCubed(quality)));
        }
        grouping.recallGap(numbers).ifPresent(gap -> line("  gap in recall: " + gap));
    }

    private void causes(Breakdown breakdown) {
        line("By what is wrong with either record");
        line(format(CAUSE, "true pairs", "missed", "recall", "false", "cause"));
        breakdown.causes().forEach(this::cause);
        line("By all that is wrong, missed pairs");
        line(format(CAUSE, "true pairs", "missed", "recall", "false", "causes"));
        breakdown.together().stream().limit(Breakdown.MOST_TOGETHER).forEach(this::cause);
        int more = breakdown.together().size() - Breakdown.MOST_TOGETHER;
        if (more > 0) {
            line("  and " + count(more) + " more sets of causes");
        }
    }

    private void cause(CauseCount cause) {
        line(format(
                CAUSE,
                numbers.text(cause.pairs()),
                numbers.text(cause.missed()),
                cause.recall(numbers),
                numbers.text(cause.falseLinks()),
                cause.words()));
    }

    private void falseLinks(Breakdown breakdown) {
        String ofOneHousehold = breakdown
                .ofOneHousehold()
                .map(count -> ", of people of one household " + numbers.text(count))
                .orElse("");
        line("False pairs: " + numbers.text(breakdown.falseLinks()) + ofOneHousehold);
    }

    private String bCubed(GroupQuality quality) {
        OptionalDouble f1 = quality.bCubedF1(numbers);
        return f1.isPresent() ? share(f1.getAsDouble()) : SmallNumbers.HIDDEN;
    }

    private static String format(String line, Object... cells) {
        return String.format(Locale.ROOT, line, cells);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
