package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.SealedTables;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.person.Person;

class AuditSampleTest {
    private static final int ROWS = 40;

    @Test
    void asManyAsAreWantedAreDrawnEachOnceAndTheSameAgain() throws IOException {
        List<Person> drawn = drawn(15, 3);
        assertThat(ids(drawn)).hasSize(15).doesNotHaveDuplicates().isEqualTo(ids(drawn(15, 3)));
        assertThat(ids(drawn)).isNotEqualTo(ids(drawn(15, 4)));
        assertThat(drawn(ROWS, 3)).hasSize(ROWS);
    }

    @Test
    void aListWithoutReferencesAndNumbersStillTellsWhoIsInIt() throws IOException {
        List<Person> people = drawn(ROWS, 3);
        String voters = "First Name,Surname,DOB,Postcode\n"
                + IntStream.range(0, 10)
                        .mapToObj(i -> forename(i) + ",Hill," + birth(i) + ",LS1 4AP")
                        .collect(Collectors.joining("\n"));
        List<Person> register = new AuditSample(SealedTables.agreement(), 5, 1).ofRegister(source(voters));
        Scene scene = Scene.of(SealedTables.agreement(), SealedTables.secret(1), people, register, 1, Progress.UNSEEN);
        assertThat(register).hasSize(10);
        assertThat(scene.overlap()).isEqualTo(10);
    }

    private static List<Person> drawn(int most, long seed) throws IOException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "H-" + i + ",," + forename(i) + ",Hill,F," + birth(i) + ",LS1 4AP")
                .collect(Collectors.joining("\n"));
        return new AuditSample(SealedTables.agreement(), most, seed)
                .ofExtract(source(SealedTables.HEADER + "\n" + rows), Map.of(), OptOuts.exempt("test data"));
    }

    private static ExtractSource source(String csv) throws IOException {
        return ExtractSource.of("list.csv", (csv + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String forename(int i) {
        return "An" + (char) ('a' + i % 20) + (char) ('a' + i / 20);
    }

    private static String birth(int i) {
        return (1950 + i) + "-12-" + (13 + i % 15);
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::localId).toList();
    }
}
