package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlipsTest {
    private final SplitMix64 dice = new SplitMix64(11);

    @Test
    void aSlipIsNeverTheTextItself() {
        for (String text : List.of("A", "AA", "O'NEILL", "ŁUCZAK", "-", "ST JOHN", "LS14AB")) {
            assertThat(Stream.generate(() -> Typing.slip(text, Habit.KEYED, dice))
                            .limit(500))
                    .doesNotContain(text)
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void everyKindOfSlipIsMade() {
        assertThat(slips("PHARNLEY"))
                .contains("PHATNLEY", "PAHRNLEY", "PHANLEY", "PHARNNLEY", "FARNLEY", "PHARNLEIE", "PHAMLEY");
        assertThat(slips("M10IL")).contains("M1OIL", "MI0IL", "RN10IL");
    }

    @Test
    void anEmptyTextCannotBeMistyped() {
        assertThatThrownBy(() -> Typing.slip("", Habit.KEYED, dice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForenameHasNicknamesSpellingsAndAnInitial() {
        var forms = new OtherForms();
        Person catherine = named(Heritage.BRITISH, Sex.FEMALE, "CATHERINE", "BROWN-HALL");
        assertThat(Stream.generate(() -> forms.ofForename(catherine, Habit.KEYED, dice))
                        .limit(500))
                .contains("KATE", "KATHERINE", "C")
                .doesNotContain("CATHERINE");
        assertThat(Stream.generate(() -> forms.anotherSurname(catherine, dice)).limit(50))
                .containsOnly("BROWN", "HALL");
    }

    @Test
    void aNameOfAnotherLanguageHasAnEnglishFormOrIsWrittenDownAsItIsHeard() {
        var forms = new OtherForms();
        Person szymon = named(Heritage.POLISH, Sex.MALE, "SZYMON", "NOWAK");
        assertThat(Stream.generate(() -> forms.ofForename(szymon, Habit.KEYED, dice))
                        .limit(500))
                .contains("SIMON");
        assertThat(Stream.generate(() -> forms.spelling("MOHAMMED", Habit.HEARD, dice))
                        .limit(500))
                .contains("MUHAMMAD", "MOHAMED");
        assertThat(Stream.generate(() -> forms.spelling("KOWALSKA", Habit.HEARD, dice))
                        .limit(500))
                .contains("KOWALSKI");
        assertThat(Stream.generate(() -> forms.spelling("AL-SAYED", Habit.HEARD, dice))
                        .limit(500))
                .contains("ALSAYED", "AL SAYED");
    }

    @Test
    void theEnglishNameOfSomeoneOfChineseNamesIsTheSameWhereverTheyGiveIt() {
        var forms = new OtherForms();
        Person waiMan = named(Heritage.CHINESE, Sex.MALE, "WAI MAN", "CHAN");
        var taken = Tables.sections("forenames.txt").get("TAKEN MALE");
        assertThat(Stream.generate(() -> forms.ofForename(waiMan, Habit.KEYED, dice))
                        .limit(500)
                        .filter(taken::contains)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void everyDeskHasSlipsOfItsOwn() {
        assertThat(made(Habit.HEARD, 4)).isGreaterThan(3 * made(Habit.KEYED, 4));
        assertThat(made(Habit.SCANNED, 5)).isGreaterThan(5 * made(Habit.KEYED, 5));
        assertThat(made(Habit.KEYED, 0)).isGreaterThan(made(Habit.HEARD, 0)).isGreaterThan(made(Habit.SCANNED, 0));
    }

    private long made(Habit habit, int kind) {
        return Stream.generate(() -> habit.kind(dice))
                .limit(5_000)
                .filter(one -> one == kind)
                .count();
    }

    private static Person named(Heritage heritage, Sex sex, String forename, String surname) {
        return Person.of(heritage, sex, LocalDate.of(1980, 5, 5), forename, surname, "OTHER");
    }

    @Test
    void aWrongDateIsAnotherDayOfTheLastHundredAndTwentyFiveYears() {
        for (LocalDate born : List.of(
                LocalDate.of(1924, 2, 29),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(1980, 5, 5),
                LocalDate.of(2025, 1, 1))) {
            assertThat(Stream.generate(() -> WrongDate.of(born, dice)).limit(1_000))
                    .allSatisfy(wrong -> assertThat(wrong)
                            .isNotEqualTo(born)
                            .isBefore(LocalDate.of(2026, 1, 1))
                            .isAfter(LocalDate.of(1900, 12, 31)));
        }
    }

    @Test
    void wrongDatesAreWrongInThePartsThatTheFieldReports() {
        LocalDate born = LocalDate.of(1964, 3, 10);
        var wrong =
                Stream.generate(() -> WrongDate.of(born, dice)).limit(20_000).toList();
        double day = share(wrong, date -> date.withDayOfMonth(10).equals(born));
        double month = share(wrong, date -> date.withMonth(3).equals(born));
        double year = share(wrong, date -> date.withYear(1964).equals(born));
        double swapped = share(wrong, LocalDate.of(1964, 10, 3)::equals);
        assertThat(new double[] {day, month, year, swapped})
                .containsExactly(new double[] {0.44, 0.28, 0.22, 0.02}, within(0.015));
    }

    private static double share(List<LocalDate> dates, Predicate<LocalDate> what) {
        return dates.stream().filter(what).count() / (double) dates.size();
    }

    private Set<String> slips(String text) {
        var slips = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            slips.add(Typing.slip(text, Habit.KEYED, dice));
        }
        return slips;
    }
}
