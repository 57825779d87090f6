package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One resident being keyed in: what was so when the provider was last told, with each {@link Rate} asked once, and what is wrong noted.
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
    private final Contact.Days days;
    private final Set<Slip> slips = EnumSet.noneOf(Slip.class);

    Keying(Provider provider, OtherForms otherForms, Resident resident, SplitMix64 dice) {
        this.provider = provider;
        this.otherForms = otherForms;
        this.resident = resident;
        this.person = resident.person();
        this.dice = dice;
        this.days = provider.contact().days(person.born(), resident.lastDay(), dice);
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
        if (resident.age() < 1 && happens(Rate.BABY, Slip.FORENAME_MISSING)) {
            return "BABY";
        }
        boolean differs = happens(Rate.FORENAME_DIFFERS, Slip.FORENAME_DIFFERS);
        return differs ? otherForms.ofForename(person, provider.habit(), dice) : person.forename();
    }

    private String surname() {
        if (happens(Rate.SURNAME_MISSING, Slip.SURNAME_MISSING)) {
            return "";
        }
        String surname = person.surnameOn(days.name());
        if (happens(Rate.SURNAME_ANOTHER)) {
            surname = otherForms.anotherSurname(person, dice);
        }
        if (!surname.equals(resident.surname())) {
            slips.add(Slip.SURNAME_CHANGED);
        }
        boolean misspelt = happens(Rate.SURNAME_MISSPELT, Slip.SURNAME_MISSPELT);
        return misspelt ? otherForms.spelling(surname, provider.habit(), dice) : surname;
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
        Address home = resident.homeOn(days.address());
        if (!home.equals(resident.home())) {
            slips.add(Slip.ADDRESS_STALE);
        }
        return home;
    }

    private String postcode(Address home) {
        if (!happens(Rate.POSTCODE_MISTYPED) || home.postcode().isEmpty()) {
            return home.postcode();
        }
        slips.add(Slip.POSTCODE_MISTYPED);
        return spaced(Typing.slip(home.postcode().replace(" ", ""), provider.habit(), dice));
    }

    private static String spaced(String postcode) {
        int inward = postcode.length() - 3;
        return postcode.substring(0, inward) + " " + postcode.substring(inward);
    }

    private String nhsNumber() {
        if (happens(Rate.NHS_NUMBER_MISSING) || resident.nhsNumber().isEmpty()) {
            slips.add(Slip.NUMBER_MISSING);
            return "";
        }
        String number = resident.nhsNumber().get();
        if (happens(Rate.NHS_NUMBER_MISTYPED, Slip.NUMBER_MISTYPED)) {
            return WrongNumber.of(number, dice);
        }
        return happens(Rate.NHS_NUMBER_OF_ANOTHER) ? ofAnother(number) : number;
    }

    private String ofAnother(String number) {
        String other = resident.nearbyNumber().orElse(number);
        if (!other.equals(number)) {
            slips.add(Slip.NUMBER_OF_ANOTHER);
        }
        return other;
    }

    private boolean happens(Rate rate, Slip slip) {
        boolean happens = happens(rate);
        if (happens) {
            slips.add(slip);
        }
        return happens;
    }

    private boolean happens(Rate rate) {
        return dice.chance(rate.at(provider, resident));
    }
}
