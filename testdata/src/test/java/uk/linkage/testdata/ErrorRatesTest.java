package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** A row as written, and the row it would be without a mistake. */
    private record Record(Provider provider, Resident resident, List<String> row, List<String> right) {
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

        /** What a column would be with another home or surname, and nothing wrong. */
        String with(Column column, Address home, String surname) {
            Entry other = new Entry(
                    "",
                    surname,
                    Optional.empty(),
                    Optional.empty(),
                    home.postcode(),
                    home.line(),
                    home.town(),
                    "",
                    Set.of());
            return column.of(provider, provider.layout().row("", other));
        }

        String digits() {
            return cell(Column.NHS_NUMBER).replace(" ", "");
        }
    }

    /** Where each provider has a column. */
    private enum Column {
        FORENAME(2, 2, 1, 2),
        SURNAME(3, 3, 2, 1),
        SEX(4, 4, 3, 4),
        BORN(5, 5, 4, 3),
        POSTCODE(6, 6, 7, 6),
        ADDRESS(7, 7, 8, 5),
        NHS_NUMBER(1, 1, 9, 7);

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
        Written written =
                new Synthetic(PEOPLE, SEED, List.of("hospital", "gp", "council", "ambulance")).writeTo(directory);
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
        return new Record(provider, resident, row, provider.layout().row("", Entry.of(resident)));
    }

    @Test
    void providersKnowTheirSharesOfTheYoungTheGrownTheOldAndTheDead() {
        for (Rate rate : List.of(Rate.COVERS_CHILDREN, Rate.COVERS_ADULTS, Rate.COVERS_OLDER, Rate.COVERS_DEAD)) {
            long all = IntStream.range(0, PEOPLE)
                    .filter(person -> Rate.covering(TRUTH.resident(person)) == rate)
                    .count();
            RECORDS.forEach((provider, records) -> {
                long known = records.stream()
                        .filter(record -> Rate.covering(record.resident()) == rate)
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
        check(
                Rate.FORENAME_DIFFERS,
                record -> named(record) && !baby(record),
                record -> record.differs(Column.FORENAME));
        check(
                Rate.BABY,
                record -> record.has(Column.FORENAME) && record.resident().age() < 1,
                ErrorRatesTest::baby);
    }

    @Test
    void namesAreSwappedAsOftenAsStated() {
        check(Rate.NAMES_SWAPPED, record -> true, ErrorRatesTest::swapped);
    }

    @Test
    void surnamesAreAnotherOneAndMisspeltAsOftenAsStated() {
        check(
                Rate.SURNAME_ANOTHER,
                record -> named(record) && hasAlwaysHadOneName(record.resident().person()),
                record -> isSurname(record, record.resident().person().formerSurname()));
        check(Rate.SURNAME_MISSPELT, ErrorRatesTest::named, record -> {
            Person person = record.resident().person();
            boolean part = List.of(person.surname().split("[- ]")).stream().anyMatch(name -> isSurname(record, name));
            return !part && !isSurname(record, person.surname()) && !isSurname(record, person.formerSurname());
        });
    }

    @Test
    void surnamesThatWomenHadBeforeStayOnRecordForSomeYears() {
        RECORDS.forEach((provider, records) -> {
            Predicate<Record> former = record -> isSurname(
                    record,
                    record.resident()
                            .person()
                            .surnameOn(record.resident().person().born()));
            double women = share(records, ErrorRatesTest::renamedWoman, former);
            assertThat(women).as(provider.label()).isBetween(0.1, 0.65);
        });
        assertThat(share(RECORDS.get(Provider.GP), ErrorRatesTest::renamedWoman, r -> r.differs(Column.SURNAME)))
                .isLessThan(share(
                        RECORDS.get(Provider.COUNCIL), ErrorRatesTest::renamedWoman, r -> r.differs(Column.SURNAME)));
    }

    @Test
    void sexAndDateOfBirthDifferAsOftenAsStated() {
        check(Rate.SEX_DIFFERS, record -> record.has(Column.SEX), record -> record.differs(Column.SEX));
        check(Rate.BORN_DIFFERS, record -> record.has(Column.BORN), record -> record.differs(Column.BORN));
    }

    @Test
    void addressesAreThoseOfSomeFormerHomeTheOftenerTheMorePeopleMoveAndTheLessTheyAreSeen() {
        Predicate<Record> has = record -> record.has(Column.ADDRESS);
        RECORDS.forEach((provider, records) -> assertThat(records.stream().filter(has))
                .allMatch(record -> record.resident().homes().stream().anyMatch(home -> isHome(record, home))));
        assertThat(share(RECORDS.get(Provider.GP), has, Record::moved)).isBetween(0.035, 0.07);
        assertThat(share(RECORDS.get(Provider.HOSPITAL), has, Record::moved)).isBetween(0.08, 0.13);
        assertThat(share(RECORDS.get(Provider.COUNCIL), has, Record::moved)).isBetween(0.11, 0.19);
        assertThat(share(RECORDS.get(Provider.AMBULANCE), has, Record::moved)).isBetween(0.11, 0.25);
        assertThat(share(RECORDS.get(Provider.HOSPITAL), has.and(ErrorRatesTest::shares), Record::moved))
                .isGreaterThan(2
                        * share(
                                RECORDS.get(Provider.HOSPITAL),
                                has.and(r -> r.resident().age() >= 65),
                                Record::moved));
    }

    @Test
    void postcodesAreMistypedAsOftenAsStated() {
        check(
                Rate.POSTCODE_MISTYPED,
                record -> record.has(Column.ADDRESS),
                record -> record.resident().homes().stream()
                        .filter(home -> isHome(record, home))
                        .noneMatch(
                                home -> record.cell(Column.POSTCODE).equals(record.with(Column.POSTCODE, home, ""))));
    }

    @Test
    void numbersAreMissingOftenerAsStatedForSomeThanForOthers() {
        Map<String, Predicate<Record>> groups = Map.of(
                "other names",
                record -> !record.resident().person().heritage().isOfTheseIslands(),
                "18 to 29",
                record -> record.resident().age() >= 18 && record.resident().age() < 30,
                "most deprived",
                record -> record.resident().deprivation().orElse(5) == 1,
                "strangers",
                record -> record.resident().household().kind().isOfStrangers());
        groups.forEach((name, group) -> {
            check(Rate.NHS_NUMBER_MISSING, group, record -> record.misses(Column.NHS_NUMBER));
            for (Provider provider : List.of(Provider.HOSPITAL, Provider.COUNCIL)) {
                assertThat(share(RECORDS.get(provider), group, record -> record.misses(Column.NHS_NUMBER)))
                        .as(name + " at " + provider.label())
                        .isGreaterThan(share(
                                RECORDS.get(provider), group.negate(), record -> record.misses(Column.NHS_NUMBER)));
            }
        });
    }

    @Test
    void namesOfOtherLanguagesDifferAsStatedAndOftener() {
        Predicate<Record> other =
                record -> !record.resident().person().heritage().isOfTheseIslands() && named(record) && !baby(record);
        check(Rate.FORENAME_DIFFERS, other, record -> record.differs(Column.FORENAME));
        assertThat(share(RECORDS.get(Provider.GP), other, record -> record.differs(Column.FORENAME)))
                .isGreaterThan(1.4
                        * share(
                                RECORDS.get(Provider.GP),
                                record -> named(record) && !baby(record) && !other.test(record),
                                record -> record.differs(Column.FORENAME)));
        check(
                Rate.NAMES_SWAPPED,
                record -> record.resident().person().heritage() == Heritage.CHINESE,
                ErrorRatesTest::swapped);
    }

    @Test
    void onAverageErrorsAreThoseThatTheFieldReports() {
        Predicate<Record> all = record -> true;
        List<Record> hospital = RECORDS.get(Provider.HOSPITAL);
        assertThat(share(hospital, ErrorRatesTest::named, r -> !baby(r) && r.differs(Column.FORENAME)))
                .isBetween(0.018, 0.026);
        assertThat(share(hospital, r -> r.has(Column.BORN), r -> r.differs(Column.BORN)))
                .isBetween(0.003, 0.007);
        assertThat(share(hospital, all, r -> r.misses(Column.NHS_NUMBER))).isBetween(0.035, 0.05);
        assertThat(share(RECORDS.get(Provider.AMBULANCE), all, r -> r.has(Column.NHS_NUMBER) && r.has(Column.BORN)))
                .isBetween(0.12, 0.16);
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

    private static boolean baby(Record record) {
        return record.cell(Column.FORENAME).equalsIgnoreCase("BABY");
    }

    private static boolean shares(Record record) {
        return record.resident().household().kind() == HouseholdKind.SHARED;
    }

    private static boolean renamedWoman(Record record) {
        Person person = record.resident().person();
        boolean lately = person.renamed()
                .filter(day -> day.isAfter(Population.DAY.minusYears(10))
                        && day.isBefore(record.resident().lastDay()))
                .isPresent();
        return lately && person.sex() == Sex.FEMALE && named(record);
    }

    private static boolean hasAlwaysHadOneName(Person person) {
        return person.renamed().isEmpty() && person.surname().split("[- ]").length == 1;
    }

    private static boolean isSurname(Record record, String surname) {
        return record.cell(Column.SURNAME).equals(record.with(Column.SURNAME, Address.NO_FIXED_ABODE, surname));
    }

    private static boolean isHome(Record record, Address home) {
        return record.cell(Column.ADDRESS).equals(record.with(Column.ADDRESS, home, ""));
    }

    private static double share(List<Record> records, Predicate<Record> asked, Predicate<Record> happened) {
        var those = records.stream().filter(asked).toList();
        return those.stream().filter(happened).count() / (double) those.size();
    }

    private static void check(Rate rate, Predicate<Record> asked, Predicate<Record> happened) {
        RECORDS.forEach((provider, records) -> {
            var those = records.stream().filter(asked).toList();
            double[] chances = those.stream()
                    .mapToDouble(record -> rate.at(provider, record.resident()) / 10_000.0)
                    .toArray();
            assertWithin(provider + " " + rate, those.stream().filter(happened).count(), chances);
        });
    }

    private static void assertWithin(String what, long count, long of, int inTenThousand) {
        double[] chances = new double[(int) of];
        Arrays.fill(chances, inTenThousand / 10_000.0);
        assertWithin(what, count, chances);
    }

    /** Within four standard deviations of the sum of so many trials, each with its own chance, and two for fractions of a count. */
    private static void assertWithin(String what, long count, double[] chances) {
        double expected = Arrays.stream(chances).sum();
        double variance = Arrays.stream(chances).map(p -> p * (1 - p)).sum();
        double slack = 2 + 4 * Math.sqrt(variance);
        assertThat((double) count)
                .as("%s, seed %d: of %d", what, SEED, chances.length)
                .isBetween(expected - slack, expected + slack);
    }
}
