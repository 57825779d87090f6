package uk.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import uk.linkage.quality.BCubed;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.CauseCount;
import uk.linkage.quality.ClusterQuality;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Curve;
import uk.linkage.quality.DesignEffects;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.GroupQuality;
import uk.linkage.quality.Grouping;
import uk.linkage.quality.ProviderPair;
import uk.linkage.quality.RecordMean;
import uk.linkage.quality.SmallNumbers;
import uk.linkage.quality.Truth;
import uk.linkage.quality.TruthCounts;

/** The page of a measured run; what holds for every page is in {@link LinkageReportTest}. */
class EvaluationReportTest {

    /** All counts are this one. */
    static String page(long count) {
        return report(count, "women", SmallNumbers.SUPPRESSED).html();
    }

    private static EvaluationReport report(long count, String name, SmallNumbers numbers) {
        Confusion pairs = new Confusion(count, count, count, new DesignEffects(1.2, 1.3, 1.4));
        Evaluation evaluation = new Evaluation(
                pairs,
                new ClusterQuality(
                        pairs, new BCubed(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty())),
                List.of(new ProviderPair("gp", "hospital", pairs), new ProviderPair("gp", "gp", pairs)),
                new TruthCounts(Truth.Form.PEOPLE, count, count, count, count, count, count));
        return new EvaluationReport(
                name,
                evaluation,
                Optional.of(curve(pairs, count)),
                Optional.of(breakdown(pairs, count, name)),
                numbers);
    }

    private static Curve curve(Confusion pairs, long count) {
        Curve.Point one = new Curve.Point(0.2, -2, pairs);
        return new Curve(
                count,
                List.of(one, new Curve.Point(0.8, 2, pairs)),
                Optional.of(one),
                pairs,
                List.of(new Curve.Line("gp", "hospital", 0.8)),
                OptionalDouble.of(0.9));
    }

    private static Breakdown breakdown(Confusion pairs, long count, String name) {
        RecordMean mean = new RecordMean(count, count, 0.5);
        Grouping grouping = new Grouping(name, List.of(new GroupQuality(name, pairs, count, 2 * count, mean, mean)));
        List<CauseCount> causes = List.of(new CauseCount(List.of(name), 2 * count, count, count, 1.1));
        return new Breakdown(List.of(grouping), causes, causes, count, Optional.of(count));
    }

    @Test
    void everyPartOfAMeasuredRunIsTold() throws Exception {
        String html = report(1000, "women", SmallNumbers.EXACT).html();
        assertThat(PageParts.elements(PageParts.parsed(html), "//section")).hasSize(4);
        assertThat(PageParts.elements(PageParts.parsed(html), "//div[@class='chart']"))
                .hasSize(4);
        assertThat(html)
                .contains("Average precision is 0.900", "F1 is best at a weight of -2.00 bits", "within gp")
                .contains("By women", "B-cubed F1", "of people of one household: 1,000")
                .contains("0.5000 (0.4", "for those who may see the records");
    }

    @Test
    void smallCountsAreNotShownAnywhere() {
        for (long count = 1; count <= 3; count++) {
            assertThat(shown(count)).as("all counts are " + count).isEqualTo(shown(1));
        }
        assertThat(shown(1)).contains("*").doesNotContain("0.5000");
        assertThat(shown(99)).isEqualTo(shown(101)).contains("0.5000").isNotEqualTo(shown(1));
    }

    @Test
    void whatCountsHideIsDrawnAsABound() {
        Confusion few = new Confusion(1000, 3, 3, DesignEffects.NONE);
        String html = new EvaluationReport(
                        "study",
                        new Evaluation(
                                few,
                                new ClusterQuality(
                                        few,
                                        new BCubed(
                                                OptionalDouble.empty(),
                                                OptionalDouble.empty(),
                                                OptionalDouble.empty())),
                                List.of(),
                                new TruthCounts(Truth.Form.PEOPLE, 0, 0, 0, 0, 0, 0)),
                        Optional.of(curve(few, 1006)),
                        Optional.empty(),
                        SmallNumbers.SUPPRESSED)
                .html();
        assertThat(html)
                .contains("at least 0.9930", "\"is\":\"bound, as counts are not told\"")
                .doesNotContain("0.9970");
    }

    /** The page without what is the same on every page. */
    private static String shown(long count) {
        String html = page(count);
        return html.substring(html.indexOf("<body>"), html.indexOf("<script>"));
    }

    @Test
    void aRunOfWhichLittleIsKnownHasAPageWithoutScripts() throws Exception {
        EvaluationReport whole = report(100, "women", SmallNumbers.EXACT);
        EvaluationReport little = new EvaluationReport(
                "study", whole.evaluation(), Optional.empty(), Optional.empty(), SmallNumbers.EXACT);
        assertThat(little.html()).contains("script-src 'none'").doesNotContain("<script");
        assertThat(PageParts.elements(PageParts.parsed(little.html()), "//section"))
                .hasSize(1);
    }

    @Test
    void namesCannotBecomeMarkup() throws Exception {
        String html = report(100, "</script><script>alert(1)</script><img src=x>\"&", SmallNumbers.EXACT)
                .html();
        assertThat(html).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(PageParts.SCRIPT.matcher(html).results()).hasSize(4);
    }
}
