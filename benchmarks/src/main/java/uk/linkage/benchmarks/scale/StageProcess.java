package uk.linkage.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs stages in JVMs of their own, of the same Java and class path as this one.
 *
 * <pre>{@code
 * Cost cost = new StageProcess(List.of("-Xmx5g")).run(Stage.LINK, place);
 * }</pre>
 *
 * @param options of the JVM
 */
public record StageProcess(List<String> options) {
    public StageProcess {
        options = List.copyOf(options);
    }

    /** A stage's process that did not end well; what it said is on the standard error. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        private final Stage stage;

        Failed(Stage stage, int exit) {
            super(stage.label() + " ended with exit code " + exit + (exit == OUT_OF_MEMORY ? ": out of memory" : ""));
            this.stage = stage;
        }

        Stage stage() {
            return stage;
        }
    }

    private static final int OUT_OF_MEMORY = 3;

    /**
     * Runs a stage to its end.
     *
     * @throws Failed where it came to none
     */
    public Cost run(Stage stage, Place place) throws IOException, Failed {
        Files.deleteIfExists(place.cost(stage));
        Process process = new ProcessBuilder(command(stage, place)).inheritIO().start();
        int exit = ended(process);
        if (exit != 0) {
            throw new Failed(stage, exit);
        }
        return Cost.read(place.cost(stage));
    }

    private List<String> command(Stage stage, Place place) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StageProcess.class.getName()));
        command.addAll(List.of(stage.name(), place.work().toString(), Integer.toString(place.records())));
        command.addAll(List.of(
                Integer.toString(place.shared()), Long.toString(place.seed()), Boolean.toString(place.number())));
        return command;
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The child: STAGE WORK RECORDS SHARED SEED NUMBER. */
    public static void main(String... arguments) throws IOException {
        Place place = new Place(
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4]),
                Boolean.parseBoolean(arguments[5]));
        Stage stage = Stage.valueOf(arguments[0]);
        long started = System.nanoTime();
        long records = stage.run(place);
        Cost.ofThisProcess(records, started).write(place.cost(stage));
    }
}
