package uk.linkage.testdata;

import java.util.Locale;

/**
 * How often each thing happens at each provider, in ten thousand: the whole of what can go wrong, on one page.
 *
 * <p>Errors are of the record against the true person and independent between providers, so two providers differ
 * about twice as often. A value that is missing has no other error. Every rate is asked once for each record.
 *
 * <p>SOURCE: hospital and GP after the CRATE validation (two systems of one trust, 126,904 patients): forename 2.2 %,
 * surname changed 5.7 % of women and 1.3 % of men and 1 % spelt differently, date of birth 0.49 %, gender 0.33 %, names
 * swapped 0.08 %. CRATE saw 30 % of postcodes differ, but between records that may be decades apart; extracts drawn
 * at one time agree far oftener, so fewer have moved here. Coverage, missing values and the council's rates (about
 * twice as many typing errors) are our judgement.
 */
enum Rate {
    COVERS_CHILDREN(4_500, 9_000, 2_300, "people under 18 who are known to the provider"),
    COVERS_ADULTS(4_500, 9_000, 900, "people of 18 to 64 who are known to the provider"),
    COVERS_OLDER(4_500, 9_000, 2_800, "people of 65 and over who are known to the provider"),
    NHS_NUMBER_MISSING(400, 100, 6_000, "NHS Number missing"),
    NHS_NUMBER_MISTYPED(10, 10, 10, "NHS Number mistyped: fails its check digit"),
    NHS_NUMBER_OF_ANOTHER(5, 5, 5, "NHS Number of another member of the household, or of a neighbour"),
    NAMES_SWAPPED(8, 8, 8, "forename and surname in each other's place"),
    FORENAME_MISSING(20, 10, 100, "forename missing"),
    FORENAME_DIFFERS(200, 210, 400, "forename a nickname, spelt differently, or an initial"),
    SURNAME_MISSING(5, 5, 30, "surname missing"),
    SURNAME_CHANGED_WOMEN(570, 570, 570, "surname another one: women of 18 and over"),
    SURNAME_CHANGED_OTHERS(130, 130, 130, "surname another one: men and children"),
    SURNAME_MISSPELT(100, 100, 200, "surname spelt differently"),
    BORN_MISSING(20, 5, 200, "date of birth missing"),
    BORN_DIFFERS(50, 50, 100, "date of birth differs: 44 % day, 28 % month, 22 % year, 2 % swapped, 4 % all"),
    SEX_MISSING(30, 10, 300, "sex missing"),
    SEX_DIFFERS(30, 30, 30, "sex the other"),
    ADDRESS_MISSING(50, 20, 300, "postcode and address missing"),
    ADDRESS_STALE(1_000, 400, 1_500, "postcode and address of the former home"),
    POSTCODE_MISTYPED(100, 100, 200, "postcode mistyped");

    private final int hospital;
    private final int gp;
    private final int council;
    private final String what;

    Rate(int hospital, int gp, int council, String what) {
        this.hospital = hospital;
        this.gp = gp;
        this.council = council;
        this.what = what;
    }

    int at(Provider provider) {
        return switch (provider) {
            case HOSPITAL -> hospital;
            case GP -> gp;
            case COUNCIL -> council;
        };
    }

    static Rate covering(Person person) {
        int age = person.age();
        return age < 18 ? COVERS_CHILDREN : age < 65 ? COVERS_ADULTS : COVERS_OLDER;
    }

    static Rate surnameChanged(Person person) {
        boolean woman = person.sex() == Sex.FEMALE && person.age() >= 18;
        return woman ? SURNAME_CHANGED_WOMEN : SURNAME_CHANGED_OTHERS;
    }

    /** One line of the table people read: three percentages and what they are of. */
    String line() {
        return percent(hospital) + percent(gp) + percent(council) + "  " + what;
    }

    private static String percent(int inTenThousand) {
        return String.format(Locale.ROOT, "%5d.%02d %%", inTenThousand / 100, inTenThousand % 100);
    }
}
