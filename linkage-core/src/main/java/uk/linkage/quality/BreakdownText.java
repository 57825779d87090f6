package uk.linkage.quality;

import static uk.linkage.quality.Figures.count;
import static uk.linkage.quality.Figures.share;

import java.util.Locale;
import java.util.OptionalLong;

/** A {@link Breakdown} as a page of plain text. A count that is withheld is {@code *}. */
final class BreakdownText {
    private static final String GROUP = "  %-24s %10s %8s %8s  %-26s %-26s %s";
    private static final String CAUSE = "  %10s %8s  %-26s %8s  %s";
    private static final int MOST_TOGETHER = 20;

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
        line(format(GROUP, "", "true pairs", "missed", "false", "recall", "precision", "people recovered"));
        for (GroupQuality quality : grouping.groups()) {
            Confusion pairs = quality.pairwise();
            line(format(
                    GROUP,
                    quality.group(),
                    told(pairs.truePositives() + pairs.falseNegatives()),
                    told(pairs.falseNegatives()),
                    told(pairs.falsePositives()),
                    of(pairs.truePositives(), pairs.falseNegatives()),
                    of(pairs.truePositives(), pairs.falsePositives()),
                    of(quality.recovered(), quality.people() - quality.recovered())));
        }
        RecallGap.of(grouping, numbers).ifPresent(this::gap);
    }

    private void gap(RecallGap gap) {
        String between = "between %s and %s".formatted(gap.worst(), gap.best());
        line("  gap in recall: "
                + (gap.exact() ? gap.gap() : "at most " + share(gap.gap().value())) + ", " + between);
    }

    private void causes(Breakdown breakdown) {
        line("By what is wrong with either record");
        line(format(CAUSE, "true pairs", "missed", "recall", "false", "cause"));
        breakdown.causes().forEach(this::cause);
        line("By all that is wrong, missed pairs");
        line(format(CAUSE, "true pairs", "missed", "recall", "false", "causes"));
        breakdown.together().stream().limit(MOST_TOGETHER).forEach(this::cause);
        int more = breakdown.together().size() - MOST_TOGETHER;
        if (more > 0) {
            line("  and " + count(more) + " more sets of causes");
        }
    }

    private void cause(CauseCount cause) {
        line(format(
                CAUSE,
                told(cause.pairs()),
                told(cause.missed()),
                of(cause.pairs() - cause.missed(), cause.missed()),
                told(cause.falseLinks()),
                cause.causes().isEmpty() ? "nothing" : String.join(", ", cause.causes())));
    }

    private void falseLinks(Breakdown breakdown) {
        String ofOneHousehold = breakdown
                .ofOneHousehold()
                .map(count -> ", of people of one household " + told(count))
                .orElse("");
        line("False pairs: " + told(breakdown.falseLinks()) + ofOneHousehold);
    }

    private String told(long count) {
        OptionalLong told = numbers.told(count);
        return told.isPresent() ? count(told.getAsLong()) : "*";
    }

    private String of(long these, long others) {
        SmallNumbers.Share share = numbers.share(these, others, "none");
        if (share instanceof SmallNumbers.Share.Told told) {
            return told.estimate().toString();
        }
        if (share instanceof SmallNumbers.Share.AtLeast least) {
            return "at least " + share(least.value());
        }
        return share instanceof SmallNumbers.Share.AtMost most ? "at most " + share(most.value()) : "*";
    }

    private static String format(String line, Object... cells) {
        return String.format(Locale.ROOT, line, cells);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
