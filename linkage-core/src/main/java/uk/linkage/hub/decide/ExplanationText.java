package uk.linkage.hub.decide;

import java.util.Locale;
import uk.linkage.hub.decide.PairWeight.JointLevel;
import uk.linkage.hub.decide.PairWeight.OfLevel;

/** An {@link Explanation} as a page of plain text, the same in every locale. */
final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    static String of(Explanation explanation) {
        ExplanationText page = new ExplanationText();
        page.foundBy(explanation);
        page.levels(explanation.weight());
        page.sum(explanation.weight());
        page.rivals(explanation);
        page.joint(explanation.weight());
        page.line("decision: " + explanation.words());
        page.line(explanation.together() ? "both records have one study id" : "the records have different study ids");
        return page.text.toString();
    }

    private void foundBy(Explanation explanation) {
        line(
                explanation.foundBy().isEmpty()
                        ? "found by no rule; compared all the same:"
                        : "found by " + String.join(", ", explanation.foundBy()));
    }

    private void levels(PairWeight weight) {
        line("  %-28s %-28s %9s %9s %8s".formatted("comparison", "level", "m", "u", "bits"));
        weight.levels().forEach(this::level);
    }

    private void level(OfLevel level) {
        line("  %-28s %-28s %9s %9s %8s"
                .formatted(
                        level.comparison(),
                        level.level(),
                        level.says() ? chance(level.m()) : "",
                        level.says() ? chance(level.u()) : "",
                        bits(level.bits())));
    }

    private void sum(PairWeight weight) {
        total("sum of the levels", weight.sumOfLevels());
        total("that comparisons go together", weight.dependence());
        total("that levels are not certain", weight.openness());
        total("that what agrees is rare or common", weight.rarity());
        total("prior", weight.prior());
        total("log-odds alone", weight.logOdds());
    }

    private void total(String what, double bits) {
        line("  %-77s %9s".formatted(what, bits(bits)));
    }

    private void rivals(Explanation explanation) {
        total("log-odds among its rivals, of which there are " + explanation.rivals(), explanation.among());
        explanation
                .lead()
                .ifPresent(lead -> total(
                        "lead over the likeliest rival; a link needs "
                                + bits(explanation.margin()).strip(),
                        lead));
    }

    private void joint(PairWeight weight) {
        line(
                "these levels, and others that what is seen leaves open: how likely if the records are of one person, of two");
        for (int i = 0; i < weight.joint().size(); i++) {
            JointLevel joint = weight.joint().get(i);
            String levels = i == 0 ? "as above" : differing(weight, joint);
            line("  %s / %s  %s".formatted(chance(joint.ifOne()), chance(joint.ifTwo()), levels));
        }
    }

    /** In what a joint level differs from the likeliest. */
    private static String differing(PairWeight weight, JointLevel joint) {
        StringBuilder differing = new StringBuilder();
        for (int c = 0; c < weight.levels().size(); c++) {
            OfLevel likeliest = weight.levels().get(c);
            if (!likeliest.level().equals(joint.levels().get(c))) {
                differing
                        .append(differing.isEmpty() ? "" : "; ")
                        .append(likeliest.comparison())
                        .append(": ")
                        .append(joint.levels().get(c));
            }
        }
        return differing.toString();
    }

    private static String chance(double chance) {
        return String.format(Locale.ROOT, chance < 0.0001 ? "%.1e" : "%.4f", chance);
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%.2f", bits);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
