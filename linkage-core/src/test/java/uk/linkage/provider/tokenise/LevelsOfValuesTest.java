package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.KeyForm;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.provider.People;
import uk.linkage.provider.person.PersonValue;

/**
 * Values compare at the level that says of them: the forms that are equal in match keys are just those of the level, and so many
 * filter bits differ, at most, as it allows. Bits that fall together make it a few fewer.
 */
class LevelsOfValuesTest {
    private static final Agreement AGREEMENT = Profile2026.agreement(
            new Purpose("levels", "Values and their levels", LocalDate.of(2031, 12, 31), 1),
            Arrays.stream(FieldKind.values())
                    .filter(kind -> !kind.isNumber())
                    .map(kind -> new Field(kind.label().replace('-', '_'), kind))
                    .toList(),
            Profile2026.bounds());

    @ParameterizedTest
    @CsvSource({
        "forename, KATHERINE, KATHERINE, same",
        "forename, STEVEN, STEPHEN, pet name alike in sound",
        "forename, KATE, KATHERINE, pet name of that initial",
        "forename, BILL, WILLIAM, pet name",
        "forename, MAREK, MARCK, alike in sound",
        "forename, MARTHA, MARHA, slip",
        "forename, JOHN, JAMES, initial",
        "forename, OLIVIA, ALIVIA, slip in the initial",
        "forename, MARIA, DARIE, two slips",
        "forename, JOHN, MARY, different",
        "middle_name, ANN, ANN, same",
        "middle_name, LOUISE, LOUSE, slip",
        "middle_name, ANN, ALICE, initial",
        "middle_name, ANN, LOUISE, different",
        "surname, SMITH, SMITH, same",
        "surname, SMITH, SMYTH, alike in sound",
        "surname, BAKER, BARKER, slip",
        "surname, LEE JONES, LEE, first part",
        "surname, BAKER, BUTTERWORTH, initial",
        "surname, BAKER, RAKER, slip in the initial",
        "surname, SMITH, ATKINSON, different",
        "birth_date, 1980-12-31, 1980-12-31, same",
        "birth_date, 1980-12-31, 1980-12-13, day differs",
        "birth_date, 1980-12-31, 1980-10-31, month differs",
        "birth_date, 1980-12-31, 1981-12-31, year differs",
        "birth_date, 1980-03-04, 1980-04-03, day and month swapped",
        "birth_date, 1980-03-04, 1980-05-06, year",
        "birth_date, 1980-03-04, 1951-05-06, different",
        "sex, MALE, MALE, same",
        "sex, MALE, FEMALE, different",
        "postcode, SO141AA, SO141AA, same",
        "postcode, SO141AA, SO141AB, sector",
        "postcode, SO141AA, SO142BD, district",
        "postcode, SO141AA, SO151AA, slip",
        "postcode, SO141AA, LS14AP, different",
        "text, 12 HIGH ST, 12 HIGH ST, same",
        "text, 12 HIGH ST, 21 HIGH ST, near",
        "text, ROSE COTTAGE MILL LANE, 4 CHURCH ROAD, different",
        "code, RXF12, RXF12, same",
        "code, RXF12, RXF13, slip",
        "code, RXF12, AQ700, different"
    })
    void twoValuesAreAtTheLevelThatSaysOfThem(String field, String left, String right, String level) {
        Level expected = AGREEMENT.comparisons().stream()
                .filter(comparison -> comparison.field().equals(field))
                .flatMap(comparison -> comparison.levels().stream())
                .filter(l -> l.name().equals(level))
                .findFirst()
                .orElseThrow();
        FieldKind kind = AGREEMENT.field(field).kind();
        PersonValue a = People.value(kind, left);
        PersonValue b = People.value(kind, right);
        assertThat(agreeing(kind, a, b)).isEqualTo(expected.agrees());
        assertThat((double) differingBits(field, a, b)).isBetween(expected.from(), expected.upTo());
    }

    private static Set<KeyForm> agreeing(FieldKind kind, PersonValue a, PersonValue b) {
        return Arrays.stream(KeyForm.values())
                .filter(form -> form.takes(kind))
                .filter(form -> {
                    Optional<String> text = KeyTexts.of(form, List.of(a));
                    return text.isPresent() && text.equals(KeyTexts.of(form, List.of(b)));
                })
                .collect(Collectors.toSet());
    }

    private static int differingBits(String field, PersonValue a, PersonValue b) {
        return AGREEMENT.components().stream()
                .flatMap(component -> component.features().stream())
                .filter(feature -> feature.field().equals(field))
                .mapToInt(feature -> differingBits(feature, a, b))
                .sum();
    }

    private static int differingBits(Feature feature, PersonValue a, PersonValue b) {
        Set<String> onlyLeft = new HashSet<>(TokenTexts.of(a, feature.tokens()));
        Set<String> onlyRight = new HashSet<>(TokenTexts.of(b, feature.tokens()));
        Set<String> both = new HashSet<>(onlyLeft);
        both.retainAll(onlyRight);
        onlyLeft.removeAll(both);
        onlyRight.removeAll(both);
        return (onlyLeft.size() + onlyRight.size()) * feature.budget().amount();
    }
}
