package uk.linkage.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import uk.linkage.agreement.FieldComparison.Level;

/**
 * How two records of one person compare, field by field, drawn from the prior chances of {@link Levels2026}: some people have
 * moved, some have changed their surname, some records lack a field. The same fields give the same draws.
 */
final class Draws2026 {
    private static final long SEED = 2026;
    private static final double[] TROUBLE = {1, 4, 12};
    private static final double MOST_DIFFERING = 0.7;
    private static final double MISSING = 0.1;
    private static final double MOVED = 0.2;
    private static final double RENAMED = 0.06;
    private static final double SWAPPED = 0.02;

    private final List<Field> fields;
    private final List<FieldComparison> comparisons;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Draws2026(List<Field> fields) {
        this.fields = fields;
        this.comparisons = fields.stream().map(Levels2026::of).toList();
    }

    /**
     * Two records of one person.
     *
     * @param levels of each field, none where a record lacks it
     * @param swapped whether forename and surname stand in each other's place
     */
    record Draw(List<Optional<Level>> levels, boolean swapped) {}

    Draw next() {
        double trouble = TROUBLE[random.nextInt(TROUBLE.length)];
        boolean moved = random.nextDouble() < MOVED;
        boolean renamed = random.nextDouble() < RENAMED;
        boolean swapped = random.nextDouble() < SWAPPED;
        List<Optional<Level>> levels = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            boolean replaced = moved && Places.isPlace(fields.get(f))
                    || renamed && fields.get(f).kind() == FieldKind.SURNAME
                    || swapped && isSwappable(fields.get(f).kind());
            Level level = level(comparisons.get(f).levels(), replaced ? 1 : random.nextDouble(), trouble);
            levels.add(random.nextDouble() < MISSING ? Optional.empty() : Optional.of(level));
        }
        return new Draw(levels, swapped);
    }

    static boolean isSwappable(FieldKind kind) {
        return kind == FieldKind.FORENAME || kind == FieldKind.SURNAME;
    }

    /** @param trouble how much likelier than expected values are not the same */
    private static Level level(List<Level> levels, double at, double trouble) {
        double differing = 1 - levels.get(0).m();
        double times = Math.min(trouble, MOST_DIFFERING / differing);
        double rest = at - (1 - times * differing);
        if (rest < 0) {
            return levels.get(0);
        }
        for (Level level : levels.subList(1, levels.size())) {
            rest -= times * level.m();
            if (rest < 0) {
                return level;
            }
        }
        return levels.get(levels.size() - 1);
    }
}
