package uk.linkage.provider.person;

import java.util.List;
import java.util.Set;

/**
 * Titles before a name, and the abbreviated ones after it.
 *
 * <p>A title is a word by itself: LORD-SMITH keeps its LORD. At least one word always remains, and only what
 * is no name at all (MR, DR) may then be found by {@link NamePlaceholders}.
 */
final class NameTitles {
    static final Set<String> ABBREVIATED = Set.of("MR", "MRS", "MISS", "MS", "MX", "MSTR", "DR", "PROF", "REV");

    private static final Set<String> IN_FULL = Set.of(
            "DOCTOR",
            "PROFESSOR",
            "SIR",
            "DAME",
            "LADY",
            "LORD",
            "COUNT",
            "COUNTESS",
            "REVEREND",
            "FATHER",
            "MOTHER",
            "SISTER",
            "BROTHER",
            "PASTOR",
            "ARCHBISHOP");

    private NameTitles() {}

    static String stripped(String folded) {
        List<String> words = List.of(folded.split(" "));
        int from = 0;
        int to = words.size();
        while (to - from > 1 && isTitle(words.get(from))) from++;
        while (to - from > 1 && ABBREVIATED.contains(words.get(to - 1))) to--;
        return String.join(" ", words.subList(from, to));
    }

    private static boolean isTitle(String word) {
        return ABBREVIATED.contains(word) || IN_FULL.contains(word);
    }
}
