package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What exactly was run on what, and how long it took. */
final class ManifestSection {
    private ManifestSection() {}

    static Section of(JsonNode run) {
        List<Html> content = new ArrayList<>(
                List.of(facts(run).html(), inputs(run).html(), speed(run).html()));
        if (run.path("accepted_risks").isEmpty()) {
            content.add(Html.of("p", "The parties accepted no known risk in their agreement."));
        } else {
            content.add(risks(run).html());
        }
        return new Section(
                "manifest", "Manifest of the run", "RECORD 12.3 and 22.1, GUILD step 2 and the QAFDL (speed)", content);
    }

    private static Table facts(JsonNode run) {
        return new Table("The run", "What", "Value")
                .row("project", run.path("project").asText())
                .row("finished", run.path("finished").asText("not recorded"))
                .row("to be destroyed by", run.path("destroy_by").asText())
                .row("program", "linkage " + run.path("tool").asText())
                .row("Java", run.path("java").asText())
                .row(
                        "kernel",
                        run.at("/kernel/name").asText() + ": "
                                + run.at("/kernel/why").asText())
                .row("fingerprint of the agreement", run.path("fingerprint").asText())
                .row("check value of the secret", run.path("key_check").asText());
    }

    private static Table inputs(JsonNode run) {
        Table table = new Table("Sealed files", "Provider", "File", "SHA-256", "Holds each person once");
        run.path("inputs")
                .forEach(input -> table.row(
                        input.path("provider").asText(),
                        input.path("file").asText(),
                        input.path("sha256").asText(),
                        input.path("deduplicated").asBoolean() ? "yes" : "no"));
        return table;
    }

    private static Table speed(JsonNode run) {
        Table table = new Table("Speed", "Stage", "Seconds on the clock", "Seconds of the processors");
        run.path("stages")
                .forEach(stage -> table.row(
                        stage.path("stage").asText(),
                        Figures.seconds(stage.path("wall_seconds")),
                        Figures.seconds(stage.path("cpu_seconds"))));
        return table.row("most memory in use", run.path("peak_heap_mib").asText() + " MiB", "–");
    }

    private static Table risks(JsonNode run) {
        Table table = new Table("Risks that the parties accepted", "Risk", "Where", "Reason");
        run.path("accepted_risks")
                .forEach(risk -> table.row(
                        risk.path("risk").asText(),
                        risk.path("where").asText(),
                        risk.path("reason").asText()));
        return table;
    }
}
