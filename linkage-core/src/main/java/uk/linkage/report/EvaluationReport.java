package uk.linkage.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.file.WholeFile;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.Curve;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.SmallNumbers;

/**
 * A run measured against the truth, told on one page like {@link LinkageReport}: how right it is, what other thresholds would have done,
 * for whom it works less well, and why. Nobody is in it, it loads nothing, every chart has its words and its table, and the same
 * figures give the same bytes.
 *
 * <pre>{@code
 * new EvaluationReport("stroke", evaluation, run.curve(truth), Optional.of(breakdown), SmallNumbers.SUPPRESSED).write(file);
 * }</pre>
 *
 * @param project of the run
 * @param curve nothing where the run kept no scores
 * @param breakdown nothing where neither groups nor causes are known
 * @param numbers what may be said of counts, which holds for the whole page
 */
public record EvaluationReport(
        String project,
        Evaluation evaluation,
        Optional<Curve> curve,
        Optional<Breakdown> breakdown,
        SmallNumbers numbers) {
    /** Its name where it lies in the folder of a run. */
    public static final String FILE = "evaluation.html";

    /** The page. */
    public String html() {
        Page page = new Page("Linkage evaluation: " + project, sections());
        return curve.isPresent() || breakdown.isPresent() ? page.withCharts() : page.withoutScripts();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new MeasuredSection(numbers).of(evaluation));
        curve.ifPresent(drawn -> sections.add(new CurveSection(numbers).of(drawn)));
        breakdown.ifPresent(parts -> {
            sections.add(new GroupsSection(numbers).of(parts));
            sections.add(new CausesSection(numbers).of(parts));
        });
        return sections;
    }

    /**
     * Writes it, wholly or not at all.
     *
     * @throws IOException where that cannot be done
     */
    public void write(Path file) throws IOException {
        byte[] bytes = html().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }
}
