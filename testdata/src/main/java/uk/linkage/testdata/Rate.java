package uk.linkage.testdata;

import java.util.Locale;

/**
 * How often each thing happens at each provider to the usual person, in ten thousand: the whole of what can go wrong, on one page.
 * For whom it happens oftener is told by {@link Varies}; addresses and surnames that are out of date follow from {@link Contact}.
 *
 * <p>Errors are of the record against the true person and independent between providers, so two providers differ
 * about twice as often. A value that is missing has no other error. Every rate is asked once for each record.
 *
 * <p>SOURCE: hospital and GP after the CRATE validation (two systems of one trust, 126,904 patients), as means over everyone: forename
 * 2.2 %, surname changed 5.7 % of women and 1.3 % of men and 1 % spelt differently, date of birth 0.49 %, gender 0.33 %, names
 * swapped 0.08 %; how often an ambulance service has NHS Number and date of birth after CUREd (14 %). Coverage, missing values, the
 * council's rates (about twice as many typing errors) and the ambulance's are our judgement.
 */
enum Rate {
    COVERS_CHILDREN(4_500, 9_000, 2_300, 400, Varies.NOT, "people under 18 who are known to the provider"),
    COVERS_ADULTS(4_500, 9_000, 900, 800, Varies.NOT, "people of 18 to 64 who are known to the provider"),
    COVERS_OLDER(4_500, 9_000, 2_800, 2_500, Varies.NOT, "people of 65 and over who are known to the provider"),
    COVERS_DEAD(4_500, 500, 2_000, 4_000, Varies.NOT, "people who died in the last 5 years whom it still holds"),
    NHS_NUMBER_MISSING(290, 70, 5_300, 7_850, Varies.NUMBER, "NHS Number missing"),
    NHS_NUMBER_MISTYPED(10, 10, 10, 50, Varies.NOT, "NHS Number mistyped: fails its check digit"),
    NHS_NUMBER_OF_ANOTHER(5, 5, 5, 5, Varies.NOT, "NHS Number of another of the household, or of a neighbour"),
    NAMES_SWAPPED(4, 4, 4, 20, Varies.ORDER, "forename and surname in each other's place"),
    FORENAME_MISSING(20, 10, 100, 300, Varies.GAPS, "forename missing"),
    BABY(2_500, 0, 0, 0, Varies.NOT, "forename BABY: children under 1"),
    FORENAME_DIFFERS(165, 175, 330, 600, Varies.NAMES, "forename a nickname, spelt differently, or an initial"),
    SURNAME_MISSING(5, 5, 30, 200, Varies.GAPS, "surname missing"),
    SURNAME_ANOTHER(100, 100, 100, 200, Varies.NOT, "surname another: half of a double one, a former or a parent's"),
    SURNAME_MISSPELT(85, 85, 165, 400, Varies.NAMES, "surname spelt differently"),
    BORN_MISSING(20, 5, 200, 500, Varies.GAPS, "date of birth missing"),
    BORN_DIFFERS(
            45,
            45,
            90,
            200,
            Varies.DATES,
            "date of birth differs: 44 % day, 28 % month, 22 % year, 2 % swapped, 4 % all"),
    SEX_MISSING(30, 10, 300, 200, Varies.GAPS, "sex missing"),
    SEX_DIFFERS(30, 30, 30, 50, Varies.NOT, "sex the other"),
    ADDRESS_MISSING(50, 20, 300, 800, Varies.GAPS, "postcode and address missing"),
    POSTCODE_MISTYPED(100, 100, 200, 300, Varies.NOT, "postcode mistyped");

    private final int hospital;
    private final int gp;
    private final int council;
    private final int ambulance;
    private final Varies varies;
    private final String what;

    Rate(int hospital, int gp, int council, int ambulance, Varies varies, String what) {
        this.hospital = hospital;
        this.gp = gp;
        this.council = council;
        this.ambulance = ambulance;
        this.varies = varies;
        this.what = what;
    }

    /** For the usual person. */
    int at(Provider provider) {
        return switch (provider) {
            case HOSPITAL -> hospital;
            case GP -> gp;
            case COUNCIL -> council;
            case AMBULANCE -> ambulance;
        };
    }

    /** For this one: the odds of the usual person, so many times. */
    int at(Provider provider, Resident resident) {
        int usual = at(provider);
        if (varies == Varies.NOT) {
            return usual;
        }
        long happens = (long) usual * varies.percent(resident);
        return (int) (10_000 * happens / (happens + 100L * (10_000 - usual)));
    }

    static Rate covering(Resident resident) {
        int age = resident.age();
        return resident.died().isPresent()
                ? COVERS_DEAD
                : age < 18 ? COVERS_CHILDREN : age < 65 ? COVERS_ADULTS : COVERS_OLDER;
    }

    /** One line of the table people read: four percentages and what they are of. */
    String line() {
        return percent(hospital) + percent(gp) + percent(council) + percent(ambulance) + "  " + what;
    }

    private static String percent(int inTenThousand) {
        return String.format(Locale.ROOT, "%5d.%02d %%", inTenThousand / 100, inTenThousand % 100);
    }
}
