package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.RunSummary;

/** What {@code linkage inspect} says of the folder of a run. */
record RunInspection(ObjectNode json, List<String> words) {

    static RunInspection of(Path folder, LocalDate today) throws IOException {
        RunSummary summary = RunSummary.of(folder);
        List<String> words = new ArrayList<>();
        summary.destroyBy().warning("this run", today).ifPresent(words::add);
        if (summary.json().path("withdrawal_unfinished").asBoolean()) {
            words.add("a withdrawal from this run was not finished; give the same linkage withdraw again");
        }
        return new RunInspection(summary.json(), words);
    }
}
