package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the extracts of 20,000 people back and counts what differs from the truth, against the stated rates. */
class ErrorRatesTest {
    private static final int PEOPLE = 20_000;
    private static final long SEED = 11;
    private static final Population TRUTH = new Population(PEOPLE, new Seed(SEED));
    private static final Map<Provider, List<Record>> RECORDS = new EnumMap<>(Provider.class);
    private static final Entry NOTHING =
            new Entry("", "", Optional.empty(), Optional.empty(), "", "", "", "", Set.of());

    /** A row as written, the row it would be without a mistake, and the row of the former home. */
    private record Record(
            Provider provider, Resident resident, List<String> row, List<String> right, List<String> stale) {
        String cell(Column column) {
            return column.of(provider, row);
        }

        boolean misses(Column column) {
            return cell(column).equals(column.of(provider, provider.layout().row("", NOTHING)));
        }

        boolean has(Column column) {
            return !misses(column);
        }

        boolean differs(Column column) {
            return !cell(column).equals(column.of(provider, right));
        }

        boolean moved() {
            return differs(Column.ADDRESS);
        }

        String digits() {
            return cell(Column.NHS_NUMBER).replace(" ", "");
        }
    }

    /** Where each provider has a column. */
    private enum Column {
        FORENAME(2, 2, 1),
        SURNAME(3, 3, 2),
        SEX(4, 4, 3),
        BORN(5, 5, 4),
        POSTCODE(6, 6, 7),
        ADDRESS(7, 7, 8),
        NHS_NUMBER(1, 1, 9);

        private final int[] places;

        Column(int... places) {
            this.places = places;
        }

        String of(Provider provider, List<String> row) {
            int at = places[provider.ordinal()];
            boolean threeColumns = this == BORN && provider == Provider.COUNCIL;
            return threeColumns ? String.join("/", row.subList(at, at + 3)) : row.get(at);
        }
    }

    @BeforeAll
    static void writeAndRead(@TempDir Path directory) throws IOException {
        Written written = new Synthetic(PEOPLE, SEED).writeTo(directory);
        var truth = Rows.of(written.truth()).iterator();
        truth.next();
        for (Provider provider : Provider.values()) {
            var records = new ArrayList<Record>();
            var rows = Rows.of(directory.resolve(provider.label() + ".csv"));
            for (List<String> row : rows.subList(1, rows.size())) {
                records.add(record(
                        provider, row, Integer.parseInt(truth.next().get(2).substring(1))));
            }
            RECORDS.put(provider, records);
        }
    }

    private static Record record(Provider provider, List<String> row, int person) {
        Resident resident = TRUTH.resident(person);
        Entry right = Entry.of(resident);
        Address former = resident.formerHome();
        Entry stale = new Entry(
                "", "", right.sex(), right.born(), former.postcode(), former.line(), former.town(), "", Set.of());
        Layout layout = provider.layout();
        return new Record(provider, resident, row, layout.row("", right), layout.row("", stale));
    }

    @Test
    void providersKnowTheirSharesOfTheYoungTheGrownAndTheOld() {
        for (Rate rate : List.of(Rate.COVERS_CHILDREN, Rate.COVERS_ADULTS, Rate.COVERS_OLDER)) {
            long all = IntStream.range(0, PEOPLE)
                    .filter(person -> Rate.covering(TRUTH.resident(person).person()) == rate)
                    .count();
            RECORDS.forEach((provider, records) -> {
                long known = records.stream()
                        .filter(record -> Rate.covering(record.resident().person()) == rate)
                        .count();
                assertWithin(provider + " " + rate, known, all, rate.at(provider));
            });
        }
    }

    @Test
    void valuesAreMissingAsOftenAsStated() {
        check(Rate.FORENAME_MISSING, record -> record.has(Column.SURNAME), record -> record.misses(Column.FORENAME));
        check(Rate.SURNAME_MISSING, record -> record.has(Column.FORENAME), record -> record.misses(Column.SURNAME));
        check(Rate.SEX_MISSING, record -> true, record -> record.misses(Column.SEX));
        check(Rate.BORN_MISSING, record -> true, record -> record.misses(Column.BORN));
        check(Rate.ADDRESS_MISSING, record -> true, record -> record.misses(Column.ADDRESS));
        check(Rate.NHS_NUMBER_MISSING, record -> true, record -> record.misses(Column.NHS_NUMBER));
    }

