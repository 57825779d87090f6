package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.decide.Mixture.Kind;

/** The kinds of pairs that a {@link Mixture} begins with: what makes two records of one person differ, and those of two agree. */
final class Kinds {
    private static final double SURELY = 0.9;

    private Kinds() {}

    /** Records of one person: as the agreement expects, of people who moved, who changed their surname, or both. */
    static List<Kind> ofOnePerson(List<Comparison> comparisons) {
        return List.of(
                new Kind(0.78, chances(comparisons, true, Map.of())),
                new Kind(0.15, chances(comparisons, true, Map.of(Role.PLACE, false))),
                new Kind(0.04, chances(comparisons, true, Map.of(Role.SURNAME, false))),
                new Kind(0.03, chances(comparisons, true, Map.of(Role.SURNAME, false, Role.PLACE, false))));
    }

    /** Records of two people that became candidates: strangers, households, twins, namesakes, people of one birthday. */
    static List<Kind> ofTwoPeople(List<Comparison> comparisons) {
        return List.of(
                new Kind(0.4, chances(comparisons, false, Map.of())),
                new Kind(0.25, chances(comparisons, false, Map.of(Role.SURNAME, true, Role.PLACE, true))),
                new Kind(
                        0.1,
                        chances(comparisons, false, Map.of(Role.SURNAME, true, Role.PLACE, true, Role.BIRTH, true))),
                new Kind(0.15, chances(comparisons, false, Map.of(Role.FORENAME, true, Role.SURNAME, true))),
                new Kind(0.1, chances(comparisons, false, Map.of(Role.BIRTH, true))));
    }

    /** The first or last level nine times out of ten where a kind says so, else the prior chances. */
    private static double[][] chances(List<Comparison> comparisons, boolean onePerson, Map<Role, Boolean> agree) {
        return comparisons.stream()
                .map(c -> agree.containsKey(c.role())
                        ? mostly(c, onePerson ? c.m() : c.u(), agree.get(c.role()))
                        : chances(onePerson ? c.m() : c.u()))
                .toArray(double[][]::new);
    }

    private static double[] mostly(Comparison comparison, List<Double> prior, boolean agrees) {
        double[] chances = chances(prior);
        int at = agrees ? 1 : comparison.levels().size() - 1;
        double others = 1 - chances[at];
        for (int level = 1; level < chances.length; level++) {
            chances[level] *= level == at ? SURELY / chances[at] : (1 - SURELY) / others;
        }
        return chances;
    }

    private static double[] chances(List<Double> prior) {
        double[] chances = new double[prior.size() + 1];
        Arrays.setAll(chances, level -> level == 0 ? 0 : prior.get(level - 1));
        return chances;
    }
}
