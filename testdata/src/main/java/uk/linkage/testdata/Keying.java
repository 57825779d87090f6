package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One resident being keyed in: asks each {@link Rate} once and notes what went wrong.
 *
 * <p>Made for one entry and used up by it.
 */
final class Keying {
    private static final Address NOT_GIVEN = new Address("", "", "");

    private final Provider provider;
    private final OtherForms otherForms;
    private final Resident resident;
    private final Person person;
    private final SplitMix64 dice;
    private final Set<Slip> slips = EnumSet.noneOf(Slip.class);

    Keying(Provider provider, OtherForms otherForms, Resident resident, SplitMix64 dice) {
        this.provider = provider;
        this.otherForms = otherForms;
        this.resident = resident;
        this.person = resident.person();
        this.dice = dice;
    }

    Entry entry() {
        boolean swapped = happens(Rate.NAMES_SWAPPED, Slip.NAMES_SWAPPED);
        String forename = forename();
        String surname = surname();
        Address home = home();
        return new Entry(
                swapped ? surname : forename,
                swapped ? forename : surname,
                sex(),
                born(),
                postcode(home),
                home.line(),
                home.town(),
                nhsNumber(),
                slips);
    }

    private String forename() {
        if (happens(Rate.FORENAME_MISSING, Slip.FORENAME_MISSING)) {
            return "";
        }
        boolean differs = happens(Rate.FORENAME_DIFFERS, Slip.FORENAME_DIFFERS);
        return differs ? otherForms.ofForename(person.forename(), dice) : person.forename();
    }

    private String surname() {
        if (happens(Rate.SURNAME_MISSING, Slip.SURNAME_MISSING)) {
            return "";
        }
        boolean changed = happens(Rate.surnameChanged(person), Slip.SURNAME_CHANGED);
        String surname = changed ? person.formerSurname() : person.surname();
        return happens(Rate.SURNAME_MISSPELT, Slip.SURNAME_MISSPELT) ? otherForms.spelling(surname, dice) : surname;
    }

    private Optional<Sex> sex() {
        if (happens(Rate.SEX_MISSING, Slip.SEX_MISSING)) {
            return Optional.empty();
        }
        boolean differs = happens(Rate.SEX_DIFFERS, Slip.SEX_DIFFERS);
        return Optional.of(differs ? person.sex().other() : person.sex());
    }

    private Optional<LocalDate> born() {
        if (happens(Rate.BORN_MISSING, Slip.BORN_MISSING)) {
            return Optional.empty();
        }
        boolean differs = happens(Rate.BORN_DIFFERS, Slip.BORN_DIFFERS);
        return Optional.of(differs ? WrongDate.of(person.born(), dice) : person.born());
    }

    private Address home() {
        if (happens(Rate.ADDRESS_MISSING, Slip.ADDRESS_MISSING)) {
            return NOT_GIVEN;
        }
        return happens(Rate.ADDRESS_STALE, Slip.ADDRESS_STALE) ? resident.formerHome() : resident.home();
    }

    private String postcode(Address home) {
        boolean mistyped = dice.chance(Rate.POSTCODE_MISTYPED.at(provider))
                && !home.postcode().isEmpty();
        if (!mistyped) {
            return home.postcode();
        }
        slips.add(Slip.POSTCODE_MISTYPED);
        return spaced(Typing.slip(home.postcode().replace(" ", ""), dice));
    }

    private static String spaced(String postcode) {
        int inward = postcode.length() - 3;
        return postcode.substring(0, inward) + " " + postcode.substring(inward);
    }

    private String nhsNumber() {
        if (dice.chance(Rate.NHS_NUMBER_MISSING.at(provider))
                || resident.nhsNumber().isEmpty()) {
            slips.add(Slip.NUMBER_MISSING);
            return "";
        }
        String number = resident.nhsNumber().get();
        if (happens(Rate.NHS_NUMBER_MISTYPED, Slip.NUMBER_MISTYPED)) {
            return WrongNumber.of(number, dice);
        }
        return dice.chance(Rate.NHS_NUMBER_OF_ANOTHER.at(provider)) ? ofAnother(number) : number;
    }

    private String ofAnother(String number) {
        String other = resident.nearbyNumber().orElse(number);
        if (!other.equals(number)) {
            slips.add(Slip.NUMBER_OF_ANOTHER);
        }
        return other;
    }

    private boolean happens(Rate rate, Slip slip) {
        boolean happens = dice.chance(rate.at(provider));
        if (happens) {
            slips.add(slip);
        }
        return happens;
    }
}
