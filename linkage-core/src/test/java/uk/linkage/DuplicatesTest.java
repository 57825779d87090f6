package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.quality.Estimate;
import uk.linkage.quality.Evaluation;

/** A register that holds people more than once: the rows of the sample's hospital and GPs under one another. */
class DuplicatesTest {
    private static final Path SAMPLE = Path.of(System.getProperty("linkage.root"), "testdata", "sample");

    @TempDir
    private static Path folder;

    private static Agreement agreement;
    private static SealedReader register;
    private static SealedReader council;
    private static Path truth;

    @BeforeAll
    static void sealTheRegister() throws IOException {
        ExtractSource extract = ExtractSource.of("register.csv", register().getBytes(StandardCharsets.UTF_8));
        Proposal proposal = Proposal.of(extract, Map.of());
        agreement = Profile2026.agreement(
                new Purpose("register", "To test", LocalDate.of(2099, 1, 1), 1), proposal.fields(), proposal.bounds());
        register = seal("register", extract, false);
        council = seal("council", ExtractSource.of(SAMPLE.resolve("council.csv")), true);
        truth = Files.write(folder.resolve("truth.csv"), truth());
    }

    @Test
    void aFileThatHoldsPeopleMoreThanOnceIsLinkedWithItself() throws IOException {
        LinkageRun run = link(List.of(register));
        run.write(folder.resolve("alone"));
        List<String> own =
                truth().stream().filter(row -> !row.startsWith("council,")).toList();
        Evaluation evaluation =
                RunFolder.open(folder.resolve("alone")).evaluate(Files.write(folder.resolve("own.csv"), own));
        assertThat(value(evaluation.pairwise().precision())).as("precision").isGreaterThanOrEqualTo(0.995);
        assertThat(value(evaluation.pairwise().recall())).as("recall").isGreaterThanOrEqualTo(0.99);
        assertThat(evaluation.providers()).hasSize(1);
        assertThat(run.crosswalks().get(0).studyIds().values())
                .as("shared study ids")
                .hasSizeGreaterThan(
                        new HashSet<>(run.crosswalks().get(0).studyIds().values()).size());
    }

    @Test
    void itsPairsAreTheRegistersWithItselfEachOnce() throws IOException {
        LinkageRun run = link(List.of(register));
        assertThat(run.scored()).hasSize(1);
        ScoredPairs pairs = run.scored().get(0);
        assertThat(pairs.leftProvider()).isEqualTo("register");
        assertThat(pairs.rightProvider()).isEqualTo("register");
        Set<Set<String>> seen = new HashSet<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            assertThat(pairs.left(pair)).isNotEqualTo(pairs.right(pair));
            assertThat(seen.add(Set.of(pairs.left(pair), pairs.right(pair)))).isTrue();
        }
        assertThat(run.record().at("/pairs/0/decisions/match").asInt()).isPositive();
        assertThat(run.record().at("/inputs")).hasSize(1);
    }

    /** The council has 61 records: two people wrongly joined, of whom the register has two records each, are four pairs. */
    @Test
    void besideAnotherProviderItsDuplicatesAreFoundThoughNobodyElseHoldsThePerson() throws IOException {
        LinkageRun run = link(List.of(council, register));
        run.write(folder.resolve("both"));
        Evaluation evaluation = RunFolder.open(folder.resolve("both")).evaluate(truth);
        assertThat(value(evaluation.pairwise().precision())).as("precision").isGreaterThanOrEqualTo(0.97);
        assertThat(value(evaluation.pairwise().recall())).as("recall").isGreaterThanOrEqualTo(0.98);
        assertThat(run.record().findValuesAsText("left")).containsExactly("council", "register");
        assertThat(run.record().findValuesAsText("right")).containsExactly("register", "register");
        assertThat(run.crosswalks().get(0).studyIds().values())
                .as("the council holds each person once")
                .doesNotHaveDuplicates();
    }

    @Test
    void aFileThatHoldsEachPersonOnceIsNotLinkedAlone() {
        assertThatThrownBy(() -> link(List.of(council)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("council.sealed is the only file, and it is sealed as holding each person once:"
                        + " there is nothing to link");
        assertThatThrownBy(() -> link(List.of())).hasMessage("there is no file to link");
    }

    private static LinkageRun link(List<SealedReader> files) throws IOException {
        return new Hub(new SecureRandom()).link(files);
    }

    private static SealedReader seal(String name, ExtractSource extract, boolean once) throws IOException {
        Path target = folder.resolve(name + ".sealed");
        new Provider(name, agreement, SealedTables.secret(1))
                .seal(extract, Map.of(), OptOuts.exempt("invented people"), once, target);
        return SealedReader.open(target);
    }

    /** The hospital's rows as they are, and the GPs' with their dates and codes of sex as the hospital writes them. */
    private static String register() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(SAMPLE.resolve("hospital.csv")));
        Pattern date = Pattern.compile(",([129]?),(\\d{4})-(\\d\\d)-(\\d\\d),");
        Files.readAllLines(SAMPLE.resolve("gp.csv")).stream()
                .skip(1)
                .map(row -> date.matcher(row)
                        .replaceFirst(found -> "," + sex(found.group(1)) + "," + found.group(4) + "/" + found.group(3)
                                + "/" + found.group(2) + ","))
                .forEach(rows::add);
        return String.join("\n", rows) + "\n";
    }

    private static String sex(String code) {
        return Map.of("1", "M", "2", "F").getOrDefault(code, "U");
    }

    private static List<String> truth() throws IOException {
        return Files.readAllLines(SAMPLE.resolve("truth.csv")).stream()
                .map(row -> row.replaceFirst("^(hospital|gp),", "register,"))
                .toList();
    }

    private static double value(Estimate estimate) {
        return ((Estimate.Measured) estimate).value();
    }
}
