package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two providers at one desk. The first knows people 0 to 29, the second 20 to 39. */
class PsiCommandTest {
    private static final Table PEOPLE = Table.of(400);

    private Desk desk;

    @BeforeEach
    void sitDown(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
        desk.put("a.csv", people(0, 30));
        desk.put("b.csv", people(20, 40));
    }

    private static Table people(int from, int to) {
        return new Table(PEOPLE.header(), PEOPLE.rows().subList(from, to));
    }

    @Test
    void bothFindTheirCommonPeopleAndNothingOfASessionStays() throws IOException {
        desk.put("a.csv", people(0, 300));
        desk.put("b.csv", people(200, 400));
        desk.does(start());
        Desk.Outcome answered = desk.does(answer());
        assertThat(answered.err()).contains("compares 300 numbers for the project stroke");
        Desk.Outcome atA = desk.does(finishAtA("--json"));
        assertThat(atA.out()).contains("\"their_numbers\" : 200", "\"common_numbers\" : 100");
        assertThat(desk.does(finishAtB()).err()).contains("100 numbers in common of your 200 and their 300");
        List<String> common = IntStream.range(200, 300)
                .mapToObj(i -> "HOSP-%04d,%s".formatted(i, Table.nhsNumber(i)))
                .toList();
        for (String file : List.of("common-a.csv", "common-b.csv")) {
            List<String> lines = Files.readAllLines(desk.path(file));
            assertThat(lines.get(0)).isEqualTo("local_id,nhs_number");
            assertThat(lines.subList(1, lines.size())).isEqualTo(common);
        }
        assertThat(desk.path("a.state")).doesNotExist();
        assertThat(desk.path("b.state")).doesNotExist();
    }

    @Test
    void aListWithOnlyAColumnOfNumbersWillDo() throws IOException {
        desk.put("a.csv", people(0, 30).with(Table.ID, i -> "").headed("x", "Their number", "a", "b", "c", "d", "e"));
        desk.does(
                "psi",
                "start",
                desk.at("a.csv"),
                "--column",
                "Their number",
                "--project",
                "stroke",
                "--out",
                desk.at("a.psi1"),
                "--state",
                desk.at("a.state"));
        desk.does(answer());
        desk.does(
                "psi",
                "finish",
                desk.at("b.psi2"),
                "--state",
                desk.at("a.state"),
                "--numbers",
                desk.at("a.csv"),
                "--column",
                "Their number",
                "--out",
                desk.at("common-a.csv"),
                "--reply",
                desk.at("a.psi3"));
        assertThat(Files.readAllLines(desk.path("common-a.csv")))
                .hasSize(11)
                .contains("row-000021," + Table.nhsNumber(20));
    }

    @Test
    void whoOptedOutIsLeftOut() throws IOException {
        desk.put("optouts", Table.nhsNumber(25) + ",\nHOSP-0026\n");
        desk.does(start("--opted-out", desk.at("optouts")));
        desk.does(answer());
        Desk.Outcome finished = desk.does(finishAtA("--opted-out", desk.at("optouts")));
        assertThat(finished.err()).contains("8 numbers in common of your 28");
        assertThat(Files.readString(desk.path("common-a.csv")))
                .doesNotContain(Table.nhsNumber(25), Table.nhsNumber(26));
    }

    @Test
    void aMessageThatIsDamagedForeignOrTooLongIsRefused() throws IOException {
        desk.does(start());
        desk.refuses(7, "more than the 29 that are allowed", answer("--most", "29"));
        desk.refuses(7, "is of another project", answer("--project", "cancer"));
        byte[] message = Files.readAllBytes(desk.path("a.psi1"));
        Files.write(desk.path("a.psi1"), Arrays.copyOf(message, message.length - 1));
        desk.refuses(7, "a.psi1: is damaged or cut short", answer());
        Files.write(desk.path("a.psi1"), message);
        desk.does(answer());
        desk.refuses(
                7,
                "is not the message 'answer'",
                "psi",
                "finish",
                desk.at("a.psi1"),
                "--state",
                desk.at("a.state"),
                "--numbers",
                desk.at("a.csv"),
                "--out",
                desk.at("c.csv"),
                "--reply",
                desk.at("c.psi3"));
        desk.refuses(7, "is of another session", mixed());
        desk.does(finishAtA());
    }

    /** The answer to the first session, at the state of a second one. */
    private String[] mixed() {
        desk.does(
                "psi",
                "start",
                desk.at("a.csv"),
                "--project",
                "stroke",
                "--out",
                desk.at("other.psi1"),
                "--state",
                desk.at("other.state"));
        return new String[] {
            "psi",
            "finish",
            desk.at("b.psi2"),
            "--state",
            desk.at("other.state"),
            "--numbers",
            desk.at("a.csv"),
            "--out",
            desk.at("c.csv"),
            "--reply",
            desk.at("c.psi3")
        };
    }

    @Test
    void aStateIsItsOwnersAlone() throws IOException {
        desk.does(start());
        desk.refuses(2, "is there already", start());
        desk.does(answer());
        Files.setPosixFilePermissions(desk.path("a.state"), PosixFilePermissions.fromString("rw-r--r--"));
        desk.refuses(5, "others than its owner may read", finishAtA());
    }

    @Test
    void whoBeganOwesAReplyAndNobodyElse() throws IOException {
        desk.does(start());
        desk.does(answer());
        desk.refuses(
                2,
                "--reply is needed",
                "psi",
                "finish",
                desk.at("b.psi2"),
                "--state",
                desk.at("a.state"),
                "--numbers",
                desk.at("a.csv"),
                "--out",
                desk.at("c.csv"));
        desk.does(finishAtA());
        desk.refuses(2, "no reply is due", finishAtB("--reply", desk.at("b.psi4")));
        desk.refuses(
                7,
                "holds other numbers than when the session began",
                "psi",
                "finish",
                desk.at("a.psi3"),
                "--state",
                desk.at("b.state"),
                "--numbers",
                desk.at("a.csv"),
                "--out",
                desk.at("c.csv"));
        desk.refuses(2, "say what", "psi");
    }

    private String[] start(String... more) {
        return words(
                more,
                "psi",
                "start",
                desk.at("a.csv"),
                "--project",
                "stroke",
                "--out",
                desk.at("a.psi1"),
                "--state",
                desk.at("a.state"));
    }

    private String[] answer(String... more) {
        List<String> project = List.of(more).contains("--project") ? List.of() : List.of("--project", "stroke");
        String[] words = words(
                more,
                "psi",
                "answer",
                desk.at("a.psi1"),
                desk.at("b.csv"),
                "--out",
                desk.at("b.psi2"),
                "--state",
                desk.at("b.state"));
        return words(project.toArray(String[]::new), words);
    }

    private String[] finishAtA(String... more) {
        return words(
                more,
                "psi",
                "finish",
                desk.at("b.psi2"),
                "--state",
                desk.at("a.state"),
                "--numbers",
                desk.at("a.csv"),
                "--out",
                desk.at("common-a.csv"),
                "--reply",
                desk.at("a.psi3"));
    }

    private String[] finishAtB(String... more) {
        return words(
                more,
                "psi",
                "finish",
                desk.at("a.psi3"),
                "--state",
                desk.at("b.state"),
                "--numbers",
                desk.at("b.csv"),
                "--out",
                desk.at("common-b.csv"));
    }

    private static String[] words(String[] more, String... words) {
        return Stream.concat(List.of(words).stream(), List.of(more).stream()).toArray(String[]::new);
    }
}
