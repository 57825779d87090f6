package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.HardeningKind;
import uk.linkage.report.Block.Grid;
import uk.linkage.report.Block.Points;
import uk.linkage.report.Block.Words;

/**
 * An annex to the parties' data protection impact assessment: what the agreement, the run and an audit say of the data, who can see
 * what of it, until when, and what risk is left. What only the parties know it asks them for.
 *
 * @param run the run's record
 * @param audit where one was made
 */
record Dpia(Agreement agreement, JsonNode run, Optional<Audit> audit) {

    private record Part(String title, List<Block> blocks) {}

    String html() {
        List<Section> sections = new ArrayList<>();
        for (Part part : parts()) {
            sections.add(new Section(
                    "part-" + (sections.size() + 1),
                    part.title(),
                    "",
                    part.blocks().stream().map(Block::html).toList()));
        }
        return new Page(title(), sections).withoutScripts();
    }

    String markdown() {
        return "# " + Block.plain(title()) + "\n"
                + parts().stream()
                        .map(part -> "\n## " + part.title() + "\n\n"
                                + part.blocks().stream().map(Block::markdown).collect(Collectors.joining("\n")))
                        .collect(Collectors.joining());
    }

    private String title() {
        return "Annex to a data protection impact assessment: "
                + agreement.purpose().project();
    }

    private List<Part> parts() {
        return List.of(
                new Part("The processing", processing()),
                new Part("What data", data()),
                new Part("What is derived", derived()),
                new Part("Who can see what", sight()),
                new Part("Until when", retention()),
                new Part("Risks that the parties accepted", accepted()),
                new Part("What attacks came to", attacks()),
                new Part("Residual risk", residual()),
                new Part("What the parties have to add", open()));
    }

    private List<Block> processing() {
        return List.of(
                new Words("Purpose, as the parties agreed it: "
                        + agreement.purpose().text()),
                new Points(List.of(
                        "project: " + agreement.purpose().project(),
                        "fingerprint of the agreement: "
                                + run.path("fingerprint").asText(),
                        "run finished: " + run.path("finished").asText("not recorded"),
                        "program: linkage " + run.path("tool").asText())));
    }

    private List<Block> data() {
        List<List<String>> fields = new ArrayList<>(List.of(List.of("Field", "Kind")));
        agreement
                .fields()
                .forEach(field -> fields.add(List.of(field.name(), field.kind().label())));
        List<List<String>> providers = new ArrayList<>(
                List.of(List.of("Provider", "Rows read", "Opted out and removed", "Unusable rows", "Records sealed")));
        run.path("inputs")
                .forEach(input -> providers.add(List.of(
                        input.path("provider").asText(),
                        count(input, "rows_read"),
                        count(input, "rows_opted_out"),
                        count(input, "rows_rejected"),
                        count(input, "records"))));
        return List.of(
                new Grid("Fields that providers bring", fields),
                new Grid("Records of each provider", providers),
                new Words("Counts of 1 to 7 are shown as * and others are rounded to the nearest 5."));
    }

    private static String count(JsonNode node, String name) {
        return SmallNumbers.text(node.path(name).asLong());
    }

    private List<Block> derived() {
        String hardening = agreement.hardening().steps().stream()
                .map(step -> HardeningKind.of(step).label())
                .collect(Collectors.joining(", then "));
        return List.of(new Points(List.of(
                "keyed tokens of " + agreement.keys().size() + " match keys, equal where the parts of a key are equal",
                "codes of " + agreement.codeBits() + " bits of "
                        + agreement.views().size()
                        + " views, near where records are near; hardening: "
                        + (hardening.isEmpty() ? "none" : hardening),
                "which fields a record has, and the provider's own local id",
                "links, a study id for each person, and a crosswalk of local ids to study ids for each provider",
                "counts and a model of the run (run.json), and this pack")));
    }

