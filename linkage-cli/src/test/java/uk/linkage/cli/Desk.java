package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** A folder at which somebody sits and types commands; what a refused command may print and leave is checked here. */
final class Desk {
    private final Path folder;
    private final List<String> cells = new ArrayList<>();

    Desk(Path folder) {
        this.folder = folder;
    }

    /** The same desk in a folder of its own, with all that lies on it. */
    Desk copiedTo(Path other) throws IOException {
        PathUtils.copyDirectory(folder, other);
        Desk copy = new Desk(other);
        copy.cells.addAll(cells);
        return copy;
    }

    /** What a command said and how it ended. */
    record Outcome(int code, String out, String err) {
        List<String> errors() {
            return err.lines()
                    .filter(line -> line.startsWith("linkage: error: "))
                    .toList();
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String at(String name) {
        return path(name).toString();
    }

    /** Puts an extract there; from now on no cell of it may be printed. */
    Path put(String name, Table table) throws IOException {
        return put(name, table, table.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The same, written in some other way. */
    Path put(String name, Table table, byte[] content) throws IOException {
        table.rows().forEach(row -> cells.addAll(row));
        return Files.write(path(name), content);
    }

    Path put(String name, String text) throws IOException {
        return Files.writeString(path(name), text);
    }

    /** Runs a command that is to succeed. */
    Outcome does(String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.errors()).isEmpty();
        assertSaysNobody(outcome);
        return outcome;
    }

    /** Runs a command that is to be refused: one line of error with the rule, no person, and no file made or changed. */
    Outcome refuses(int code, String rule, String... arguments) throws IOException {
        Map<String, String> before = content();
        Outcome outcome = run(arguments);
        assertThat(outcome.errors())
                .as(outcome.err())
                .hasSize(1)
                .first()
                .asString()
                .contains(rule);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertSaysNobody(outcome);
        assertThat(content()).isEqualTo(before);
        return outcome;
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Linkage.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Codes and initials of under four characters are everywhere; all else would be somebody's. */
    private void assertSaysNobody(Outcome outcome) {
        String said = outcome.out() + outcome.err();
        assertThat(cells.stream().filter(cell -> cell.length() >= 4)).noneMatch(said::contains);
    }

    /** Every file and folder below, with its content. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                byte[] bytes = Files.isDirectory(path) ? new byte[0] : Files.readAllBytes(path);
                content.put(folder.relativize(path).toString(), HexFormat.of().formatHex(bytes));
            }
        }
        return content;
    }

    /** An agreement on a good extract and a secret. */
    void agree() throws IOException {
        put("good.csv", Table.of(60));
        does("init", at("good.csv"), "--out", at("agreement.json"));
        does("key", "new", "--out", at("secret.key"));
    }

    /** The words of {@code seal} for an extract of this desk. */
    String[] seal(String extract, String... more) {
        List<String> words = new ArrayList<>(List.of("seal", at(extract), "--agreement", at("agreement.json")));
        words.addAll(List.of("--secret", at("secret.key"), "--provider", "hospital", "--out", at("hospital.sealed")));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    /** The faults that sealing listed, as {@code line,field,rule}, without the header. */
    List<String> faults() throws IOException {
        return Files.readAllLines(path("hospital.sealed.faults.csv")).stream()
                .skip(1)
                .toList();
    }
}
