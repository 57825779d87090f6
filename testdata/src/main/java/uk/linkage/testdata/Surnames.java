package uk.linkage.testdata;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Gives surnames: a few that everyone has met, a long tail that nobody has, and the customs of those who bear them.
 *
 * <p>Two British surnames in five are composed of a stem and an ending (BLACKTHWAITE, FARNSHAW), which makes about
 * 3,700 rare ones; one in eighty is double-barrelled. A Polish -SKI is -SKA for a woman, a SINGH's sister is a KAUR.
 *
 * <pre>{@code
 * String family = surnames.draw(Heritage.BRITISH, dice);
 * String hers = surnames.inTheFeminine("KOWALSKI");       // KOWALSKA
 * }</pre>
 */
final class Surnames {
    private static final int FLATNESS = 12;

    private final Map<Heritage, Ranked> tables = new EnumMap<>(Heritage.class);
    private final Ranked ofPakistaniWomen;
    private final Ranked stems;
    private final List<String> endings;

    Surnames() {
        Map<String, List<String>> sections = Tables.sections("surnames.txt");
        for (Heritage heritage : Heritage.values()) {
            tables.put(heritage, new Ranked(sections.get(heritage.name()), FLATNESS));
        }
        ofPakistaniWomen = new Ranked(sections.get("PAKISTANI WOMEN"), 1);
        stems = new Ranked(sections.get("STEMS"), 40);
        endings = sections.get("ENDINGS");
    }

    String draw(Heritage heritage, SplitMix64 dice) {
        if (heritage != Heritage.BRITISH) {
            return tables.get(heritage).draw(dice);
        }
        String single = british(dice);
        return dice.chance(125) ? joined(single, british(dice)) : single;
    }

    /** The surname of a woman who did not take a husband's. */
    String ofHerOwn(Heritage heritage, SplitMix64 dice) {
        boolean byCustom = heritage == Heritage.PAKISTANI && dice.chance(5_500);
        return byCustom ? ofPakistaniWomen.draw(dice) : inTheFeminine(draw(heritage, dice));
    }

    String of(Sex sex, String family) {
        return sex == Sex.FEMALE ? inTheFeminine(family) : family;
    }

    String inTheFeminine(String family) {
        if (family.equals("SINGH")) {
            return "KAUR";
        }
        boolean declined = family.endsWith("SKI") || family.endsWith("CKI") || family.endsWith("DZKI");
        return declined ? family.substring(0, family.length() - 1) + "A" : family;
    }

    /** Both names with a hyphen, or the first where one already has two parts or they are the same. */
    String joined(String first, String second) {
        boolean longEnough = first.contains("-") || second.contains("-") || first.equals(second);
        return longEnough ? first : first + "-" + second;
    }

    private String british(SplitMix64 dice) {
        return dice.chance(6_000) ? tables.get(Heritage.BRITISH).draw(dice) : composed(dice);
    }

    private String composed(SplitMix64 dice) {
        return stems.draw(dice) + endings.get(dice.below(endings.size()));
    }
}
