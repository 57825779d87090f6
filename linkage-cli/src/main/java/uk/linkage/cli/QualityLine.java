package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the record of a run says of the quality of one pair of providers, in a line for people. */
final class QualityLine {
    private QualityLine() {}

    /** Such as {@code without a truth: precision 0.999 (0.998 to 1.000), recall undetermined: 12 links are too few to tell}. */
    static String of(JsonNode pair) {
        JsonNode estimate = pair.path("estimate");
        String measures = List.of("precision", "recall", "f1").stream()
                .map(name -> name.replace("f1", "F1") + " " + text(estimate.path(name)))
                .collect(Collectors.joining(", "));
        List<String> reasons = new ArrayList<>();
        estimate.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        String why = reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
        return "estimated without a truth, links from probability " + figure(pair.at("/thresholds/link")) + " up: "
                + measures + why;
    }

    private static String text(JsonNode measure) {
        return measure.isTextual()
                ? measure.asText()
                : figure(measure.path("value")) + " (" + figure(measure.path("low")) + " to "
                        + figure(measure.path("high")) + ")";
    }

    private static String figure(JsonNode number) {
        return String.format(Locale.ROOT, "%.3f", number.asDouble());
    }
}
