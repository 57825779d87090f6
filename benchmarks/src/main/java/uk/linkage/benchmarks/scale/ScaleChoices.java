package uk.linkage.benchmarks.scale;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was said on the command line of a run at scale.
 *
 * @param sizes records on each side, one after another
 * @param work where files lie; nothing for a folder of the run's own
 * @param keep whether a folder of the run's own is left
 * @param number whether the agreement has the NHS Number
 * @param overlap of the records of each side, the share whose people are on the other side too
 * @param seed where people come from
 * @param stages what is to be done even where its result is there
 * @param options of the stages' JVMs
 */
public record ScaleChoices(
        List<Integer> sizes,
        Optional<Path> work,
        boolean keep,
        boolean number,
        double overlap,
        long seed,
        Set<Stage> stages,
        List<String> options) {
    public ScaleChoices {
        sizes = List.copyOf(sizes);
        stages = Set.copyOf(stages);
        options = List.copyOf(options);
    }

    /** @throws IllegalArgumentException where there is no such choice, or its value is missing or out of bounds */
    public static ScaleChoices of(String... arguments) {
        return new Reading(List.of(arguments).iterator()).choices();
    }

    /** What is to be linked at one size. */
    public Place place(Path folder, int records) {
        return new Place(folder, records, (int) Math.round(records * overlap), seed, number);
    }

    /** All stages up to the last that is to be done: a run that is linked is evaluated. */
    public Set<Stage> upToLast() {
        Stage last = stages.stream().max(Stage::compareTo).orElseThrow();
        return EnumSet.range(Stage.GENERATE, last == Stage.LINK ? Stage.EVALUATE : last);
    }

    /** Goes over the arguments once. */
    private static final class Reading {
        private final Iterator<String> rest;
        private List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);
        private Optional<Path> work = Optional.empty();
        private boolean keep;
        private boolean number = true;
        private double overlap = 0.75;
        private long seed = 2026;
        private Set<Stage> stages = EnumSet.of(Stage.LINK);
        private String heap = "5g";
        private final List<String> options = new ArrayList<>();

        Reading(Iterator<String> rest) {
            this.rest = rest;
        }

        ScaleChoices choices() {
            while (rest.hasNext()) {
                take(rest.next());
            }
            options.add(0, "-Xmx" + heap);
            return new ScaleChoices(sizes, work, keep, number, overlap, seed, stages, options);
        }

        private void take(String name) {
            switch (name) {
                case "--records" ->
                    sizes = words(name).stream().map(Integer::valueOf).toList();
                case "--work" -> work = Optional.of(Path.of(value(name)).toAbsolutePath());
                case "--keep" -> keep = true;
                case "--no-number" -> number = false;
                case "--overlap" -> overlap = share(name);
                case "--seed" -> seed = Long.parseLong(value(name));
                case "--stages" -> stages = stages(words(name));
                case "--generate-only" -> stages = EnumSet.of(Stage.GENERATE);
                case "--xmx" -> heap = value(name);
                case "--threads" -> options.add("-XX:ActiveProcessorCount=" + Integer.parseInt(value(name)));
                case "--java" -> options.addAll(List.of(value(name).strip().split("\\s+")));
                default -> throw new IllegalArgumentException(name + " is no choice of a run at scale");
            }
        }

        private String value(String name) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(name + " must have a value");
            }
            return rest.next();
        }

        private List<String> words(String name) {
            return List.of(value(name).split(","));
        }

        private double share(String name) {
            double share = Double.parseDouble(value(name));
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(name + " (" + share + ") must be between 0 and 1");
            }
            return share;
        }

        private static Set<Stage> stages(List<String> names) {
            Set<Stage> stages = EnumSet.noneOf(Stage.class);
            for (String name : names) {
                List<Stage> called = Arrays.stream(Stage.values())
                        .filter(stage -> stage.isCalled(name))
                        .toList();
                if (called.isEmpty()) {
                    throw new IllegalArgumentException("--stages must be of generate, init, seal, link and evaluate");
                }
                stages.addAll(called);
            }
            return stages;
        }
    }
}
