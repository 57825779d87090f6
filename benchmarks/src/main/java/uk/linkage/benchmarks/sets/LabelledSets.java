package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every labelled set there is, by name and by group. A set is made when it is asked for.
 *
 * <pre>{@code
 * for (String name : LabelledSets.names("cuts,rehearsal")) {
 *     LabelledSet set = LabelledSets.make(name, material);
 * }
 * }</pre>
 */
public final class LabelledSets {
    /** Sets that belong together. */
    private enum Group {
        /** As others made them, and the synthetic population. */
        VISIBLE(Visible.recipes()),
        /** Made harder on purpose, or made for what the visible ones lack. */
        CUTS(cuts()),
        /** A single extract that holds people more than once. */
        ONE_FILE(OneFile.recipes());

        private final Map<String, Recipe> recipes;

        Group(Map<String, Recipe> recipes) {
            this.recipes = recipes;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Map<String, Recipe> cuts() {
            Map<String, Recipe> recipes = new LinkedHashMap<>(Cuts.recipes());
            recipes.putAll(Parties.recipes());
            recipes.putAll(History.recipes());
            recipes.putAll(Voters.recipes());
            return recipes;
        }
    }

    /** What {@code all} stands for: two files or more. */
    private static final List<Group> ALL = List.of(Group.VISIBLE, Group.CUTS);

    private LabelledSets() {}

    /**
     * The sets that are meant by names of sets and groups, with commas between: {@code all}, {@code visible}, {@code
     * cuts}, {@code one-file}, {@code febrl4}.
     *
     * @throws IllegalArgumentException where one is neither
     */
    public static List<String> names(String choice) {
        return Arrays.stream(choice.split(","))
                .flatMap(name -> expanded(name).stream())
                .distinct()
                .toList();
    }

    /** The set of that name. */
    public static LabelledSet make(String name, Material material) throws IOException {
        return every().get(name).make(name, material);
    }

    private static List<String> expanded(String name) {
        if (name.equals("all")) {
            return ALL.stream()
                    .flatMap(group -> group.recipes.keySet().stream())
                    .toList();
        }
        for (Group group : Group.values()) {
            if (group.label().equals(name)) {
                return List.copyOf(group.recipes.keySet());
            }
        }
        return List.of(known(name));
    }

    private static String known(String name) {
        if (!every().containsKey(name)) {
            List<String> names = new ArrayList<>(List.of("all"));
            Arrays.stream(Group.values()).map(Group::label).forEach(names::add);
            names.addAll(every().keySet());
            throw new IllegalArgumentException(name + " is none of " + String.join(", ", names));
        }
        return name;
    }

    private static Map<String, Recipe> every() {
        Map<String, Recipe> every = new LinkedHashMap<>();
        Arrays.stream(Group.values()).forEach(group -> every.putAll(group.recipes));
        return every;
    }
}
