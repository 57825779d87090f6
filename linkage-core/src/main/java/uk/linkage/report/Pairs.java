package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every two providers have of their own in a run, each under a heading of its own. */
final class Pairs {
    /** More charts of one sort would be too many to look at; the tables are there for all. */
    static final int MOST_CHARTED = 6;

    /** Decisions in words, the surest first. */
    static final Map<String, String> DECISIONS = Map.of(
            "match", "linked",
            "many_match", "rivals that could not be told apart",
            "potential_match", "in doubt",
            "no_match", "not linked");

    /** Their names in run.json, the surest first. */
    static final List<String> ORDER = List.of("match", "many_match", "potential_match", "no_match");

    private Pairs() {}

    /** The pairs of a run. */
    static List<JsonNode> of(JsonNode run) {
        List<JsonNode> pairs = new ArrayList<>();
        run.path("pairs").forEach(pairs::add);
        return pairs;
    }

    /** {@code within gp}, or {@code gp and hospital}. */
    static String name(JsonNode pair) {
        String left = pair.path("left").asText();
        String right = pair.path("right").asText();
        return left.equals(right) ? "within " + left : left + " and " + right;
    }

    /** Something of each, under its name. */
    static List<Html> each(JsonNode run, Function<JsonNode, Html> told) {
        return of(run).stream()
                .map(pair -> Html.all(Html.heading(3, name(pair)), told.apply(pair)))
                .toList();
    }

    /** A figure of each, or its table alone where there are too many. */
    static List<Html> figures(JsonNode run, Function<JsonNode, Html> figure, Function<JsonNode, Table> table) {
        return of(run).size() <= MOST_CHARTED
                ? each(run, figure)
                : each(run, pair -> table.apply(pair).html());
    }
}
