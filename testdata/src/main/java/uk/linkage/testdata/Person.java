package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Someone who does not exist: the true values, in capitals with their accents.
 *
 * <p>Prints as {@code Person[…]}, like every person value here.
 *
 * @param surname the latest
 * @param formerSurname a maiden name, the name of an earlier marriage, or a parent's: one that a provider may still hold
 * @param renamed the day on which the one took the other's place; nothing for those who never changed it
 * @param joined the day on which they came to live with the others of their household; nothing for those born to it or alone
 */
record Person(
        Heritage heritage,
        Sex sex,
        LocalDate born,
        String forename,
        String surname,
        String formerSurname,
        Optional<LocalDate> renamed,
        Optional<LocalDate> joined) {
    static Person of(
            Heritage heritage, Sex sex, LocalDate born, String forename, String surname, String formerSurname) {
        return new Person(heritage, sex, born, forename, surname, formerSurname, Optional.empty(), Optional.empty());
    }

    Person renamedOn(LocalDate day) {
        return new Person(heritage, sex, born, forename, surname, formerSurname, Optional.of(day), joined);
    }

    Person joinedOn(LocalDate day) {
        return new Person(heritage, sex, born, forename, surname, formerSurname, renamed, Optional.of(day));
    }

    String surnameOn(LocalDate day) {
        return renamed.filter(day::isBefore).isPresent() ? formerSurname : surname;
    }

    int ageOn(LocalDate day) {
        return born.until(day).getYears();
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
