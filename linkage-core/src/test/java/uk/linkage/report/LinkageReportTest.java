package uk.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.linkage.report.PageParts.elements;
import static uk.linkage.report.PageParts.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uk.linkage.agreement.CanonicalJson;

/** What every report keeps to, of a run made up here. */
class LinkageReportTest {
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");

    /** A run of two providers, the second without records; all other counts are this one. */
    static ObjectNode run(long count) {
        ObjectNode run = CanonicalJson.object();
        run.put("project", "study").put("tool", "1").put("fingerprint", "f").put("key_check", "c");
        for (String provider : List.of("gp", "hospital")) {
            ObjectNode input = run.withArray("inputs").addObject().put("provider", provider);
            for (String name :
                    List.of("rows_read", "rows_opted_out", "rows_rejected", "records", "linked", "faulty_values")) {
                input.put(name, provider.equals("gp") ? count : 0);
            }
            input.withArray("fields")
                    .addObject()
                    .put("name", "surname")
                    .put("records", count)
                    .put("linked", count);
            input.withArray("by_missing_fields")
                    .addObject()
                    .put("missing", 0)
                    .put("records", count)
                    .put("linked", count);
        }
        pair(run.withArray("pairs").addObject().put("left", "gp").put("right", "hospital"), count);
        ObjectNode people = run.putObject("people").put("count", count);
        people.withObject("/by_records").put("1", count).put("2", count);
        people.withArray("by_providers")
                .addObject()
                .put("people", count)
                .withArray("providers")
                .add("gp");
        return run;
    }

    private static void pair(ObjectNode pair, long count) {
        pair.put("candidates", count).putObject("decisions").put("match", count).put("potential_match", count);
        pair.putObject("thresholds").put("link", 0.5).put("review", 0.25);
        pair.withArray("rules")
                .addObject()
                .put("name", "key")
                .put("found", count)
                .put("passed_over", count);
        pair.withArray("weights").addObject().put("from", 3).put("match", count).put("no_match", count);
        ObjectNode comparison =
                pair.withObject("/model").withArray("comparisons").addObject().put("name", "surname");
        comparison
                .withArray("levels")
                .addObject()
                .put("name", "same")
                .put("m", 0.9)
                .put("u", 0.1)
                .put("weight", 3.17);
        ObjectNode pattern =
                pair.withArray("patterns").addObject().put("decision", "match").put("pairs", count);
        pattern.put("log_odds", 3.17).putObject("levels").put("surname", "same");
        ObjectNode at =
                pair.withArray("at_thresholds").addObject().put("link", 0.5).put("log_odds", 0);
        at.put("links", count)
                .putObject("precision")
                .put("value", 0.99)
                .put("low", 0.98)
                .put("high", 1);
        at.put("recall", "undetermined");
        pair.putObject("estimate")
                .put("precision", "undetermined")
                .withArray("reasons")
                .add("too few");
    }

