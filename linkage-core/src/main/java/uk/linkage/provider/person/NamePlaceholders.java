package uk.linkage.provider.person;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is written in a name field when there is no name: words for "none", newborn children not yet named,
 * patients made up for a test, digits, a title alone.
 *
 * <p>Only the whole field counts, never a part of it: AKASH is not "aka …" and BABYLON no baby. Two words on the
 * published lists are left to surnames, where they are true names: BOY and AKA.
 *
 * <p>Source: NHS England's linkage pipeline; ONS; the wristband standard for newborn children.
 */
final class NamePlaceholders {
    private static final Set<String> NOTHING = Set.of(
            "NULL",
            "NONE",
            "NA",
            "N A",
            "UNKNOWN",
            "NOT KNOWN",
            "NOT STATED",
            "NOT GIVEN",
            "UNDECIDED",
            "UNNAMED",
            "NO NAME",
            "NONAME",
            "NO SURNAME",
            "NO FORENAME",
            "SURNAME",
            "FORENAME",
            "NICKNAME",
            "NAME",
            "KNOWN AS",
            "FORMERLY",
            "NEE",
            "ONE",
            "TWO",
            "GIRL",
            "INFANT",
            "MALE INFANT",
            "FEMALE INFANT");
    private static final Set<String> NO_FORENAME = Set.of("BOY", "AKA");

    private static final Pattern GAP = Pattern.compile("[ -]+");
    private static final String COUNTED = "( (ONE|TWO|THREE|I|II|III|A|B|C)| ?[0-9]+)?";
    private static final Pattern ANOTHER_NAME = Pattern.compile("(KNOWN AS|AKA|FORMERLY) .+");
    private static final Pattern NEWBORN = Pattern.compile("(TWIN|TRIPLET|BABY|INFANT|(MALE|FEMALE) BABY)" + COUNTED);
    private static final Pattern NEWBORN_BY_SEX = Pattern.compile("BABY (BOY|GIRL|TWIN)( .*)?");
    private static final Pattern CHILD_OF =
            Pattern.compile("(TWIN|TRIPLET|BOY|GIRL|BABY|INFANT|INF)" + COUNTED + " OF( .*)?");
    private static final Pattern UNKNOWN_CHILD = Pattern.compile("UNKNOWN (MALE|FEMALE)( CHILD)?");
    private static final Pattern TEST_PATIENT = Pattern.compile("(XX+|ZZ+) ?TEST.*|TEST ?PATIENT.*");

    private NamePlaceholders() {}

    static boolean include(String folded, NameKind kind) {
        String words = GAP.matcher(folded.replace("'", "")).replaceAll(" ").strip();
        return hasNoLetter(words)
                || NOTHING.contains(words)
                || NameTitles.ABBREVIATED.contains(words)
                || kind == NameKind.FORENAME && NO_FORENAME.contains(words)
                || isPhrase(words);
    }

    private static boolean hasNoLetter(String words) {
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            if (Character.isLetter(words.codePointAt(i))) return false;
        }
        return true;
    }

    private static boolean isPhrase(String words) {
        return ANOTHER_NAME.matcher(words).matches()
                || NEWBORN.matcher(words).matches()
                || NEWBORN_BY_SEX.matcher(words).matches()
                || CHILD_OF.matcher(words).matches()
                || UNKNOWN_CHILD.matcher(words).matches()
                || TEST_PATIENT.matcher(words).matches();
    }
}
