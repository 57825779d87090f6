package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.List;

/**
 * A patient administration system of some age: capitals, no accents, DD/MM/YYYY, M F or U.
 *
 * <p>It must have a postcode, so one that is missing is ZZ99 3WZ, not known.
 */
record HospitalLayout() implements Layout {
    private static final String NOT_KNOWN = "ZZ99 3WZ";

    @Override
    public List<String> header() {
        return List.of(
                "hospital_no", "nhs_number", "forename", "surname", "sex", "date_of_birth", "postcode", "address");
    }

    @Override
    public List<String> row(String localId, Entry entry) {
        return List.of(
                localId,
                entry.nhsNumber(),
                Letters.plain(entry.forename()),
                Letters.plain(entry.surname()),
                entry.sex().map(HospitalLayout::letter).orElse("U"),
                entry.born().map(HospitalLayout::dayFirst).orElse(""),
                entry.postcode().isEmpty() ? NOT_KNOWN : entry.postcode(),
                entry.town().isEmpty() ? entry.addressLine() : entry.addressLine() + ", " + entry.town());
    }

    @Override
    public long localIds() {
        return 26_000_000;
    }

    @Override
    public String localId(long drawn) {
        return (char) ('A' + drawn / 1_000_000) + Letters.digits(drawn % 1_000_000, 6);
    }

    private static String letter(Sex sex) {
        return sex == Sex.FEMALE ? "F" : "M";
    }

    private static String dayFirst(LocalDate date) {
        return Letters.digits(date.getDayOfMonth(), 2)
                + '/'
                + Letters.digits(date.getMonthValue(), 2)
                + '/'
                + Letters.digits(date.getYear(), 4);
    }
}
