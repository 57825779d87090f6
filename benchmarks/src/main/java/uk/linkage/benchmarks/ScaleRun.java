package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.benchmarks.scale.Cost;
import uk.linkage.benchmarks.scale.Machine;
import uk.linkage.benchmarks.scale.Making;
import uk.linkage.benchmarks.scale.Measured;
import uk.linkage.benchmarks.scale.Place;
import uk.linkage.benchmarks.scale.ScaleChoices;
import uk.linkage.benchmarks.scale.ScaleTables;
import uk.linkage.benchmarks.scale.Stage;
import uk.linkage.benchmarks.scale.StageProcess;

/**
 * Links two providers of a size after another, from CSV to crosswalks and as a user would, and tells what each stage takes
 * and how that grows.
 *
 * <pre>
 * java -cp benchmarks.jar uk.linkage.benchmarks.ScaleRun --records 10000,100000,1000000
 * java -cp benchmarks.jar uk.linkage.benchmarks.ScaleRun --records 1000000 --work DIR --stages generate,seal
 * java -cp benchmarks.jar uk.linkage.benchmarks.ScaleRun --records 1000000 --work DIR --stages link --xmx 5g
 * </pre>
 *
 * <p>Each stage runs in a JVM of its own, so that memory and time of processors are its own. A stage that is named is done,
 * and with it all that comes after a stage done anew; what is not named is done only where its result is missing. Without
 * {@code --stages} linking is named. All choices are in {@link ScaleChoices}, the folders in {@link Place}.
 */
public final class ScaleRun {
    private final ScaleChoices choices;
    private final PrintStream out;
    private final StageProcess process;
    private final List<Measured> measured = new ArrayList<>();

    ScaleRun(ScaleChoices choices, PrintStream out) {
        this.choices = choices;
        this.out = out;
        process = new StageProcess(choices.options());
    }

    /** Links, measures and prints. */
    public static void main(String... arguments) throws IOException {
        ScaleChoices choices = ScaleChoices.of(arguments);
        Path folder = choices.work().isPresent() ? choices.work().get() : Files.createTempDirectory("linkage-scale");
        try {
            new ScaleRun(choices, System.out).all(folder);
        } finally {
            if (choices.work().isEmpty() && !choices.keep()) {
                PathUtils.deleteDirectory(folder);
            }
        }
    }

    void all(Path folder) throws IOException {
        out.println(Machine.text() + "; options " + String.join(" ", choices.options()) + "; files in " + folder);
        out.println("load average at the start " + Machine.load());
        for (int records : choices.sizes()) {
            one(choices.place(folder, records));
        }
        printLinkage();
        out.println("\nload average at the end " + Machine.load());
    }

    private void printLinkage() {
        if (!measured.isEmpty()) {
            out.println("\n" + ScaleTables.links(measured));
            out.println("\n" + ScaleTables.stages(measured));
        }
        if (measured.size() > 1) {
            out.println("\n" + ScaleTables.growth(measured));
        }
    }

    private void one(Place place) throws IOException {
        List<String> rows = new ArrayList<>();
        Optional<Cost> link = run(place, rows);
        if (Files.exists(place.made())) {
            out.println("\n" + ScaleTables.making(Making.read(place)));
        }
        out.println("\n" + ScaleTables.costHead());
        rows.forEach(out::println);
        if (link.isPresent()) {
            measured.add(Measured.of(place, link.get()));
        }
    }

    /** What linking took, where it was done and evaluated. */
    private Optional<Cost> run(Place place, List<String> rows) throws IOException {
        Map<Stage, Cost> done = new EnumMap<>(Stage.class);
        try {
            for (Stage stage : choices.upToLast()) {
                if (done.isEmpty() && isLeft(stage, place)) {
                    rows.add(ScaleTables.earlier(place.records(), stage, Cost.of(place, stage)));
                } else {
                    done.put(stage, process.run(stage, place));
                    rows.add(ScaleTables.cost(place.records(), stage.label(), done.get(stage)));
                }
            }
        } catch (StageProcess.Failed failure) {
            rows.add(ScaleTables.failed(place.records(), failure));
        }
        return done.containsKey(Stage.EVALUATE) ? Optional.ofNullable(done.get(Stage.LINK)) : Optional.empty();
    }

    /** Whether the result of a stage is there and will do. */
    private boolean isLeft(Stage stage, Place place) throws IOException {
        if (choices.stages().contains(stage) || !stage.isDone(place)) {
            return false;
        }
        stage.requireFits(place);
        return true;
    }
}
