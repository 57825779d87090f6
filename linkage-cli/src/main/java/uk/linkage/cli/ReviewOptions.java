package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import uk.linkage.PreviousRun;
import uk.linkage.hub.review.Answers;
import uk.linkage.hub.review.ReviewList;

/** Pairs in doubt that people are asked for, and what they answered. */
final class ReviewOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--review",
            paramLabel = "N",
            description = {
                "Writes for each provider a list review-NAME.csv of up to N pairs in doubt of each pattern, for",
                "people to answer. It tells a provider which of its records nearly match one of which other",
                "provider: give it only where the parties allow that."
            })
    private Optional<Integer> asked = Optional.empty();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = {
                "Answers to pairs that the previous run asked for: review.csv or review-NAME.csv with the column",
                "answer filled in as match, no match or unsure; may come more than once."
            })
    private List<Path> answers = new ArrayList<>();

    /** What can be refused before the work. */
    void require(boolean previous) {
        if (!answers.isEmpty() && !previous) {
            throw new ParameterException(spec.commandLine(), "--answers goes with --previous, the run that asked");
        }
        if (asked.orElse(1) < 1) {
            throw new ParameterException(spec.commandLine(), "--review must be 1 pair of each pattern or more");
        }
    }

    /** How many pairs of each pattern providers are shown; 0 where they are shown none. */
    int asked() {
        return asked.orElse(0);
    }

    PreviousRun answered(PreviousRun previous) throws IOException {
        return answers.isEmpty() ? previous : previous.answered(answers);
    }

    /** What to say of a run. */
    List<String> words(ObjectNode record, Path out) {
        List<String> lines = new ArrayList<>();
        if (record.has("answers")) {
            lines.add(counts(record.path("answers")));
            record.at("/answers/patterns").forEach(pattern -> pattern(pattern).ifPresent(lines::add));
        }
        JsonNode review = record.path("review");
        lines.add("pairs in doubt: " + review.path("pairs") + " of " + review.path("patterns") + " patterns, in "
                + out.resolve(ReviewList.FILE));
        if (review.has("shown_to_providers")) {
            lines.add(review.path("shown_to_providers") + " of them for providers to answer, in "
                    + out.resolve(ReviewList.fileName("NAME")) + ": each learns which of its records nearly match");
        }
        return lines;
    }

    private static String counts(JsonNode answers) {
        return "answers: " + answers.path("match") + " match, " + answers.path("no_match") + " no match, "
                + answers.path("unsure") + " unsure; " + answers.path("former") + " of earlier runs go on, "
                + answers.path("set_aside") + " are ruled out by what is known now, " + answers.path("gone")
                + " are about records that are gone; in " + Answers.FILE;
    }

    /** What a sample says of all; nothing where all were answered. */
    private static Optional<String> pattern(JsonNode of) {
        int match = of.path("match").asInt();
        int sure = match + of.path("no_match").asInt();
        if (sure == of.path("pairs").asInt()) {
            return Optional.empty();
        }
        String sides = of.path("left").asText() + " and " + of.path("right").asText();
        return Optional.of("  pattern " + of.path("pattern") + " of " + sides + ": " + match + " match of "
                + sure + " answered for sure; of all " + of.path("pairs") + " pairs "
                + (of.has("rate") ? share(of) : "nothing can be said"));
    }

    private static String share(JsonNode of) {
        return String.format(
                Locale.ROOT,
                "%.0f %% (%.0f to %.0f %%)",
                100 * of.path("rate").asDouble(),
                100 * of.path("low").asDouble(),
                100 * of.path("high").asDouble());
    }
}
