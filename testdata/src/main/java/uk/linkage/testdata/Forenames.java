package uk.linkage.testdata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a forename that fits sex, heritage and, for British names, the year of birth.
 *
 * <p>One in seven British forenames is of the era before: old names never quite die.
 *
 * <pre>{@code
 * String forename = forenames.draw(Heritage.POLISH, Sex.FEMALE, 1984, dice);
 * }</pre>
 */
final class Forenames {
    private static final int[] ERAS = {1900, 1945, 1965, 1985, 2005};
    private static final int FLATNESS = 14;

    private final Map<Sex, List<Ranked>> british = new EnumMap<>(Sex.class);
    private final Map<Sex, Map<Heritage, Ranked>> others = new EnumMap<>(Sex.class);

    Forenames() {
        Map<String, List<String>> tables = Tables.sections("forenames.txt");
        for (Sex sex : Sex.values()) {
            british.put(sex, new ArrayList<>());
            for (int era : ERAS) {
                british.get(sex).add(new Ranked(tables.get("BRITISH " + sex + " " + era), FLATNESS));
            }
            others.put(sex, new EnumMap<>(Heritage.class));
            for (Heritage heritage : Heritage.values()) {
                if (heritage != Heritage.BRITISH) {
                    others.get(sex).put(heritage, new Ranked(tables.get(heritage + " " + sex), FLATNESS));
                }
            }
        }
    }

    String draw(Heritage heritage, Sex sex, int year, SplitMix64 dice) {
        boolean british = heritage == Heritage.BRITISH || dice.chance(heritage.britishForename());
        return british
                ? british(sex, year, dice)
                : others.get(sex).get(heritage).draw(dice);
    }

    private String british(Sex sex, int year, SplitMix64 dice) {
        int era = ERAS.length - 1;
        while (era > 0 && year < ERAS[era]) {
            era--;
        }
        int older = era > 0 && dice.chance(1_400) ? 1 : 0;
        return british.get(sex).get(era - older).draw(dice);
    }
}
