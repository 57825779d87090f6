package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.List;

/**
 * An ambulance service's log of its last call to someone, filled in on the way: capitals, YYYYMMDD, sex as a word in capitals, and
 * an NHS Number where somebody had the time.
 */
record AmbulanceLayout() implements Layout {
    @Override
    public List<String> header() {
        return List.of("case_ref", "surname", "forename", "dob", "gender", "address", "postcode", "nhs_no");
    }

    @Override
    public List<String> row(String localId, Entry entry) {
        return List.of(
                localId,
                Letters.plain(entry.surname()),
                Letters.plain(entry.forename()),
                entry.born().map(AmbulanceLayout::digits).orElse(""),
                entry.sex().map(Sex::name).orElse(""),
                (entry.addressLine() + " " + entry.town()).strip(),
                entry.postcode(),
                entry.nhsNumber());
    }

    @Override
    public long localIds() {
        return 1_000_000_000;
    }

    @Override
    public String localId(long drawn) {
        return "CAD" + Letters.digits(drawn, 9);
    }

    private static String digits(LocalDate date) {
        return Letters.digits(date.getYear(), 4)
                + Letters.digits(date.getMonthValue(), 2)
                + Letters.digits(date.getDayOfMonth(), 2);
    }
}
