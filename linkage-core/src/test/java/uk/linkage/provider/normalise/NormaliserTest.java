package uk.linkage.provider.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.InvalidAgreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.Joined;
import uk.linkage.provider.extract.Columns.NotHeld;
import uk.linkage.provider.extract.Columns.PartOfName;
import uk.linkage.provider.extract.Columns.Source;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.extract.NamePart;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.DateForm;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;

class NormaliserTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final List<FieldKind> KINDS = List.of(FieldKind.values());

    private final List<Rejects.Fault> faults = new ArrayList<>();

    @Test
    void eachFieldIsReadByTheRulesOfItsKind() {
        assertThat(read(FieldKind.NHS_NUMBER, "999 000 0018")).contains("9990000018");
        assertThat(read(FieldKind.CHI_NUMBER, "0101011237")).contains("0101011237");
        assertThat(read(FieldKind.FORENAME, "Mrs Ann-Marie")).contains("ANN MARIE");
        assertThat(read(FieldKind.MIDDLE_NAME, "jos\u00e9")).contains("JOSE");
        assertThat(read(FieldKind.SURNAME, "Koci\u0144ski")).contains("KOCINSKI");
        assertThat(read(FieldKind.SEX, "2")).contains("FEMALE");
        assertThat(read(FieldKind.POSTCODE, "so14 1aa")).contains("SO141AA");
        assertThat(read(FieldKind.TEXT, "8 St John\u2019s Rd")).contains("8 ST JOHNS RD");
        assertThat(read(FieldKind.CODE, "rxf-12")).contains("RXF12");
        assertThat(read(FieldKind.IDENTIFIER, "0012")).contains("0012");
        assertThat(faults).isEmpty();
    }

    @Test
    void aDateIsReadInItsFormOrFromItsParts() {
        assertThat(value(FieldKind.BIRTH_DATE, new WholeDate(1, DateForm.DAY_MONTH_YEAR), "03/04/1980"))
                .contains("1980-04-03");
        assertThat(value(FieldKind.BIRTH_DATE, new WholeDate(1, DateForm.MONTH_DAY_YEAR), "03/04/1980"))
                .contains("1980-03-04");
        Source parts = new DateInParts(Optional.of(3), Optional.of(2), Optional.empty());
        assertThat(value(FieldKind.BIRTH_DATE, parts, "ignored", "4", "1980")).contains("1980-04-XX");
    }

    @Test
    void aValueAtFaultIsMissingAndToldByLineAndRuleWhileTheOthersStay() {
        Person person = normaliser(
                        new Joined(List.of(1)), new Joined(List.of(2)), FieldKind.NHS_NUMBER, FieldKind.SURNAME)
                .person(new Row(14, List.of("A1", "9990000019", "Smith")));
        assertThat(person.localId()).isEqualTo("A1");
        assertThat(person.value(0)).isEmpty();
        assertThat(person.value(1).map(PersonValue::reveal)).contains("SMITH");
        assertThat(faults).containsExactly(new Rejects.Fault(14, "f0", "fails its check digit"));
    }

    @Test
    void ofADateAtFaultWhatMakesSenseStaysAndTheFaultIsTold() {
        assertThat(value(FieldKind.BIRTH_DATE, new WholeDate(1, DateForm.ISO), "1980-02-30"))
                .contains("1980-02-XX");
        assertThat(faults).containsExactly(new Rejects.Fault(7, "f0", "is not a date as YYYY-MM-DD"));
    }

    @Test
    void aPartOfAWholeNameIsReadAsItsField() {
        assertThat(value(FieldKind.SURNAME, new PartOfName(1, NamePart.SURNAME), "Ann van der Berg"))
                .contains("VANDERBERG");
        assertThat(value(FieldKind.FORENAME, new PartOfName(1, NamePart.FORENAME), "Berg, Ann"))
                .contains("ANN");
        assertThat(value(FieldKind.FORENAME, new PartOfName(1, NamePart.FORENAME), "Berg"))
                .isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void whatComesAgainIsReadAndToldAgain() {
        Normaliser normaliser = normaliser(
                new WholeDate(1, DateForm.ISO), new Joined(List.of(2)), FieldKind.BIRTH_DATE, FieldKind.SURNAME);
        String longName = "Smith".repeat(40);
        for (long line = 2; line < 5; line++) {
            Person faulty = normaliser.person(new Row(line, List.of("A1", "1980-02-30", "Smith")));
            Person good = normaliser.person(new Row(line, List.of("A2", "1980-02-29", longName)));
            assertThat(faulty.value(0).map(PersonValue::reveal)).contains("1980-02-XX");
            assertThat(faulty.value(1).map(PersonValue::reveal)).contains("SMITH");
            assertThat(good.value(0).map(PersonValue::reveal)).contains("1980-02-29");
            assertThat(good.value(1).map(PersonValue::reveal)).contains("SMITH".repeat(40));
        }
        assertThat(faults).extracting(Rejects.Fault::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void emptyCellsAndPlaceholdersAreMissingAndNoFault() {
        for (FieldKind kind : KINDS) {
            Source source = kind == FieldKind.BIRTH_DATE ? new WholeDate(1, DateForm.ISO) : new Joined(List.of(1));
            for (String cell : List.of("", "  ", "NULL", "unknown", "N/A", "-")) {
                assertThat(value(kind, source, cell))
                        .as("%s in a %s", cell, kind.label())
                        .isEmpty();
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aFieldThatIsNotHeldIsMissing() {
        assertThat(value(FieldKind.SURNAME, new NotHeld(), "Smith")).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void birthsOutsideTheBoundsAreFaults() {
        Source iso = new WholeDate(1, DateForm.ISO);
        assertThat(value(FieldKind.BIRTH_DATE, iso, "1894-12-31")).isEmpty();
        assertThat(value(FieldKind.BIRTH_DATE, iso, "2026-01-02")).isEmpty();
        assertThat(value(FieldKind.BIRTH_DATE, iso, "2026-01-01")).isPresent();
        assertThat(faults)
                .extracting(Rejects.Fault::text)
                .containsExactly("line 7: f0 is before 1895-01-01", "line 7: f0 is in the future");
    }

    @Test
    void anAgreementOnOtherRulesIsRefused() {
        Agreement a = agreement(FieldKind.NHS_NUMBER, FieldKind.SURNAME);
        Agreement other = new Agreement(
                a.purpose(),
                a.profile(),
                "2031.7",
                a.fields(),
                a.keys(),
                a.components(),
                a.comparisons(),
                a.views(),
                a.filter(),
                a.hardening(),
                a.decide(),
                a.bounds(),
                a.acceptedRisks());
        Columns none = new Columns(0, List.of(new NotHeld(), new NotHeld()), List.of());
        assertThatThrownBy(() -> new Normaliser(other, none, TODAY, new Rejects(faults::add)))
                .isInstanceOf(InvalidAgreement.class)
                .hasMessageContaining("normaliser: is 2031.7, and this version follows 2026.1");
    }

    private Optional<String> read(FieldKind kind, String cell) {
        return value(kind, new Joined(List.of(1)), cell);
    }

    private Optional<String> value(FieldKind kind, Source source, String... cells) {
        List<String> row = new ArrayList<>(List.of("A1"));
        row.addAll(List.of(cells));
        return normaliser(source, new NotHeld(), kind, FieldKind.SURNAME)
                .person(new Row(7, row))
                .value(0)
                .map(PersonValue::reveal);
    }

    private Normaliser normaliser(Source first, Source second, FieldKind... kinds) {
        List<Source> sources = new ArrayList<>(List.of(first, second));
        while (sources.size() < 6) {
            sources.add(new NotHeld());
        }
        return new Normaliser(agreement(kinds), new Columns(0, sources, List.of()), TODAY, new Rejects(faults::add));
    }

    /** Two fields to look at, and others by which the agreement is sound. */
    private static Agreement agreement(FieldKind first, FieldKind second) {
        List<Field> fields = List.of(
                new Field("f0", first),
                new Field("f1", second),
                new Field("f2", FieldKind.FORENAME),
                new Field("f3", FieldKind.SURNAME),
                new Field("f4", FieldKind.BIRTH_DATE),
                new Field("f5", FieldKind.POSTCODE));
        return Profile2026.agreement(
                new Purpose("test", "To test", LocalDate.of(2027, 1, 1), 1), fields, Profile2026.bounds());
    }

    private static Agreement agreement(FieldKind... kinds) {
        return agreement(kinds[0], kinds[1]);
    }
}
