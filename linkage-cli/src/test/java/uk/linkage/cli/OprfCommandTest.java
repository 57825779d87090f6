package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital with people 0 to 59 and a federation of GPs with people 30 to 89, who make outputs for each other. */
class OprfCommandTest {
    private static final Table PEOPLE = Table.of(90);

    private static Desk made;

    private Desk desk;

    @BeforeAll
    static void agree(@TempDir Path folder) throws IOException {
        Desk desk = new Desk(folder);
        desk.put("hospital.csv", new Table(PEOPLE.header(), PEOPLE.rows().subList(0, 60)));
        desk.put("gp.csv", new Table(PEOPLE.header(), PEOPLE.rows().subList(30, 90)));
        desk.does("init", desk.at("hospital.csv"), "--project", "stroke", "--oprf", "--out", desk.at("agreement.json"));
        desk.does("init", desk.at("hospital.csv"), "--project", "stroke", "--out", desk.at("plain.json"));
        desk.does("key", "new", "--out", desk.at("secret.key"));
        for (String name : List.of("hospital", "gp", "spare")) {
            share(desk, name, "stroke", "1");
        }
        made = desk;
    }

    @BeforeEach
    void sitDown(@TempDir Path folder) throws IOException {
        desk = made.copiedTo(folder);
    }

    private static void share(Desk desk, String name, String project, String epoch) {
        desk.does("oprf", "share", "new", "--project", project, "--epoch", epoch, "--out", desk.at(name + ".share"));
    }

