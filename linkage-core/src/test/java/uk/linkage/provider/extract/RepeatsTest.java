package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.BirthRange;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonName;

class RepeatsTest {
    private static final List<Field> FIELDS = List.of(
            new Field("surname", FieldKind.SURNAME),
            new Field("birth_date", FieldKind.BIRTH_DATE),
            new Field("forename", FieldKind.FORENAME));
    private static final BirthRange BIRTHS = BirthRange.since1895(LocalDate.of(2026, 1, 1));

    private final Repeats repeats = new Repeats(FIELDS);

    @Test
    void moreThanOneInAHundredIsToldWithTheOptionToTake() {
        look(400, 0, "31");
        look(5, 0, "31");
        assertThat(repeats.remark())
                .contains(
                        "of 405 people 5 have the names and date of birth of one before them: an extract that may hold a "
                                + "person twice is sealed with --holds-duplicates");
    }

    @Test
    void aFewByChanceAreNot() {
        look(1000, 0, "31");
        look(10, 0, "31");
        assertThat(repeats.remark()).isEmpty();
    }

    @Test
    void whoHasNoWholeDateIsNotLookedAt() {
        look(100, 0, "");
        look(100, 0, "");
        assertThat(repeats.remark()).isEmpty();
    }

    @Test
    void whereAFieldIsNotAgreedNothingIsTold() {
        Repeats blind = new Repeats(FIELDS.subList(0, 2));
        for (int i = 0; i < 100; i++) {
            blind.mark(person(1, "31")).ifPresent(blind::look);
        }
        assertThat(blind.remark()).isEmpty();
    }

    private void look(int people, int from, String day) {
        for (int i = from; i < from + people; i++) {
            repeats.mark(person(i, day)).ifPresent(repeats::look);
        }
    }

    private static Person person(int i, String day) {
        String letters = "" + (char) ('A' + i % 26) + (char) ('A' + i / 26 % 26) + (char) ('A' + i / 676 % 26);
        return new Person(
                "A" + i,
                List.of(
                        Optional.of(PersonName.parseSurname("Quil" + letters).orElseThrow()),
                        Optional.of(BirthDate.ofParts("1980", "12", day, BIRTHS)
                                .value()
                                .orElseThrow()),
                        Optional.of(PersonName.parseForename("Zeb").orElseThrow())));
    }
}
