package uk.linkage.testdata;

import java.util.List;

/**
 * A social care case system, filled in by many hands: mixed case, a date in three columns, words for sex, street
 * kinds cut short, UNKNOWN where a name was asked and not given, NHS Numbers in a last column few use.
 */
record CouncilLayout() implements Layout {
    private static final String UNKNOWN = "UNKNOWN";
    private static final String[][] SHORT = {
        {" Road", " Rd"}, {" Street", " St"}, {" Avenue", " Ave"}, {" Lane", " Ln"}, {" Crescent", " Cres"}
    };

    @Override
    public List<String> header() {
        return List.of(
                "client_ref",
                "first_name",
                "last_name",
                "sex",
                "birth_day",
                "birth_month",
                "birth_year",
                "postcode",
                "address",
                "nhs_no");
    }

    @Override
    public List<String> row(String localId, Entry entry) {
        return List.of(
                localId,
                name(entry.forename()),
                name(entry.surname()),
                entry.sex().map(CouncilLayout::word).orElse("Unknown"),
                entry.born().map(date -> Integer.toString(date.getDayOfMonth())).orElse(""),
                entry.born().map(date -> Integer.toString(date.getMonthValue())).orElse(""),
                entry.born().map(date -> Integer.toString(date.getYear())).orElse(""),
                entry.postcode().replace(" ", ""),
                address(entry),
                entry.nhsNumber());
    }

    @Override
    public long localIds() {
        return 100_000_000;
    }

    @Override
    public String localId(long drawn) {
        return "SC-" + Letters.digits(drawn / 10_000, 4) + '-' + Letters.digits(drawn % 10_000, 4);
    }

    private static String name(String name) {
        return name.isEmpty() ? UNKNOWN : Letters.mixedCase(name);
    }

    private static String word(Sex sex) {
        return sex == Sex.FEMALE ? "Female" : "Male";
    }

    private static String address(Entry entry) {
        String line = Letters.mixedCase(entry.addressLine());
        for (String[] kind : SHORT) {
            if (line.endsWith(kind[0])) {
                line = line.substring(0, line.length() - kind[0].length()) + kind[1];
            }
        }
        return (line + " " + Letters.mixedCase(entry.town())).strip();
    }
}
