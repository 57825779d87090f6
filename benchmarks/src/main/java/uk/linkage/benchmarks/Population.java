package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;
import uk.linkage.testdata.Extract;
import uk.linkage.testdata.Synthetic;

/**
 * Where every fixture begins: synthetic people as a hospital and a GP federation hold them, read from their
 * extracts by the library's own rules. The same people and seed give the same fixture.
 *
 * <pre>{@code
 * Population population = Population.of(2_000, 2026);
 * Agreement agreement = population.profile();
 * List<Person> people = population.gp(agreement);
 * }</pre>
 *
 * @param folder where the extracts lie
 * @param hospital the hospital's
 * @param gp the GP federation's, who know nearly everybody
 */
record Population(Path folder, Extract hospital, Extract gp) implements AutoCloseable {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    /** Writes a population to a folder of its own, gone when this is closed. */
    static Population of(int people, long seed) throws IOException {
        Path folder = Files.createTempDirectory("linkage-benchmarks");
        List<Extract> extracts = new Synthetic(people, seed).writeTo(folder).extracts();
        return new Population(folder, extracts.get(0), extracts.get(1));
    }

    /** What the profile of 2026 proposes for the GP federation's fields. */
    Agreement profile() throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(gp.file()), Map.of());
        return Profile2026.agreement(purpose(), proposal.fields(), proposal.bounds());
    }

    /** The same without the address: what every provider has. */
    Agreement profileWithoutAddress() throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(gp.file()), Map.of());
        List<Field> fields = proposal.fields().stream()
                .filter(field -> field.kind() != FieldKind.TEXT)
                .toList();
        return Profile2026.agreement(purpose(), fields, proposal.bounds());
    }

    static Purpose purpose() {
        return new Purpose("benchmarks", "To measure on invented people", TODAY.plusYears(1), 1);
    }

    List<Person> hospital(Agreement agreement) throws IOException {
        return people(hospital, Map.of(), agreement);
    }

    List<Person> gp(Agreement agreement) throws IOException {
        return people(gp, Map.of(), agreement);
    }

    /**
     * Whom an extract holds.
     *
     * @param mapping what is to be said about its columns over what is recognised
     */
    static List<Person> people(Extract from, Map<String, String> mapping, Agreement agreement) throws IOException {
        Normaliser normaliser = normaliser(from, mapping, agreement);
        try (Stream<Row> rows = ExtractSource.of(from.file()).rows()) {
            return rows.map(normaliser::person).toList();
        }
    }

    /** The hospital's extract as it is read, for {@link #hospitalNormaliser}. */
    List<Row> hospitalRows() throws IOException {
        try (Stream<Row> rows = ExtractSource.of(hospital.file()).rows()) {
            return rows.toList();
        }
    }

    /** The hospital's extract. */
    Path hospitalFile() {
        return hospital.file();
    }

    /** What makes people of the hospital's rows. */
    Normaliser hospitalNormaliser(Agreement agreement) throws IOException {
        return normaliser(hospital, Map.of(), agreement);
    }

    private static Normaliser normaliser(Extract from, Map<String, String> mapping, Agreement agreement)
            throws IOException {
        Columns columns = new ColumnMapping(ExtractSource.of(from.file()), mapping).columns(agreement.fields());
        return new Normaliser(agreement, columns, TODAY, new Rejects(fault -> {}));
    }

    @Override
    public void close() throws IOException {
        PathUtils.deleteDirectory(folder);
    }
}