    /** This report, and that of a run measured against a truth, which is made of the same parts. */
    private static List<String> pages() {
        return List.of(LinkageReport.of(run(100)).html(), EvaluationReportTest.page(100));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headingsAreInOrderAndThePageSaysItsLanguage(String html) throws Exception {
        Document page = parsed(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
        int last = 0;
        for (Element heading : elements(page, "//h1|//h2|//h3|//h4|//h5|//h6")) {
            int level = Integer.parseInt(heading.getTagName().substring(1));
            assertThat(level).as(heading.getTextContent()).isBetween(1, last + 1);
            last = level;
        }
        assertThat(elements(page, "//h1")).hasSize(1);
        assertThat(elements(page, "//h2").size())
                .isEqualTo(elements(page, "//nav//a").size());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyChartHasWordsATableAndASpecification(String html) throws Exception {
        Document page = parsed(html);
        List<Element> charts = elements(page, "//div[@class='chart']");
        assertThat(charts).hasSizeGreaterThanOrEqualTo(4);
        for (Element chart : charts) {
            assertThat(chart.getAttribute("role")).isEqualTo("img");
            assertThat(chart.getAttribute("aria-label")).hasSizeGreaterThan(40);
            assertThat(((Element) chart.getNextSibling()).getAttribute("type")).isEqualTo("application/json");
            Element figure = (Element) chart.getParentNode();
            assertThat(figure.getTagName()).isEqualTo("figure");
            assertThat(figure.getElementsByTagName("figcaption").getLength()).isEqualTo(1);
            assertThat(figure.getElementsByTagName("tbody")
                            .item(0)
                            .getChildNodes()
                            .getLength())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTableHasACaptionAndHeadings(String html) throws Exception {
        Document page = parsed(html);
        for (Element table : elements(page, "//table")) {
            assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
        }
        assertThat(elements(page, "//thead//th[not(@scope='col')]|//tbody/tr[not(th[@scope='row'])]"))
                .isEmpty();
        assertThat(elements(page, "//div[@class='table'][not(@tabindex)]")).isEmpty();
    }

    @Test
    void aKeyboardComesToTheContentFirstAndIsSeenEverywhere() throws Exception {
        String html = LinkageReport.of(run(100)).html();
        Document page = parsed(html);
        Element first =
                elements(page, "//body//*[@href or @tabindex or self::summary]").get(0);
        assertThat(first.getAttribute("class")).isEqualTo("skip");
        Element content = elements(
                        page, "//*[@id='" + first.getAttribute("href").substring(1) + "']")
                .get(0);
        assertThat(content.getTagName()).isEqualTo("main");
        assertThat(elements(page, "//nav[@aria-label]")).hasSize(1);
        assertThat(elements(page, "//*[@tabindex][@tabindex!='0']")).isEmpty();
        String focused = STYLE.matcher(html)
                .results()
                .flatMap(style -> style.group(1).lines())
                .filter(rule -> rule.contains(":focus-visible") && rule.contains("outline: 3px"))
                .findFirst()
                .orElseThrow();
        assertThat(focused).contains("a:", "summary:", ".table:", ".chart:", "pre:");
    }

    @Test
    void everyRegionHasAName() throws Exception {
        Document page = parsed(LinkageReport.of(run(100)).html());
        for (Element section : elements(page, "//section")) {
            assertThat(elements(page, "//h2[@id='" + section.getAttribute("aria-labelledby") + "']"))
                    .hasSize(1);
        }
        assertThat(elements(
                        page,
                        "//*[@role='region'][not(@aria-label)]|//figure[not(figcaption)]|//details[not(summary)]"))
                .isEmpty();
        assertThat(elements(page, "//*[@id]").stream().map(element -> element.getAttribute("id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void onPaperNothingIsFoldedCutOrLeftAloneAtTheFootOfAPage() {
        String style = STYLE.matcher(LinkageReport.of(run(100)).html())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        String print = style.substring(style.indexOf("@media print"), style.indexOf("@page"));
        assertThat(print)
                .contains("nav, .skip, .licences { display: none; }")
                .contains("h2, h3, .asked, figcaption, caption, summary { break-after: avoid; }")
                .contains("figure > .chart, .box, tr { break-inside: avoid; }")
                .contains("thead { display: table-header-group; }")
                .contains(".chart svg { max-height: 235mm; }")
                .contains("details:not(.licences)::details-content");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsLoadedFromElsewhere(String html) throws Exception {
        Document page = parsed(html);
        assertThat(elements(page, "//*[@src]|//link|//iframe|//img|//object|//embed|//form|//base"))
                .isEmpty();
        for (Element link : elements(page, "//*[@href]")) {
            assertThat(link.getAttribute("href")).startsWith("#");
            assertThat(elements(page, "//*[@id='" + link.getAttribute("href").substring(1) + "']"))
                    .hasSize(1);
        }
        assertThat(STYLE.matcher(html).results().map(style -> style.group(1)))
                .noneMatch(style -> style.contains("url(") || style.contains("@import"));
        assertThat(html).doesNotContain("sourceMappingURL");
        assertThat(elements(page, "//@style|//*[starts-with(name(@*), 'on')]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePolicyAllowsTheScriptsAndTheStyleOfThePageAndNothingElse(String html) throws Exception {
        String policy = elements(parsed(html), "//meta[@http-equiv='Content-Security-Policy']")
                .get(0)
                .getAttribute("content");
        List<String> scripts = PageParts.SCRIPT
                .matcher(html)
                .results()
                .map(LinkageReportTest::digest)
                .toList();
        String style = STYLE.matcher(html)
                .results()
                .map(LinkageReportTest::digest)
                .toList()
                .get(0);
        assertThat(scripts).hasSize(4);
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src " + String.join(" ", scripts) + "; style-src " + style
                        + "; img-src data:; base-uri 'none'; form-action 'none'");
    }

    private static String digest(MatchResult part) {
        return "'sha256-"
                + Base64.getEncoder().encodeToString(sha256(part.group(1).getBytes(StandardCharsets.UTF_8))) + "'";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void smallCountsAreNotShownAnywhere() throws Exception {
        for (long count = 1; count <= 7; count++) {
            assertThat(shown(count)).as("all counts are " + count).isEqualTo(shown(1));
        }
        assertThat(shown(1)).contains("*").doesNotContain("100.0 %");
        assertThat(shown(8)).contains("10").isNotEqualTo(shown(1));
    }

    /** The page without what is the same on every page. */
    private static String shown(long count) {
        String html = LinkageReport.of(run(count)).html();
        return html.substring(html.indexOf("<body>"), html.indexOf("<script>"));
    }

    @Test
    void countsThatRoundToTheSameLookTheSame() {
        assertThat(shown(98)).isEqualTo(shown(102));
    }

    @Test
    void whatStandsInARecordCannotBecomeMarkup() throws Exception {
        String evil = "</script><script>alert(1)</script><img src=x onerror='alert(1)'>\"&";
        ObjectNode run = replaced(run(100), evil);
        String html = LinkageReport.of(run).html();
        assertThat(html).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(PageParts.SCRIPT.matcher(html).results()).hasSize(4);
        assertThat(elements(parsed(html), "//script[@type='application/json']"))
                .isNotEmpty()
                .anyMatch(spec -> spec.getTextContent().contains("\\u003c/script>"));
    }

    /** The same with every text replaced, and every name of a pattern's levels. */
    private static ObjectNode replaced(ObjectNode node, String text) {
        for (String name : names(node)) {
            JsonNode value = node.get(name);
            if (value.isTextual() && !name.equals("decision")) {
                node.put(name, text);
            } else if (value instanceof ObjectNode object) {
                replaced(object, text);
            } else if (value instanceof ArrayNode array) {
                replaced(array, text);
            }
        }
        return node;
    }

    private static void replaced(ArrayNode array, String text) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof ObjectNode object) {
                replaced(object, text);
            } else {
                array.set(i, text);
            }
        }
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theSameRecordGivesTheSamePage() throws IOException {
        ObjectNode run = run(1234);
        JsonNode again = CanonicalJson.parse(CanonicalJson.pretty(run).getBytes(StandardCharsets.UTF_8));
        assertThat(LinkageReport.of(again).html())
                .isEqualTo(LinkageReport.of(run).html());
    }

    @Test
    void aRecordThatTellsLittleHasAReportToo() throws Exception {
        ObjectNode little = CanonicalJson.object().put("project", "study");
        little.withArray("inputs").addObject().put("provider", "gp");
        little.withArray("pairs").addObject().put("left", "gp").put("right", "gp");
        assertThat(elements(parsed(LinkageReport.of(little).html()), "//h2")).hasSizeGreaterThan(10);
    }

    @Test
    void theLibrariesAreThoseThatTheirProvenanceNames() throws IOException {
        String provenance = text("VEGA.txt");
        for (String file : List.of("vega.min.js", "vega-lite.min.js", "vega-embed.min.js")) {
            String sum = java.util.HexFormat.of().formatHex(sha256(bytes(file)));
            assertThat(provenance.lines().filter(line -> line.startsWith(file)))
                    .singleElement()
                    .asString()
                    .endsWith(sum);
        }
    }

    private static String text(String resource) throws IOException {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (var in = LinkageReport.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }
}
