package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.Hub;
import uk.linkage.LinkageRun;
import uk.linkage.Provider;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.InvalidAgreement;
import uk.linkage.benchmarks.sets.LabelledSet;
import uk.linkage.benchmarks.sets.LabelledSets;
import uk.linkage.benchmarks.sets.Material;
import uk.linkage.exchange.SealedReader;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.testdata.Extract;

/**
 * Links labelled sets from CSV to crosswalk by the library and tells how well and how fast.
 *
 * <pre>
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets all
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets cuts,essnet_uk --taps 10
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets febrl4 --agreement FILE
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets febrl4 --catalogue
 * </pre>
 *
 * <p>Precision, recall and F1 are those of the finished crosswalks at the agreement's own threshold; what stands beside them
 * is told in {@link Quality}. A second table tells them for every two providers of sets with more than two, and a third the F1 of
 * each set under each variant of the agreement where there are several. The secret and
 * all that is drawn come from seeds, so that a run can be repeated. A set that the library refuses to link gets a row that
 * says why.
 */
public final class QualityRun {
    private final Choices choices;
    private final PrintStream out;

    QualityRun(Choices choices, PrintStream out) {
        this.choices = choices;
        this.out = out;
    }

    /** Links, measures and prints. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("linkage-quality");
        try {
            new QualityRun(Choices.of(arguments), System.out).all(folder);
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    void all(Path folder) throws IOException {
        Material material = material(folder);
        List<QualityTable.Row> rows = new ArrayList<>();
        out.println(QualityTable.head());
        for (String name : LabelledSets.names(choices.text("sets").orElse("visible"))) {
            rows.addAll(measured(LabelledSets.make(name, material), folder));
        }
        printParts(rows);
        printVariants(rows);
    }

    private Material material(Path folder) throws IOException {
        return new Material(
                Path.of(System.getProperty("linkage.datasets", "datasets")),
                Files.createTempDirectory(folder, "sets"),
                choices.number("people", 20_000),
                choices.number("seed", 2026));
    }

    private List<QualityTable.Row> measured(LabelledSet set, Path folder) throws IOException {
        List<QualityTable.Row> rows = new ArrayList<>();
        try {
            for (Map.Entry<String, Agreement> choice :
                    choices.agreements(set.profile(Population.purpose())).entrySet()) {
                rows.add(one(set, choice, Files.createTempDirectory(folder, "run")));
                out.println(QualityTable.text(rows.get(rows.size() - 1)));
            }
        } catch (InvalidAgreement | ExtractFault refusal) {
            out.println(QualityTable.refused(set.name(), refusal.getMessage().replaceAll("\\s+", " ")));
        }
        return rows;
    }

    private QualityTable.Row one(LabelledSet set, Map.Entry<String, Agreement> choice, Path folder) throws IOException {
        Agreement agreement = choice.getValue();
        Stages stages = new Stages();
        seal(set, agreement, folder);
        stages.lap("seal");
        LinkageRun run = link(set, folder);
        stages.addAll(run.record().path("stages"));
        Quality quality = Quality.of(
                set, Clear.of(set, agreement), run, agreement.decide().link());
        return new QualityTable.Row(set.name(), choice.getKey(), quality, stages);
    }

    private static void seal(LabelledSet set, Agreement agreement, Path folder) throws IOException {
        for (Extract extract : set.extracts()) {
            Provider provider = new Provider(extract.provider(), agreement, Encoded.secret(1));
            provider.seal(
                    ExtractSource.of(extract.file()),
                    set.mapping(),
                    OptOuts.exempt("invented people"),
                    set.deduplicated(),
                    folder.resolve(extract.provider() + ".sealed"));
        }
    }

    private LinkageRun link(LabelledSet set, Path folder) throws IOException {
        List<SealedReader> files = new ArrayList<>();
        for (String provider : set.providers()) {
            files.add(SealedReader.open(folder.resolve(provider + ".sealed")));
        }
        return new Hub(new SplittableRandom(1), Ablation.of(choices).leftOut()).link(files);
    }

    private void printParts(List<QualityTable.Row> rows) {
        List<QualityTable.Row> many =
                rows.stream().filter(row -> row.quality().between().size() > 1).toList();
        if (!many.isEmpty()) {
            out.println();
            out.println(QualityTable.partsHead());
            many.forEach(row -> out.println(QualityTable.parts(row)));
        }
    }

    private void printVariants(List<QualityTable.Row> rows) {
        if (rows.stream().map(QualityTable.Row::variant).distinct().count() > 1) {
            out.println();
            out.println(QualityTable.variants(rows));
        }
    }
}
