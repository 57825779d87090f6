package uk.linkage.testdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What else a name is called: the bearer's nickname, the English form of it, another spelling of the same sounds, or one that is
 * taken for it.
 *
 * <pre>{@code
 * String known = forms.ofForename(person, Habit.KEYED, dice);             // MARGARET: PEGGY, M, MARGERET; SZYMON: SIMON
 * String heard = forms.spelling("STEPHENSON", Habit.HEARD, dice);         // STEVENSON, STEPHENZON ...
 * }</pre>
 *
 * <p>Promises never to give the name back.
 */
final class OtherForms {
    private final Map<String, List<String>> nicknames = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, List<String>> taken = Tables.sections("forenames.txt");

    OtherForms() {
        for (List<String> line : Tables.lines("nicknames.txt")) {
            nicknames.put(line.get(0), line.subList(1, line.size()));
        }
        for (List<String> line : Tables.lines("spellings.txt")) {
            line.forEach(name -> spellings.put(name, without(line, name)));
        }
    }

    /** Of twenty: nine nicknames or English forms where there are any, eight spellings, three initials. */
    String ofForename(Person person, Habit habit, SplitMix64 dice) {
        String forename = person.forename();
        int kind = dice.below(20);
        List<String> others = person.heritage() == Heritage.CHINESE
                ? without(List.of(takenBy(person)), forename)
                : nicknames.getOrDefault(forename, List.of());
        if (kind < 9 && !others.isEmpty()) {
            return pick(others, dice);
        }
        boolean initial = kind >= 17 && forename.length() > 1;
        return initial ? forename.substring(0, 1) : spelling(forename, habit, dice);
    }

    /** The English name someone goes by: the same wherever they give it. */
    private String takenBy(Person person) {
        List<String> names = taken.get("TAKEN " + person.sex());
        return pick(
                names,
                new SplitMix64(person.born().toEpochDay() ^ person.forename().hashCode()));
    }

    /** One of the parts of a double name, and else one borne before or by a parent. */
    String anotherSurname(Person person, SplitMix64 dice) {
        List<String> parts = List.of(person.surname().split("[- ]"));
        return parts.size() > 1 ? pick(parts, dice) : person.formerSurname();
    }

    /** Three in five a known spelling where there is one, else a slip of the hand. */
    String spelling(String name, Habit habit, SplitMix64 dice) {
        List<String> known = known(name);
        return !known.isEmpty() && dice.chance(6_000) ? pick(known, dice) : Typing.slip(name, habit, dice);
    }

    /** The spellings of the list; a woman's name as a man's; a name of two words as one, or parted otherwise. */
    private List<String> known(String name) {
        List<String> known = new ArrayList<>(spellings.getOrDefault(name, List.of()));
        if (name.endsWith("SKA")) {
            known.add(name.substring(0, name.length() - 1) + "I");
        }
        if (name.contains("-") || name.contains(" ")) {
            known.add(name.replace("-", "").replace(" ", ""));
            known.add(name.contains("-") ? name.replace('-', ' ') : name.replace(' ', '-'));
        }
        return known;
    }

    private static List<String> without(List<String> line, String name) {
        return line.stream().filter(other -> !other.equals(name)).toList();
    }

    private static String pick(List<String> names, SplitMix64 dice) {
        return names.get(dice.below(names.size()));
    }
}
