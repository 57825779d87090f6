package uk.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import uk.linkage.agreement.CanonicalJson;

/** Who sees poorly can read the report: contrast as WCAG 2.1 asks for it, of text (1.4.3) and of what is drawn (1.4.11). */
class ReportContrastTest {
    private static final double TEXT = 4.5;
    private static final double DRAWN = 3;
    private static final String WHITE = "#ffffff";
    private static final String COLOUR = "(#[0-9a-f]{6})";
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");

    /** Marks that Vega-Lite draws at less than full strength where nothing is said. */
    private static final Set<String> FAINT = Set.of("point", "circle", "square", "tick");

    private static final double FAINTLY = 0.7;

    @Test
    void contrastIsMeasuredAsTheStandardDoes() {
        assertThat(contrast("#000000", WHITE)).isEqualTo(21);
        assertThat(contrast(WHITE, WHITE)).isEqualTo(1);
        assertThat(contrast("#767676", WHITE)).isBetween(4.54, 4.55);
        assertThat(contrast("#777777", WHITE)).isBetween(4.47, 4.48);
        assertThat(mixed("#000000", WHITE, 0.4)).isEqualTo("#999999");
    }

    @Test
    void allTextOfThePageStandsOutFromEveryBackground() {
        List<String> texts = found("(?<![-\\w])color: " + COLOUR);
        List<String> backgrounds = found("background: " + COLOUR);
        assertThat(texts).hasSizeGreaterThan(3);
        assertThat(backgrounds)
                .isNotEmpty()
                .allSatisfy(background -> assertThat(texts)
                        .allSatisfy(
                                text -> assertThat(contrast(text, background)).isGreaterThanOrEqualTo(TEXT)));
    }

    /** Lines between the rows of a table only adorn it. */
    @Test
    void framesRulesAndTheMarkOfTheKeyboardStandOut() {
        List<String> drawn = found("(?:outline|border|border-top|border-bottom): [23]px solid " + COLOUR);
        assertThat(drawn)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(line -> assertThat(contrast(line, WHITE)).isGreaterThanOrEqualTo(DRAWN));
    }

    @Test
    void allTextAndAxesOfChartsStandOut() throws Exception {
        for (JsonNode chart : charts()) {
            String background = chart.path("background").asText();
            for (String part : List.of("axis", "legend")) {
                JsonNode looks = chart.at("/config/" + part);
                assertThat(contrast(looks.path("labelColor").asText(), background))
                        .isGreaterThanOrEqualTo(TEXT);
                assertThat(contrast(looks.path("titleColor").asText(), background))
                        .isGreaterThanOrEqualTo(TEXT);
            }
            JsonNode axis = chart.at("/config/axis");
            assertThat(contrast(axis.path("domainColor").asText(), background)).isGreaterThanOrEqualTo(DRAWN);
            assertThat(contrast(axis.path("tickColor").asText(), background)).isGreaterThanOrEqualTo(DRAWN);
        }
    }

    @Test
    void allThatIsDrawnStandsOutFaintOrNot() throws Exception {
        for (JsonNode chart : charts()) {
            for (JsonNode unit : units(chart)) {
                if (type(unit).equals("area")) {
                    continue;
                }
                double least = type(unit).equals("text") ? TEXT : DRAWN;
                List<String> colours = colours(unit);
                assertThat(colours.isEmpty() && !unit.at("/encoding/color").has("field"))
                        .as("a colour of Vega's own choice: %s", unit)
                        .isFalse();
                assertThat(colours)
                        .as("%s", unit)
                        .allSatisfy(colour -> assertThat(contrast(mixed(colour, WHITE, strength(unit)), WHITE))
                                .isGreaterThanOrEqualTo(least));
            }
        }
    }

    @Test
    void anAreaMayBeFaintWhereLinesAreItsEdges() throws Exception {
        for (JsonNode chart : charts()) {
            for (JsonNode unit : units(chart)) {
                if (type(unit).equals("area")) {
                    assertThat(linesOf(chart))
                            .contains(
                                    unit.at("/encoding/y/field").asText(),
                                    unit.at("/encoding/y2/field").asText());
                }
            }
        }
    }

    @Test
    void whatAColourSaysAnotherMarkSaysToo() throws Exception {
        for (JsonNode chart : charts()) {
            for (JsonNode unit : units(chart)) {
                boolean byColour = unit.at("/encoding/color").has("field");
                boolean otherwise = unit.path("encoding").has("shape")
                        || unit.path("encoding").has("strokeDash");
                assertThat(byColour && FAINT.contains(type(unit)) && !otherwise)
                        .as("%s", unit)
                        .isFalse();
            }
        }
    }

    private static List<JsonNode> charts() throws Exception {
        List<JsonNode> charts = new ArrayList<>();
        String html = LinkageReport.of(LinkageReportTest.run(100)).html();
        for (Element script : PageParts.elements(PageParts.parsed(html), "//script[@type='application/json']")) {
            charts.add(CanonicalJson.parse(script.getTextContent().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(charts).hasSizeGreaterThanOrEqualTo(8);
        return charts;
    }

    /** Its layers, or itself where it has none. */
    private static List<JsonNode> units(JsonNode chart) {
        return chart.has("layer")
                ? StreamSupport.stream(chart.path("layer").spliterator(), false).toList()
                : List.of(chart);
    }

    private static List<String> linesOf(JsonNode chart) {
        return units(chart).stream()
                .filter(unit -> type(unit).equals("line"))
                .map(unit -> unit.at("/encoding/y/field").asText())
                .toList();
    }

    private static String type(JsonNode unit) {
        return unit.at("/mark/type").asText(unit.path("mark").asText());
    }

    private static double strength(JsonNode unit) {
        return unit.at("/mark/opacity").asDouble(FAINT.contains(type(unit)) ? FAINTLY : 1);
    }

    private static List<String> colours(JsonNode unit) {
        Stream<String> own = Stream.of(unit.at("/mark/color").asText());
        Stream<String> encoded = StreamSupport.stream(
                        unit.at("/encoding/color/scale/range").spliterator(), false)
                .map(JsonNode::asText);
        return Stream.concat(own, encoded).filter(text -> text.matches(COLOUR)).toList();
    }

    private static List<String> found(String pattern) {
        String style = STYLE.matcher(
                        LinkageReport.of(LinkageReportTest.run(100)).html())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        return Pattern.compile(pattern)
                .matcher(style)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The contrast ratio of two colours, 1 to 21: WCAG 2.1, "contrast ratio". */
    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** WCAG 2.1, "relative luminance". */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(part(colour, i) / 255.0))
                .sum();
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String mixed(String colour, String background, double strength) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            long part = Math.round(strength * part(colour, i) + (1 - strength) * part(background, i));
            mixed.append(String.format("%02x", part));
        }
        return mixed.toString();
    }

    private static int part(String colour, int i) {
        return Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16);
    }
}
