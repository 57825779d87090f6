package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** By which rules pairs were found that were then compared. */
final class SearchSection {
    private SearchSection() {}

    static Section of(JsonNode run) {
        return new Section(
                "search",
                "How pairs were found",
                "RECORD 12.3, GUILD step 2 and the QAFDL (parameters)",
                List.of(
                        Html.of(
                                "p",
                                "Not every record is compared with every other: a pair is looked at where a match key agrees exactly or"
                                        + " where codes are near. A rule passes pairs over where so many records share one value that"
                                        + " they are left to the other rules."),
                        Html.all(Pairs.each(run, pair -> table(pair).html()))));
    }

    private static Table table(JsonNode pair) {
        Table table = new Table(
                "Rules and the pairs they found: " + Pairs.name(pair),
                "Rule",
                "Pairs found",
                "Pairs passed over",
                "Search",
                "Share found of near pairs in a sample");
        pair.path("rules")
                .forEach(rule -> table.row(
                        rule.path("name").asText(),
                        SmallNumbers.text(rule.path("found").asLong()),
                        SmallNumbers.text(rule.path("passed_over").asLong()),
                        rule.has("search") ? "codes, " + rule.path("search").asText() : "match key",
                        recall(rule)));
        return table;
    }

    private static String recall(JsonNode rule) {
        return rule.at("/recall/value").isNumber() ? Figures.share(rule.at("/recall/value")) : "–";
    }
}