    @Test
    void numbersByOprfLinkTheSamePeopleAsNumbersUnderTheSecret() throws IOException {
        makeTable("hospital", "hospital", "gp");
        makeTable("gp", "hospital", "gp");
        assertThat(desk.path("hospital.state")).doesNotExist();
        for (String name : List.of("hospital", "gp")) {
            desk.does(seal(name, "agreement.json", name + ".sealed", "--numbers", desk.at(name + ".numbers")));
            desk.does(seal(name, "plain.json", name + "-plain.sealed"));
        }
        desk.does("link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at("run"));
        desk.does("link", desk.at("hospital-plain.sealed"), desk.at("gp-plain.sealed"), "--out", desk.at("plain-run"));
        assertThat(pairs("run")).hasSize(30).isEqualTo(pairs("plain-run"));
    }

    /** What stands in a record of a person is neither the plain token nor that of another set of shares. */
    @Test
    void filesUnderDifferentSharesAreNotLinked() throws IOException {
        makeTable("hospital", "hospital", "gp");
        makeTable("gp", "hospital", "spare");
        for (String name : List.of("hospital", "gp")) {
            desk.does(seal(name, "agreement.json", name + ".sealed", "--numbers", desk.at(name + ".numbers")));
        }
        desk.refuses(7, "secret", "link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at("run"));
    }

    @Test
    void sealingWithoutTheOutputsIsRefused() throws IOException {
        desk.refuses(5, "there is no table of outputs", seal("hospital", "agreement.json", "hospital.sealed"));
        makeTable("hospital", "hospital", "gp");
        Files.setPosixFilePermissions(desk.path("hospital.numbers"), PosixFilePermissions.fromString("rw-r--r--"));
        desk.refuses(5, "others than its owner may read", sealWithNumbers("agreement.json"));
        Files.setPosixFilePermissions(desk.path("hospital.numbers"), PosixFilePermissions.fromString("rw-------"));
        desk.does("init", desk.at("hospital.csv"), "--project", "cancer", "--oprf", "--out", desk.at("other.json"));
        desk.refuses(5, "is of stroke, epoch 1; the agreement is of cancer, epoch 1", sealWithNumbers("other.json"));
        desk.does(sealWithNumbers("agreement.json"));
    }

    @Test
    void aNumberWithoutAnOutputCountsAsMissing() throws IOException {
        makeTable("hospital", "hospital", "gp");
        desk.put(
                "hospital.csv",
                new Table(PEOPLE.header(), PEOPLE.rows().subList(0, 60)).with(7, Table.NHS, Table.nhsNumber(500)));
        Desk.Outcome sealed = desk.does(sealWithNumbers("agreement.json"));
        assertThat(sealed.err()).contains("line 9: nhs_number has no output in the table of numbers");
    }

    @Test
    void anAnswerIsOfTheShareThatItNamesAndOfEverybodyOnce() throws IOException {
        desk.does(ask("hospital", "hospital", "gp"));
        desk.refuses(7, "does not name this share", answer("hospital", "spare"));
        desk.refuses(
                7,
                "is of another asker",
                "oprf",
                "answer",
                desk.at("hospital.ask"),
                "--asker",
                "gp",
                "--share",
                desk.at("gp.share"),
                "--out",
                desk.at("x.answer"));
        desk.does(answer("hospital", "hospital"));
        desk.does(answer("hospital", "gp"));
        desk.refuses(7, "1 of 2 shares have not answered", finish("hospital", "gp"));
        desk.refuses(7, "has answered already", finish("hospital", "gp", "gp"));
        byte[] good = Files.readAllBytes(desk.path("hospital-gp.answer"));
        good[good.length / 2] ^= 1;
        Files.write(desk.path("bad.answer"), good);
        desk.refuses(
                7,
                "bad.answer: is damaged",
                "oprf",
                "finish",
                desk.at("bad.answer"),
                "--ask",
                desk.at("hospital.ask"),
                "--state",
                desk.at("hospital.state"),
                "--out",
                desk.at("x.numbers"));
        desk.does(ask("gp", "hospital", "gp"));
        desk.does(answer("gp", "gp"));
        desk.refuses(
                7,
                "answers another question",
                "oprf",
                "finish",
                desk.at("gp-gp.answer"),
                "--ask",
                desk.at("hospital.ask"),
                "--state",
                desk.at("hospital.state"),
                "--out",
                desk.at("x.numbers"));
        desk.refuses(
                7,
                "is not the question of this state",
                "oprf",
                "finish",
                desk.at("gp-gp.answer"),
                "--ask",
                desk.at("gp.ask"),
                "--state",
                desk.at("hospital.state"),
                "--out",
                desk.at("x.numbers"));
        desk.does(finish("hospital", "hospital", "gp"));
    }

    @Test
    void aShareAnswersAnAskerOnlySoManyTimes() throws IOException {
        desk.does(ask("hospital", "hospital", "gp"));
        desk.refuses(5, "60 more would be over the 59 that are allowed", answer("hospital", "gp", "--most", "59"));
        assertThat(desk.does(answer("hospital", "gp", "--most", "60")).err()).contains("60 so far, of at most 60");
        assertThat(desk.does(answer("hospital", "gp", "--most", "60")).err()).contains("60 so far");
        Files.delete(desk.path("hospital.state"));
        desk.does(ask("hospital", "hospital", "gp"));
        desk.refuses(5, "has answered 60 numbers of hospital", answer("hospital", "gp", "--most", "119"));
        desk.put("gp.share.ledger", "{}");
        desk.refuses(5, "is not a ledger", answer("hospital", "gp"));
    }

    @Test
    void sharesAreOfTheAgreementsProjectAndEpochAndTheirOwnersAlone() throws IOException {
        share(desk, "later", "stroke", "2");
        desk.refuses(7, "epoch 2; the agreement is of stroke, epoch 1", ask("hospital", "hospital", "later"));
        desk.refuses(7, "a public share is named twice", ask("hospital", "gp", "gp"));
        desk.refuses(
                2, "is there already", "oprf", "share", "new", "--project", "stroke", "--out", desk.at("gp.share"));
        desk.refuses(
                2,
                "takes no number by oprf",
                "oprf",
                "ask",
                desk.at("hospital.csv"),
                "--agreement",
                desk.at("plain.json"),
                "--provider",
                "hospital",
                "--shares",
                desk.at("gp.share.pub"),
                "--out",
                desk.at("x.ask"),
                "--state",
                desk.at("x.state"));
        desk.does(ask("hospital", "hospital", "gp"));
        Files.setPosixFilePermissions(desk.path("gp.share"), PosixFilePermissions.fromString("rw-r--r--"));
        desk.refuses(5, "others than its owner may read", answer("hospital", "gp"));
        desk.refuses(2, "say what", "oprf");
        desk.refuses(2, "say what", "oprf", "share");
    }

    private void makeTable(String asker, String... sharers) {
        desk.does(ask(asker, sharers));
        for (String sharer : sharers) {
            desk.does(answer(asker, sharer));
        }
        desk.does(finish(asker, sharers));
    }

    private String[] ask(String asker, String... sharers) {
        Stream<String> shares = Stream.of(sharers).map(name -> desk.at(name + ".share.pub"));
        return words(
                Stream.of(
                        "oprf",
                        "ask",
                        desk.at(asker + ".csv"),
                        "--agreement",
                        desk.at("agreement.json"),
                        "--provider",
                        asker,
                        "--out",
                        desk.at(asker + ".ask"),
                        "--state",
                        desk.at(asker + ".state"),
                        "--shares"),
                shares);
    }

    private String[] answer(String asker, String sharer, String... more) {
        return words(
                Stream.of(
                        "oprf",
                        "answer",
                        desk.at(asker + ".ask"),
                        "--asker",
                        asker,
                        "--share",
                        desk.at(sharer + ".share"),
                        "--out",
                        desk.at(asker + "-" + sharer + ".answer")),
                Stream.of(more));
    }

    private String[] finish(String asker, String... sharers) {
        Stream<String> answers = Stream.of(sharers).map(name -> desk.at(asker + "-" + name + ".answer"));
        return words(
                Stream.concat(Stream.of("oprf", "finish"), answers),
                Stream.of(
                        "--ask",
                        desk.at(asker + ".ask"),
                        "--state",
                        desk.at(asker + ".state"),
                        "--out",
                        desk.at(asker + ".numbers")));
    }

    private String[] sealWithNumbers(String agreement) {
        return seal("hospital", agreement, "hospital.sealed", "--numbers", desk.at("hospital.numbers"));
    }

    private String[] seal(String name, String agreement, String target, String... more) {
        return words(
                Stream.of(
                        "seal",
                        desk.at(name + ".csv"),
                        "--agreement",
                        desk.at(agreement),
                        "--secret",
                        desk.at("secret.key"),
                        "--provider",
                        name,
                        "--out",
                        desk.at(target)),
                Stream.of(more));
    }

    private static String[] words(Stream<String> first, Stream<String> then) {
        return Stream.concat(first, then).toArray(String[]::new);
    }

    /** The local ids that share a study id, as {@code id id}, in their order. */
    private List<String> pairs(String run) throws IOException {
        List<String[]> left = rows(run + "/crosswalk-hospital.csv");
        List<String[]> right = rows(run + "/crosswalk-gp.csv");
        return left.stream()
                .flatMap(l -> right.stream().filter(r -> r[1].equals(l[1])).map(r -> l[0] + " " + r[0]))
                .sorted()
                .toList();
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(desk.path(file)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
