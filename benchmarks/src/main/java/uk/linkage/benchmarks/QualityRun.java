package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.Hub;
import uk.linkage.LinkageRun;
import uk.linkage.Provider;
import uk.linkage.ScoredPairs;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.SealedReader;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Estimate;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.Truth;
import uk.linkage.testdata.Extract;
import uk.linkage.testdata.Synthetic;
import uk.linkage.testdata.Written;

/**
 * Links labelled sets from CSV to crosswalk by the library and tells how well and how fast.
 *
 * <pre>
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets essnet_uk --taps 10
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets febrl4 --agreement FILE
 * java -Dlinkage.datasets=DIR -cp benchmarks.jar uk.linkage.benchmarks.QualityRun --sets febrl4 --catalogue
 * </pre>
 *
 * <p>Precision, recall and F1 are those of the finished crosswalks at the agreement's own threshold. Beside them stand the
 * share of true pairs among the candidates, which bounds recall; the best F1 that any one threshold could have reached,
 * with each record in one pair at most (heaviest first) and with no such rule; and the mean probability of the links, which
 * is the precision that the engine itself expects. The secret is made from a seed, so that a run can be repeated.
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
        out.println("| set | records | candidates | candidate recall | links | precision | recall | F1"
                + " | best F1 one-to-one | best F1 all pairs | expected precision | seconds wall (CPU) |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (LabelledSet set : sets(folder)) {
            for (Map.Entry<String, Agreement> choice :
                    choices.agreements(set.profile()).entrySet()) {
                one(set, choice, Files.createTempDirectory(folder, "run"));
            }
        }
    }

    private List<LabelledSet> sets(Path folder) throws IOException {
        Path datasets = Path.of(System.getProperty("linkage.datasets", "datasets"));
        List<LabelledSet> sets = new ArrayList<>();
        for (String name : choices.text("sets")
                .orElse("febrl4,febrl4-no-number,essnet_uk,rehearsal")
                .split(",")) {
            sets.add(
                    switch (name) {
                        case "febrl4" -> LabelledSet.febrl4(datasets);
                        case "febrl4-no-number" -> LabelledSet.febrl4WithoutNumber(datasets);
                        case "essnet_uk" -> LabelledSet.essnet(datasets);
                        case "rehearsal" -> LabelledSet.rehearsal(population(folder));
                        default -> throw new IllegalArgumentException(name + " is not a labelled set");
                    });
        }
        return sets;
    }

    private Written population(Path folder) throws IOException {
        return new Synthetic(choices.number("people", 20_000), choices.number("seed", 2026))
                .writeTo(folder.resolve("population"));
    }

    private void one(LabelledSet set, Map.Entry<String, Agreement> choice, Path folder) throws IOException {
        Stages stages = new Stages();
        seal(set, choice.getValue(), folder);
        stages.lap("seal");
        LinkageRun run = link(set, folder);
        stages.addAll(run.record().path("stages"));
        String name = choice.getKey().isEmpty() ? set.name() : set.name() + ", " + choice.getKey();
        out.println(row(name, set, run, stages));
    }

    private static void seal(LabelledSet set, Agreement agreement, Path folder) throws IOException {
        for (Extract extract : set.extracts()) {
            Provider provider = new Provider(extract.provider(), agreement, Encoded.secret(1));
            provider.seal(
                    ExtractSource.of(extract.file()),
                    set.mapping(),
                    OptOuts.none(),
                    true,
                    folder.resolve(extract.provider() + ".sealed"));
        }
    }

    private static LinkageRun link(LabelledSet set, Path folder) throws IOException {
        List<SealedReader> files = new ArrayList<>();
        for (String provider : set.providers()) {
            files.add(SealedReader.open(folder.resolve(provider + ".sealed")));
        }
        return new Hub(new SplittableRandom(1)).link(files);
    }

    private static String row(String name, LabelledSet set, LinkageRun run, Stages stages) throws IOException {
        Truth truth = Truth.read(set.truth(), set.providers());
        Confusion found = Evaluation.of(run.crosswalks(), truth).pairwise();
        Labels labels = Labels.read(set.truth(), set.providers());
        Curve all = Curve.all(run.scored(), labels);
        return String.join(
                " | ",
                "| " + name,
                Long.toString(records(run)),
                Integer.toString(all.judged().size()),
                share(all.recall()),
                Long.toString(found.truePositives() + found.falsePositives()),
                share(found.precision()),
                share(found.recall()),
                share(found.f1()),
                share(Curve.oneToOne(run.scored(), labels).bestF1()),
                share(all.bestF1()),
                share(expectedPrecision(run.scored())),
                stages.text() + " |");
    }

    private static long records(LinkageRun run) {
        return run.crosswalks().stream()
                .mapToLong(crosswalk -> crosswalk.studyIds().size())
                .sum();
    }

    private static double expectedPrecision(List<ScoredPairs> scored) {
        return scored.stream()
                .flatMapToDouble(pairs ->
                        IntStream.range(0, pairs.size()).filter(pairs::accepted).mapToDouble(pairs::probability))
                .average()
                .orElse(0);
    }

    private static String share(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured ? share(measured.value()) : "undefined";
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
