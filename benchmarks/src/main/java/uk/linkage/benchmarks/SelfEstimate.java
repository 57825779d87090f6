package uk.linkage.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run's own record says of its quality without any truth: {@code /pairs/N/estimate/precision} and {@code recall},
 * each with {@code value} and perhaps {@code low} and {@code high}, or a word such as {@code undetermined}.
 *
 * @param pairs the record of every two providers
 */
record SelfEstimate(JsonNode pairs) {

    /** Of a run. */
    static SelfEstimate of(JsonNode record) {
        return new SelfEstimate(record.path("pairs"));
    }

    /**
     * A measure for people to read: {@code 0.9931 (0.9900 to 0.9950)}; of more than two providers those of every two, with
     * slashes between; {@code -} where the record says nothing.
     */
    String text(String measure) {
        List<String> texts = new ArrayList<>();
        pairs.forEach(pair -> texts.add(text(pair.path("estimate").path(measure))));
        return texts.stream().allMatch("-"::equals) ? "-" : texts.stream().collect(Collectors.joining(" / "));
    }

    private static String text(JsonNode measure) {
        if (measure.isTextual()) {
            return measure.asText();
        }
        if (!measure.path("value").isNumber()) {
            return measure.path("value").asText("-");
        }
        String interval = measure.path("low").isNumber()
                ? " (" + share(measure.path("low")) + " to " + share(measure.path("high")) + ")"
                : "";
        return share(measure.path("value")) + interval;
    }

    private static String share(JsonNode number) {
        return String.format(Locale.ROOT, "%.4f", number.asDouble());
    }
}
