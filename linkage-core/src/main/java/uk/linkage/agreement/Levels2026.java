package uk.linkage.agreement;

import static uk.linkage.agreement.KeyForm.CANONICAL;
import static uk.linkage.agreement.KeyForm.DAY_MONTH;
import static uk.linkage.agreement.KeyForm.DAY_YEAR;
import static uk.linkage.agreement.KeyForm.DISTRICT;
import static uk.linkage.agreement.KeyForm.INITIAL;
import static uk.linkage.agreement.KeyForm.MONTH_YEAR;
import static uk.linkage.agreement.KeyForm.SECTOR;
import static uk.linkage.agreement.KeyForm.SORTED_LETTERS;
import static uk.linkage.agreement.KeyForm.SOUNDEX;
import static uk.linkage.agreement.KeyForm.WHOLE;
import static uk.linkage.agreement.KeyForm.YEAR;

import java.util.List;
import java.util.Set;
import uk.linkage.agreement.FieldComparison.Level;

/**
 * Comparison levels of 2026 by kind of field, in filter bits at the positions of {@link Profile2026}: a slip in a name takes
 * two bigrams away and brings two, 32 bits; a wrong part of a date changes three of its six tokens, 48. Prior chances after
 * the CRATE validation (126,904 patients in two systems of one trust), with room for worse files.
 */
final class Levels2026 {
    private static final Set<KeyForm> NONE = Set.of();

    private Levels2026() {}

    static FieldComparison of(Field field) {
        return new FieldComparison(field.name(), levels(field.kind()));
    }

    private static List<Level> levels(FieldKind kind) {
        return switch (kind) {
            case FORENAME -> forename();
            case MIDDLE_NAME -> middleName();
            case SURNAME -> surname();
            case BIRTH_DATE -> birthDate();
            case SEX -> sex();
            case POSTCODE -> postcode();
            case TEXT -> text();
            case CODE -> code();
            case NHS_NUMBER, CHI_NUMBER, IDENTIFIER -> List.of();
        };
    }

    private static List<Level> forename() {
        return List.of(
                new Level("same", Set.of(WHOLE, CANONICAL, SOUNDEX, INITIAL, SORTED_LETTERS), 0, 0, 0.87),
                new Level("pet name alike in sound", Set.of(CANONICAL, SOUNDEX, INITIAL), 8, 60, 0.005),
                new Level("pet name of that initial", Set.of(CANONICAL, INITIAL), 16, 120, 0.02),
                new Level("pet name", Set.of(CANONICAL), 24, 130, 0.01),
                new Level("alike in sound", Set.of(SOUNDEX, INITIAL), 8, 60, 0.02),
                new Level("slip", Set.of(INITIAL), 12, 36, 0.02),
                new Level("initial", Set.of(INITIAL), 36, 140, 0.02),
                new Level("slip in the initial", NONE, 12, 36, 0.01),
                new Level("two slips", NONE, 36, 68, 0.005),
                new Level("different", NONE, 68, 160, 0.02));
    }

    private static List<Level> middleName() {
        return List.of(
                new Level("same", Set.of(WHOLE, INITIAL), 0, 0, 0.75),
                new Level("slip", Set.of(INITIAL), 12, 36, 0.03),
                new Level("initial", Set.of(INITIAL), 36, 140, 0.12),
                new Level("slip in the initial", NONE, 12, 36, 0.02),
                new Level("different", NONE, 36, 150, 0.08));
    }

    private static List<Level> surname() {
        return List.of(
                new Level("same", Set.of(WHOLE, SOUNDEX, INITIAL, CANONICAL, SORTED_LETTERS), 0, 0, 0.88),
                new Level("alike in sound", Set.of(SOUNDEX, INITIAL), 8, 60, 0.02),
                new Level("slip", Set.of(INITIAL), 12, 36, 0.02),
                new Level("first part", Set.of(CANONICAL, INITIAL), 24, 130, 0.01),
                new Level("initial", Set.of(INITIAL), 36, 150, 0.01),
                new Level("slip in the initial", NONE, 12, 36, 0.01),
                new Level("two slips", NONE, 36, 68, 0.005),
                new Level("different", NONE, 68, 160, 0.045));
    }

    private static List<Level> birthDate() {
        return List.of(
                new Level("same", Set.of(WHOLE, DAY_MONTH, DAY_YEAR, MONTH_YEAR, YEAR), 0, 0, 0.95),
                new Level("day differs", Set.of(MONTH_YEAR, YEAR), 40, 54, 0.015),
                new Level("month differs", Set.of(DAY_YEAR, YEAR), 40, 54, 0.01),
                new Level("year differs", Set.of(DAY_MONTH), 40, 54, 0.01),
                new Level("day and month swapped", Set.of(DAY_MONTH, YEAR), 70, 88, 0.002),
                new Level("year", Set.of(YEAR), 70, 88, 0.005),
                new Level("different", NONE, 70, 96, 0.008));
    }

    private static List<Level> sex() {
        return List.of(new Level("same", Set.of(WHOLE), 0, 0, 0.99), new Level("different", NONE, 14, 16, 0.01));
    }

    private static List<Level> postcode() {
        return List.of(
                new Level("same", Set.of(WHOLE, SECTOR, DISTRICT), 0, 0, 0.72),
                new Level("sector", Set.of(SECTOR, DISTRICT), 12, 36, 0.02),
                new Level("district", Set.of(DISTRICT), 20, 60, 0.06),
                new Level("slip", NONE, 14, 40, 0.02),
                new Level("different", NONE, 40, 96, 0.18));
    }

    private static List<Level> text() {
        return List.of(
                new Level("same", Set.of(WHOLE), 0, 0, 0.7),
                new Level("near", NONE, 0, 24, 0.1),
                new Level("far", NONE, 24, 60, 0.05),
                new Level("different", NONE, 60, 130, 0.15));
    }

    private static List<Level> code() {
        return List.of(
                new Level("same", Set.of(WHOLE), 0, 0, 0.75),
                new Level("slip", NONE, 12, 30, 0.05),
                new Level("different", NONE, 30, 90, 0.2));
    }
}
