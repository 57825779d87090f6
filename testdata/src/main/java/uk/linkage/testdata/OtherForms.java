package uk.linkage.testdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What else a name is called: the bearer's nickname, or a spelling that is taken for it.
 *
 * <pre>{@code
 * String known = forms.ofForename("MARGARET", dice);      // PEGGY, M, MARGERET ...
 * String heard = forms.spelling("STEPHENSON", dice);      // STEVENSON, STEPHENSN ...
 * }</pre>
 *
 * <p>Promises never to give the name back.
 */
final class OtherForms {
    private final Map<String, List<String>> nicknames = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();

    OtherForms() {
        for (List<String> line : Tables.lines("nicknames.txt")) {
            nicknames.put(line.get(0), line.subList(1, line.size()));
        }
        for (List<String> line : Tables.lines("spellings.txt")) {
            line.forEach(name -> spellings.put(name, without(line, name)));
        }
    }

    /** Of twenty: nine nicknames where there is one, eight spellings, three initials. */
    String ofForename(String forename, SplitMix64 dice) {
        int kind = dice.below(20);
        if (kind < 9 && nicknames.containsKey(forename)) {
            return pick(nicknames.get(forename), dice);
        }
        boolean initial = kind >= 17 && forename.length() > 1;
        return initial ? forename.substring(0, 1) : spelling(forename, dice);
    }

    /** Three in five a known spelling where there is one, else a slip of the hand. */
    String spelling(String name, SplitMix64 dice) {
        boolean known = spellings.containsKey(name) && dice.chance(6_000);
        return known ? pick(spellings.get(name), dice) : Typing.slip(name, dice);
    }

    private static List<String> without(List<String> line, String name) {
        return line.stream().filter(other -> !other.equals(name)).toList();
    }

    private static String pick(List<String> names, SplitMix64 dice) {
        return names.get(dice.below(names.size()));
    }
}
