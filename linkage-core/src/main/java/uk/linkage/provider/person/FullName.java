package uk.linkage.provider.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A whole name in one cell, told apart into the cells that a forename, further forenames and a surname would have.
 *
 * <p>Promises that no word is in two of them. Before a comma stands the surname; else it is the last word, with the
 * particles before it.
 *
 * <pre>{@code
 * FullName.of("Mr Johann Paul van der Berg").surname();   // VAN DER BERG
 * FullName.of("BERG, Johann Paul").forename();            // JOHANN
 * FullName.of("Johann Berg, Jr").surname();               // BERG
 * }</pre>
 *
 * <p>One word alone is a surname. A name written family name first and without a comma is read wrongly, and alike in
 * every row that is written so. The parts are then read as {@link PersonName} reads such cells.
 *
 * @param forename the first of the forenames; empty where there is none
 * @param middleName the other forenames; empty where there are none
 * @param surname empty where there is none
 */
public record FullName(String forename, String middleName, String surname) {
    private static final Set<String> AFTER_A_NAME =
            Set.of("JR", "SR", "JNR", "SNR", "JUNIOR", "SENIOR", "II", "III", "ESQ");
    private static final Pattern DIGIT = Pattern.compile(".*[0-9].*");

    /** Tells a cell's parts apart. */
    public static FullName of(String text) {
        if (NamePlaceholders.include(NameTitles.stripped(Folding.fold(text)), NameKind.SURNAME)) {
            return new FullName("", "", "");
        }
        int comma = text.indexOf(',');
        String after = comma < 0 ? "" : Folding.fold(text.substring(comma + 1));
        String before = Folding.fold(comma < 0 ? text : text.substring(0, comma));
        return isNoForename(after) ? ofWords(words(before)) : of(words(after), String.join(" ", words(before)));
    }

    /** What follows a name in full, as {@code Jr} or {@code 1st Baron}. */
    private static boolean isNoForename(String after) {
        return after.isEmpty() || words(after).isEmpty() || DIGIT.matcher(after).matches();
    }

    private static FullName ofWords(List<String> words) {
        int from = Math.max(0, words.size() - 1);
        while (from > 1 && NameParts.isParticle(words.get(from - 1))) from--;
        return of(words.subList(0, from), String.join(" ", words.subList(from, words.size())));
    }

    private static FullName of(List<String> forenames, String surname) {
        return forenames.isEmpty()
                ? new FullName("", "", surname)
                : new FullName(forenames.get(0), String.join(" ", forenames.subList(1, forenames.size())), surname);
    }

    /** The words without titles before and what is written after a name. */
    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>(List.of(NameTitles.stripped(folded).split(" ")));
        words.removeIf(AFTER_A_NAME::contains);
        words.removeIf(String::isEmpty);
        return words;
    }

    @Override
    public String toString() {
        return "FullName[…]";
    }
}
