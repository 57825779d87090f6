package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.List;

/**
 * A general practice system: names as their bearers write them, YYYY-MM-DD, sex as 1 2 or 9, NHS Numbers 3-3-4.
 *
 * <p>SOURCE: ISB 0149 for the form of the number; NHS Data Dictionary, PERSON STATED GENDER CODE.
 */
record GpLayout() implements Layout {
    private static final long FIRST = 10_000_000;

    @Override
    public List<String> header() {
        return List.of(
                "Patient ID", "NHS Number", "Given Name", "Family Name", "Gender", "DOB", "Post Code", "Address");
    }

    @Override
    public List<String> row(String localId, Entry entry) {
        return List.of(
                localId,
                spaced(entry.nhsNumber()),
                Letters.mixedCase(entry.forename()),
                Letters.mixedCase(entry.surname()),
                entry.sex().map(GpLayout::code).orElse("9"),
                entry.born().map(LocalDate::toString).orElse(""),
                entry.postcode(),
                address(entry));
    }

    @Override
    public long localIds() {
        return 90_000_000;
    }

    @Override
    public String localId(long drawn) {
        return Long.toString(FIRST + drawn);
    }

    private static String code(Sex sex) {
        return sex == Sex.MALE ? "1" : "2";
    }

    private static String spaced(String number) {
        return number.isEmpty()
                ? ""
                : number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
    }

    private static String address(Entry entry) {
        String address = entry.town().isEmpty() ? entry.addressLine() : entry.addressLine() + ", " + entry.town();
        return Letters.mixedCase(address);
    }
}
