package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Keys in a resident at a provider's desk, with that provider's mistakes.
 *
 * <p>Policy is {@link Rate}; this is the worker. Immutable, the dice are the caller's.
 *
 * <pre>{@code
 * var clerk = new Clerk(Provider.COUNCIL);
 * if (clerk.knows(resident.person(), dice)) {
 *     Entry entry = clerk.entry(resident, dice);
 * }
 * }</pre>
 */
final class Clerk {
    private static final Address NOT_GIVEN = new Address("", "", "");

    private final Provider provider;
    private final OtherForms otherForms = new OtherForms();

    Clerk(Provider provider) {
        this.provider = provider;
    }

    boolean knows(Person person, SplitMix64 dice) {
        return happens(Rate.covering(person), dice);
    }

    Entry entry(Resident resident, SplitMix64 dice) {
        Person person = resident.person();
        boolean swapped = happens(Rate.NAMES_SWAPPED, dice);
        String forename = forename(person, dice);
        String surname = surname(person, dice);
        Address home = home(resident, dice);
        return new Entry(
                swapped ? surname : forename,
                swapped ? forename : surname,
                sex(person, dice),
                born(person, dice),
                postcode(home, dice),
                home.line(),
                home.town(),
                nhsNumber(resident, dice));
    }

    private String forename(Person person, SplitMix64 dice) {
        if (happens(Rate.FORENAME_MISSING, dice)) {
            return "";
        }
        boolean differs = happens(Rate.FORENAME_DIFFERS, dice);
        return differs ? otherForms.ofForename(person.forename(), dice) : person.forename();
    }

    private String surname(Person person, SplitMix64 dice) {
        if (happens(Rate.SURNAME_MISSING, dice)) {
            return "";
        }
        String surname = happens(Rate.surnameChanged(person), dice) ? person.formerSurname() : person.surname();
        return happens(Rate.SURNAME_MISSPELT, dice) ? otherForms.spelling(surname, dice) : surname;
    }

    private Optional<Sex> sex(Person person, SplitMix64 dice) {
        if (happens(Rate.SEX_MISSING, dice)) {
            return Optional.empty();
        }
        return Optional.of(happens(Rate.SEX_DIFFERS, dice) ? person.sex().other() : person.sex());
    }

    private Optional<LocalDate> born(Person person, SplitMix64 dice) {
        if (happens(Rate.BORN_MISSING, dice)) {
            return Optional.empty();
        }
        return Optional.of(happens(Rate.BORN_DIFFERS, dice) ? WrongDate.of(person.born(), dice) : person.born());
    }

    private Address home(Resident resident, SplitMix64 dice) {
        if (happens(Rate.ADDRESS_MISSING, dice)) {
            return NOT_GIVEN;
        }
        return happens(Rate.ADDRESS_STALE, dice) ? resident.formerHome() : resident.home();
    }

    private String postcode(Address home, SplitMix64 dice) {
        boolean mistyped =
                happens(Rate.POSTCODE_MISTYPED, dice) && !home.postcode().isEmpty();
        return mistyped ? spaced(Typing.slip(home.postcode().replace(" ", ""), dice)) : home.postcode();
    }

    private static String spaced(String postcode) {
        int inward = postcode.length() - 3;
        return postcode.substring(0, inward) + " " + postcode.substring(inward);
    }

    private String nhsNumber(Resident resident, SplitMix64 dice) {
        if (happens(Rate.NHS_NUMBER_MISSING, dice) || resident.nhsNumber().isEmpty()) {
            return "";
        }
        String number = resident.nhsNumber().get();
        if (happens(Rate.NHS_NUMBER_MISTYPED, dice)) {
            return WrongNumber.of(number, dice);
        }
        return happens(Rate.NHS_NUMBER_OF_ANOTHER, dice)
                ? resident.nearbyNumber().orElse(number)
                : number;
    }

    private boolean happens(Rate rate, SplitMix64 dice) {
        return dice.chance(rate.at(provider));
    }
}
