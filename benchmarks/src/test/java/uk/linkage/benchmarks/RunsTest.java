package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Agreement;
import uk.linkage.benchmarks.Curve.Judged;
import uk.linkage.provider.person.Person;

class RunsTest {
    @Test
    void aLeakRunTellsOfPlainFiltersMoreThanOfCodes() throws IOException {
        List<double[]> rows = leak("--people", "200", "--taps", "16", "--times", "2");
        assertThat(rows).hasSize(1 + 4 + 1 + 4 + 2);
        assertThat(rows.get(0)[0]).isGreaterThan(0.5);
        rows.subList(1, 10).forEach(row -> assertThat(row[0]).isBetween(0.05, rows.get(0)[0]));
    }

    @Test
    void whatIsKnownToBeBrokenLeaksMoreThanADiffusion() throws IOException {
        List<double[]> rows = rows(out -> HardeningRun.run(Choices.of("--people", "200", "--times", "2"), out));
        assertThat(rows).hasSize(1 + Hardened.catalogue().size() + 2);
        double diffused =
                rows.get(1 + List.copyOf(Hardened.catalogue().keySet()).indexOf("diffusion-10"))[0];
        for (int broken : new int[] {0, 1, 2, 3, 4, rows.size() - 2, rows.size() - 1}) {
            assertThat(rows.get(broken)[0]).as("row %d", broken).isGreaterThan(1.5 * diffused);
        }
    }

    @Test
    void peopleOfOneSurnameAndPostcodeAreAHousehold() throws IOException {
        try (Population population = Population.of(400, 2026)) {
            Agreement agreement = population.profile();
            List<Person> people = population.gp(agreement);
            long plain = 0;
            for (int i = 0; i < people.size(); i++) {
                for (int j = i + 1; j < people.size(); j++) {
                    plain += same(agreement, people.get(i), people.get(j), "surname")
                                    && same(agreement, people.get(i), people.get(j), "postcode")
                            ? 1
                            : 0;
                }
            }
            assertThat(new Households(agreement, people).pairs())
                    .isEqualTo(plain)
                    .isGreaterThan(100);
        }
    }

    private static boolean same(Agreement agreement, Person one, Person other, String field) {
        int index = agreement.fieldIndex(field);
        return one.value(index).isPresent() && one.value(index).equals(other.value(index));
    }

    @Test
    void theBestF1IsThatOfTheBestThresholdAndTiesStandTogether() {
        Curve curve = new Curve(
                List.of(new Judged(9, true), new Judged(5, true), new Judged(5, false), new Judged(1, false)), 3);
        assertThat(curve.bestF1()).isCloseTo(2.0 * 2 / (3 + 3), within(1e-12));
        assertThat(curve.recall()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void anUnknownChoiceIsRefused() {
        assertThatThrownBy(() -> Choices.of("--tap", "8")).hasMessageContaining("--tap must be one of");
    }

    @Test
    void anAuditRunTellsOfEachHardeningWhatEveryAttackNames() throws IOException {
        List<double[]> rows =
                rows(out -> AuditRun.run(Choices.of("--people", "250", "--hardening", "plain,profile-2026"), out));
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row[0]).isGreaterThan(0.95));
        int graph = rows.get(0).length - 3;
        assertThat(rows.get(0)[graph]).isGreaterThan(0.9);
        assertThat(rows.get(1)[graph]).isLessThan(0.1);
    }

    @Test
    void noMatchKeyIsSharedByHouseholdsAndSomeByAFew() throws IOException {
        List<double[]> keys = rows(out -> KeyRun.run(Choices.of("--people", "2000"), out));
        assertThat(keys).hasSizeGreaterThan(10).allSatisfy(key -> {
            assertThat(key[0]).isBetween(0.0, 0.1);
            assertThat(key[1]).isBetween(1.0, 20.0);
        });
        assertThat(keys).anySatisfy(key -> assertThat(key[0]).isGreaterThan(0.001));
    }

    private static List<double[]> leak(String... arguments) throws IOException {
        return rows(out -> LeakRun.run(Choices.of(arguments), out));
    }

    private interface Run {
        void to(PrintStream out) throws IOException;
    }

    /** The numbers of each row of a table. */
    private static List<double[]> rows(Run run) throws IOException {
        var out = new ByteArrayOutputStream();
        run.to(print(out));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| ")
                        && !line.startsWith("| looked")
                        && !line.startsWith("| hardening")
                        && !line.startsWith("| match key"))
                .map(line -> Stream.of(line.split("\\|"))
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
