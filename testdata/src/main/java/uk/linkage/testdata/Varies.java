package uk.linkage.testdata;

/**
 * For whom something goes wrong oftener than for others: in percent of the odds of the usual person, whose names are of these islands
 * and who is settled, not between 18 and 29, and not of the most deprived fifth.
 *
 * <p>That numbers are missing and names misspelt oftener for minorities, the deprived, the mobile and the young is what validation
 * studies find again and again; by how much is our judgement. SOURCE: M. A. Bohensky et al., Data linkage: a powerful research tool with
 * potential problems, BMC Health Services Research 10, 2010; G. Hagger-Johnson et al., Data linkage errors in hospital administrative
 * data when applying a pseudonymisation algorithm to paediatric intensive care records, BMJ Open 5, 2015.
 */
enum Varies {
    /** For nobody. */
    NOT,
    /** NHS Numbers. */
    NUMBER,
    /** The spelling of names. */
    NAMES,
    /** Which name comes first. */
    ORDER,
    /** Dates of birth. */
    DATES,
    /** Whatever else was not asked. */
    GAPS;

    static final String TABLE = """
            These are the rates of the usual person: names of Britain or Ireland, settled, not of 18 to 29, not in the most deprived
            fifth. For others the odds are so many times as high, and where several things hold at once, all of them:

              NHS Number missing      1.8 other names, 1.4 most deprived fifth, 1.4 aged 18 to 29,
                                      1.5 sharers and communal houses, 4 no fixed abode
              forename or surname     2 other names, 1.2 most deprived fifth
              differs, spelling
              names swapped           40 Chinese names, 4 other names
              date of birth differs   2 Pakistani, Indian, African and Arabic names
              anything else missing   2 sharers and communal houses, 3 no fixed abode
            """;

    int percent(Resident resident) {
        Heritage heritage = resident.person().heritage();
        boolean other = !heritage.isOfTheseIslands();
        return switch (this) {
            case NOT -> 100;
            case NUMBER ->
                times(other ? 180 : 100, poor(resident, 140), young(resident, 140), unsettled(resident, 150, 400));
            case NAMES -> times(other ? 200 : 100, poor(resident, 120));
            case ORDER -> heritage == Heritage.CHINESE ? 4_000 : other ? 400 : 100;
            case DATES -> other && heritage != Heritage.POLISH && heritage != Heritage.CHINESE ? 200 : 100;
            case GAPS -> unsettled(resident, 200, 300);
        };
    }

    private static int poor(Resident resident, int percent) {
        return resident.deprivation().orElse(5) == 1 ? percent : 100;
    }

    private static int young(Resident resident, int percent) {
        return resident.age() >= 18 && resident.age() < 30 ? percent : 100;
    }

    private static int unsettled(Resident resident, int sharers, int noAbode) {
        HouseholdKind kind = resident.household().kind();
        return kind == HouseholdKind.NO_FIXED_ABODE ? noAbode : kind.isOfStrangers() ? sharers : 100;
    }

    private static int times(int... percents) {
        int product = 100;
        for (int percent : percents) {
            product = product * percent / 100;
        }
        return product;
    }
}