    @Test
    void forenamesDifferAsOftenAsStated() {
        check(Rate.FORENAME_DIFFERS, ErrorRatesTest::named, record -> record.differs(Column.FORENAME));
    }

    @Test
    void namesAreSwappedAsOftenAsStated() {
        check(Rate.NAMES_SWAPPED, record -> true, ErrorRatesTest::swapped);
    }

    @Test
    void surnamesChangeAndAreMisspeltAsOftenAsStated() {
        for (Rate changed : List.of(Rate.SURNAME_CHANGED_WOMEN, Rate.SURNAME_CHANGED_OTHERS)) {
            RECORDS.forEach((provider, records) -> {
                var asked = records.stream()
                        .filter(record -> Rate.surnameChanged(record.resident().person()) == changed)
                        .filter(ErrorRatesTest::named)
                        .toList();
                long differs = asked.stream()
                        .filter(record -> record.differs(Column.SURNAME))
                        .count();
                int either = changed.at(provider) + Rate.SURNAME_MISSPELT.at(provider);
                assertWithin(provider + " " + changed, differs, asked.size(), either);
            });
        }
    }

    @Test
    void sexAndDateOfBirthDifferAsOftenAsStated() {
        check(Rate.SEX_DIFFERS, record -> record.has(Column.SEX), record -> record.differs(Column.SEX));
        check(Rate.BORN_DIFFERS, record -> record.has(Column.BORN), record -> record.differs(Column.BORN));
    }

    @Test
    void addressesAreStaleAndPostcodesMistypedAsOftenAsStated() {
        check(Rate.ADDRESS_STALE, record -> record.has(Column.ADDRESS), Record::moved);
        check(Rate.POSTCODE_MISTYPED, record -> record.has(Column.ADDRESS), record -> {
            List<String> written = record.moved() ? record.stale() : record.right();
            return !record.cell(Column.POSTCODE).equals(Column.POSTCODE.of(record.provider(), written));
        });
    }

    @Test
    void nhsNumbersAreMistypedOrOfAnotherAsOftenAsStated() {
        Predicate<Record> present = record -> record.has(Column.NHS_NUMBER);
        Predicate<Record> passes = record -> Modulus11.passes(record.digits());
        check(Rate.NHS_NUMBER_MISTYPED, present, passes.negate());
        check(Rate.NHS_NUMBER_OF_ANOTHER, present.and(passes), record -> record.differs(Column.NHS_NUMBER));
    }

    @Test
    void everyNhsNumberThatPassesItsCheckIsOfTheRangeThatIsNeverIssued() {
        assertThat(RECORDS.values().stream()
                        .flatMap(List::stream)
                        .map(Record::digits)
                        .filter(digits -> !digits.isEmpty() && Modulus11.passes(digits)))
                .hasSizeGreaterThan(25_000)
                .allMatch(digits -> digits.startsWith("999"));
    }

    private static boolean named(Record record) {
        return record.has(Column.FORENAME) && record.has(Column.SURNAME) && !swapped(record);
    }

    /** Either name stands in the other's place: a name slip beside it does not hide that. */
    private static boolean swapped(Record record) {
        String forename = Column.FORENAME.of(record.provider(), record.right());
        String surname = Column.SURNAME.of(record.provider(), record.right());
        boolean same = forename.equals(surname);
        return !same
                && (record.cell(Column.FORENAME).equals(surname)
                        || record.cell(Column.SURNAME).equals(forename));
    }

    private static void check(Rate rate, Predicate<Record> asked, Predicate<Record> happened) {
        RECORDS.forEach((provider, records) -> {
            var those = records.stream().filter(asked).toList();
            long count = those.stream().filter(happened).count();
            assertWithin(provider + " " + rate, count, those.size(), rate.at(provider));
        });
    }

    /** Within four standard deviations of the binomial, and one for the fraction of a count. */
    private static void assertWithin(String what, long count, long of, int inTenThousand) {
        double p = inTenThousand / 10_000.0;
        double slack = 1 + 4 * Math.sqrt(of * p * (1 - p));
        assertThat((double) count).as("%s, seed %d: of %d", what, SEED, of).isBetween(of * p - slack, of * p + slack);
    }
}
