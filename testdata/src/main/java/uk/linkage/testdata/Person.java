package uk.linkage.testdata;

import java.time.LocalDate;

/**
 * Someone who does not exist: the true values, in capitals with their accents.
 *
 * <p>{@code formerSurname} is the one a provider may still hold: a maiden name, or one from another marriage.
 * Prints as {@code Person[…]}, like every person value here.
 */
record Person(Heritage heritage, Sex sex, LocalDate born, String forename, String surname, String formerSurname) {
    int age() {
        return born.until(Population.DAY).getYears();
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