    private List<Block> sight() {
        return List.of(
                new Grid(
                        "Parties",
                        List.of(
                                List.of("Party", "Holds", "Can see"),
                                List.of(
                                        "each provider",
                                        "its own extract, the linkage secret, its own crosswalk",
                                        "its own people; which of its records share a study id; with the secret and somebody else's"
                                                + " sealed file it could find people in that by trying"),
                                List.of(
                                        "hub",
                                        "sealed files, run.json, all crosswalks, pairs in doubt",
                                        "codes and tokens, who is linked to whom by local id, how many; no identifier, and not the"
                                                + " secret"),
                                List.of(
                                        "researcher",
                                        "payloads under study ids",
                                        "what the payloads tell; no identifier and no local id of this linkage"),
                                List.of(
                                        "readers of the report",
                                        "report.html, counts.csv, this annex",
                                        "rounded counts"))),
                new Words("run.json in this pack has exact counts and is for the parties, not for publication."
                        + (run.at("/review").has("shown_to_providers")
                                ? " Providers were also shown which of their records nearly match another provider's."
                                : " Near misses were shown to no provider.")));
    }

    private List<Block> retention() {
        return List.of(new Words(
                "All of it is to be destroyed by " + agreement.purpose().destroyBy()
                        + ", as the agreement says: sealed files at providers and hub, the folder of the run with its crosswalks and"
                        + " lists of pairs, providers' copies of their crosswalks, and the linkage secret."));
    }

    private List<Block> accepted() {
        if (agreement.acceptedRisks().isEmpty()) {
            return List.of(new Words("None: nothing in the agreement is known to be unsafe or unreliable."));
        }
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Risk", "Where", "Reason that the parties gave")));
        agreement.acceptedRisks().forEach(risk -> rows.add(List.of(risk.risk().label(), risk.where(), risk.reason())));
        return List.of(new Grid("Accepted risks", rows));
    }

    private List<Block> attacks() {
        if (audit.isEmpty()) {
            return List.of(new Words(
                    "No audit was given, so nothing is said here of how many people an attack on these encodings"
                            + " would find. One can be given with --audit when records are linked."));
        }
        List<List<String>> rows =
                new ArrayList<>(List.of(List.of("Attack", "Re-identified", "95 % interval", "Bound", "Outcome")));
        audit.get().attacks().forEach(attack -> rows.add(row(attack)));
        return List.of(new Grid("Attacks on the encodings", rows));
    }

    private static List<String> row(Audit.Attack attack) {
        return List.of(
                attack.name(),
                percent(attack.rate()),
                percent(attack.low()) + " to " + percent(attack.high()),
                attack.bound().isPresent() ? percent(attack.bound().getAsDouble()) : "none",
                attack.bound().isEmpty()
                        ? "no bound was agreed"
                        : attack.passes() ? "within the bound" : "OVER THE BOUND");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private List<Block> residual() {
        List<String> points = new ArrayList<>(List.of(
                "Whoever has the linkage secret and a sealed file can find people in it by trying. The hub and a provider"
                        + " together can; so can whoever steals the secret.",
                "The hub sees which records are linked and which fields each has, and how many records share a value of a match key.",
                "Links can be wrong: the report says how many are expected to be, and for whom it cannot say.",
                "The linked result can identify people by what it tells of them, whatever the linkage does."));
        audit.ifPresent(
                given -> points.add(
                        given.attacks().stream().allMatch(Audit.Attack::passes)
                                ? "Every attack of the audit kept to its bound, where one was agreed."
                                : "An attack of the audit is over its bound: these encodings are not to be sent until that is settled."));
        return List.of(new Points(points));
    }

    private static List<Block> open() {
        return List.of(
                new Words("These are not known to the program and are for the data controllers to state:"),
                new Points(List.of(
                        "lawful basis, and how the duty of confidence is met",
                        "the controllers, and the processor that acts as the hub",
                        "how people were told, and how objections are met",
                        "where each file lies, who has access, and how that is checked",
                        "who signs for the residual risk")));
    }

    /** Names of the files it goes into, and their content. */
    Map<String, String> files() {
        return Map.of(AssurancePack.DPIA_TEXT, markdown(), AssurancePack.DPIA_PAGE, html());
    }
}
