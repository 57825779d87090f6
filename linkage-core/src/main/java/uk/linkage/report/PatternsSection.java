package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What pairs look like most often, and how the weight of a typical one comes about. */
final class PatternsSection {
    private static final String WATERFALL = """
            {"height": {"step": 20}, "layer": [
              {"mark": "bar",
               "encoding": {
                 "y": {"field": "part", "type": "nominal", "sort": null, "title": null},
                 "x": {"field": "from", "type": "quantitative", "title": "bits for one person, added up from above"},
                 "x2": {"field": "to"},
                 "color": {"field": "sign", "type": "nominal", "title": null,
                   "scale": {"domain": ["speaks for one person", "speaks against", "sum"],
                             "range": ["#00527a", "#b35806", "#1c1c1c"]}}}},
              {"mark": {"type": "text", "align": "left", "dx": 4, "color": "#1c1c1c"},
               "encoding": {"y": {"field": "part", "type": "nominal", "sort": null},
                            "x": {"field": "end", "type": "quantitative"}, "text": {"field": "bits"}}}]}
            """;

    private PatternsSection() {}

    static Section of(JsonNode run) {
        return new Section(
                "patterns",
                "Agreement patterns",
                "the QAFDL (agreement patterns)",
                List.of(
                        Html.of(
                                "p",
                                "A pattern is a level for each comparison. Listed are the commonest among pairs of each decision, by"
                                        + " their likeliest levels, where they have 8 pairs or more. For the commonest of each"
                                        + " decision a chart adds up what its weight is made of."),
                        Html.all(Pairs.each(run, pair -> told(run, pair)))));
    }

    private static Html told(JsonNode run, JsonNode pair) {
        List<JsonNode> shown = StreamSupport.stream(pair.path("patterns").spliterator(), false)
                .filter(pattern ->
                        SmallNumbers.of(pattern.path("pairs").asLong()).isPresent())
                .toList();
        if (shown.isEmpty()) {
            return Html.of("p", "No pattern has 8 pairs or more.");
        }
        List<Html> parts = new ArrayList<>(List.of(table(pair, shown).html()));
        if (Pairs.of(run).size() <= Pairs.MOST_CHARTED) {
            Pairs.ORDER.forEach(decision -> shown.stream()
                    .filter(pattern -> pattern.path("decision").asText().equals(decision))
                    .findFirst()
                    .ifPresent(pattern -> parts.add(waterfall(pair, pattern))));
        }
        return Html.all(parts);
    }

    private static Table table(JsonNode pair, List<JsonNode> patterns) {
        Table table = new Table(
                "Commonest agreement patterns: " + Pairs.name(pair), "Decision", "Pairs", "Weight in bits", "Levels");
        patterns.forEach(pattern -> table.row(
                Pairs.DECISIONS.getOrDefault(pattern.path("decision").asText(), ""),
                SmallNumbers.text(pattern.path("pairs").asLong()),
                Figures.bits(pattern.path("log_odds").asDouble()),
                levels(pattern)));
        return table;
    }

    private static String levels(JsonNode pattern) {
        List<String> levels = new ArrayList<>();
        pattern.path("levels").properties().forEach(level -> {
            if (!level.getValue().asText().equals("missing")) {
                levels.add(level.getKey() + ": " + level.getValue().asText());
            }
        });
        return String.join("; ", levels);
    }

    private static Html waterfall(JsonNode pair, JsonNode pattern) {
        String caption = "What a typical pair that is "
                + Pairs.DECISIONS.getOrDefault(pattern.path("decision").asText(), "") + " weighs: " + Pairs.name(pair);
        Table table = new Table(caption, "Part", "Bits", "Sum so far");
        Chart chart = new Chart(WATERFALL);
        double sum = 0;
        for (Part part : parts(pair, pattern)) {
            row(
                    chart,
                    part.name(),
                    sum,
                    sum + part.bits(),
                    part.bits() < 0 ? "speaks against" : "speaks for one person");
            sum += part.bits();
            table.row(part.name(), Figures.bits(part.bits()), Figures.bits(sum));
        }
        row(chart, "match weight", 0, sum, "sum");
        return chart.figure(
                caption,
                "The parts add up to " + Figures.bits(sum) + " bits. "
                        + SmallNumbers.text(pattern.path("pairs").asLong()) + " pairs look like this.",
                table);
    }

    private static void row(Chart chart, String part, double from, double to, String sign) {
        chart.row()
                .put("part", part)
                .put("from", Figures.rounded(from))
                .put("to", Figures.rounded(to))
                .put("end", Figures.rounded(Math.max(from, to)))
                .put("bits", Figures.bits(to - from))
                .put("sign", sign);
    }

    private record Part(String name, double bits) {}

    private static List<Part> parts(JsonNode pair, JsonNode pattern) {
        Map<String, Double> weights = weights(pair);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("share of one person's among pairs without rivals", bits(pattern, "prior")));
        pattern.path("levels").properties().forEach(level -> {
            String name = level.getKey() + ": " + level.getValue().asText();
            if (weights.containsKey(name)) {
                parts.add(new Part(name, weights.get(name)));
            }
        });
        parts.add(new Part("that these levels go together", bits(pattern, "dependence")));
        parts.add(new Part("what noise leaves open", bits(pattern, "openness")));
        parts.add(new Part("how rare what agrees is", bits(pattern, "rarity")));
        return parts;
    }

    private static double bits(JsonNode pattern, String name) {
        return pattern.path(name).asDouble();
    }

    private static Map<String, Double> weights(JsonNode pair) {
        Map<String, Double> weights = new HashMap<>();
        pair.at("/model/comparisons")
                .forEach(comparison -> comparison
                        .path("levels")
                        .forEach(level -> weights.put(
                                comparison.path("name").asText() + ": "
                                        + level.path("name").asText(),
                                level.path("weight").asDouble())));
        return weights;
    }
}
