package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

/**
 * Extracts of other shapes than a hospital's, as voter rolls, archives and test files have them, are linked by {@code init},
 * {@code seal} and {@code link} without a further option. Two extracts of 320 people have 260 in common.
 */
class UnseenExtractTest {
    private static final int PEOPLE = 320;
    private static final int APART = 60;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(folder);
    }

    @Test
    void aVoterRollWithYearsOfBirth() throws IOException {
        Desk.Outcome init = link(
                List.of(
                        "voter_reg_num",
                        "LAST_NAME",
                        "FIRST_NAME",
                        "midl_name",
                        "birth_year",
                        "gender_code",
                        "zip_code"),
                row -> List.of(
                        row.id(),
                        row.surname(),
                        row.forename(),
                        "",
                        row.year(),
                        row.sex(),
                        "27" + row.number().substring(1)));
        assertThat(init.err())
                .contains("surname (surname) from LAST_NAME", "birth_date (birth-date) from birth_year")
                .contains("middle_name is nearly always empty: not proposed")
                .contains("postcode (code) from zip_code", "local_id from voter_reg_num");
        assertThat(f1("voter_reg_num")).isGreaterThan(0.98);
    }

    @Test
    void anArchiveWithWholeNamesAndDatesInPart() throws IOException {
        Desk.Outcome init = link(
                List.of("cluster", "unique_id", "full_name", "dob", "postcode_fake"),
                row -> List.of(
                        "C" + row.number(),
                        row.id(),
                        row.forename() + " " + row.surname(),
                        inPart(row),
                        row.postcode()));
        assertThat(init.err())
                .contains("surname (surname) from full_name:SURNAME", "birth_date (birth-date) from dob as YYYY-MM-DD")
                .contains("column cluster is not used");
        assertThat(Files.readString(desk.path("agreement.columns.json"))).contains("\"local_id\" : \"unique_id\"");
        assertThat(f1("unique_id")).isGreaterThan(0.98);
    }

    @Test
    void namesAndACodeLikeAPostcode() throws IOException {
        link(
                List.of("rec-id", "given-name", "surname", "suburb", "postcode"),
                row -> List.of(row.id(), row.forename(), row.surname(), "town " + row.number(), "4" + row.number()));
        assertThat(f1("rec-id")).isGreaterThan(0.98);
    }

    @Test
    void namesAndYears() throws IOException {
        link(
                List.of("GLOBALID", "LOCALID", "FIRSTNAME", "LASTNAME", "YEAROFBIRTH"),
                row -> List.of("P" + row.number(), row.id(), row.forename(), row.surname(), row.year()));
        assertThat(f1("LOCALID")).isGreaterThan(0.95);
    }

    @Test
    void anExtractWithoutIds() throws IOException {
        Desk.Outcome init = link(
                List.of("Name", "Date of birth", "Post code"),
                row -> List.of(row.surname() + ", " + row.forename(), row.date(), row.postcode()));
        assertThat(init.err()).contains("its rows are known by their number, row-000001 on");
        assertThat(f1("")).isGreaterThan(0.98);
        desk.does(
                "attach",
                desk.at("first.csv"),
                "--crosswalk",
                desk.at("run/crosswalk-first.csv"),
                "--out",
                desk.at("study.csv"));
        assertThat(Files.readAllLines(desk.path("study.csv")))
                .hasSize(PEOPLE + 1)
                .first()
                .isEqualTo("study_id");
    }

    @Test
    void whoComesTwiceIsToldUnlessItIsSaid() throws IOException {
        Table table = Table.of(60);
        for (int i = 0; i < 10; i++) {
            for (int column = Table.FORENAME; column <= Table.BIRTH; column++) {
                table = table.with(50 + i, column, table.rows().get(i).get(column));
            }
        }
        desk.agree();
        desk.put("x.csv", table);
        assertThat(desk.does(desk.seal("x.csv")).err()).contains("of 60 people 10 have the names and date of birth");
        assertThat(desk.does(desk.seal("x.csv", "--holds-duplicates")).err()).doesNotContain("names and date of birth");
    }

    /** What a row of an extract is written from. */
    private record Line(List<String> cells, int person, String provider) {
        String id() {
            return provider + "-" + number();
        }

        String number() {
            return "%04d".formatted(1000 + person);
        }

        String forename() {
            return cells.get(Table.FORENAME);
        }

        String surname() {
            return cells.get(Table.SURNAME);
        }

        String sex() {
            return cells.get(Table.SURNAME + 1);
        }

        String date() {
            return cells.get(Table.BIRTH);
        }

        String year() {
            return date().substring(6);
        }

        String postcode() {
            return cells.get(Table.POSTCODE);
        }
    }

    private static String inPart(Line row) {
        String month = row.date().substring(3, 5);
        return switch (row.person() % 5) {
            case 0 -> row.year();
            case 1 -> row.year() + "-" + month;
            case 2 -> row.year() + "-" + month + "-00";
            case 3 -> "c. " + row.year();
            default -> row.year() + "-" + month + "-" + row.date().substring(0, 2);
        };
    }

    /** Links two extracts of that shape; what {@code init} said of the first. */
    private Desk.Outcome link(List<String> header, Function<Line, List<String>> shape) throws IOException {
        put("first", 0, header, shape);
        put("second", APART, header, shape);
        Desk.Outcome init = desk.does("init", desk.at("first.csv"), "--out", desk.at("agreement.json"));
        desk.does("key", "new", "--out", desk.at("secret.key"));
        seal("first");
        seal("second");
        desk.does("link", desk.at("first.sealed"), desk.at("second.sealed"), "--out", desk.at("run"));
        return init;
    }

    private void put(String provider, int from, List<String> header, Function<Line, List<String>> shape)
            throws IOException {
        Table people = Table.of(PEOPLE + APART);
        List<List<String>> rows = new ArrayList<>();
        for (int person = from; person < from + PEOPLE; person++) {
            rows.add(shape.apply(new Line(people.rows().get(person), person, provider)));
        }
        desk.put(provider + ".csv", new Table(header, rows).text());
    }

    private void seal(String provider) {
        List<String> words = new ArrayList<>(List.of("seal", desk.at(provider + ".csv"), "--provider", provider));
        words.addAll(List.of("--agreement", desk.at("agreement.json"), "--secret", desk.at("secret.key")));
        words.addAll(List.of("--out", desk.at(provider + ".sealed")));
        desk.does(words.toArray(String[]::new));
    }

    /** F1 of the run, by the ids of that column or, where it has no name, by the rows' numbers. */
    private double f1(String column) throws IOException {
        StringBuilder truth = new StringBuilder("provider,local_id,person\n");
        for (String provider : List.of("first", "second")) {
            int from = provider.equals("first") ? 0 : APART;
            for (int i = 0; i < PEOPLE; i++) {
                Line line = new Line(List.of(), from + i, provider);
                String id = column.isEmpty() ? "row-%06d".formatted(i + 1) : line.id();
                truth.append(provider)
                        .append(',')
                        .append(id)
                        .append(',')
                        .append(from + i)
                        .append('\n');
            }
        }
        desk.put("truth.csv", truth.toString());
        Desk.Outcome outcome = desk.does("evaluate", desk.at("run"), "--truth", desk.at("truth.csv"), "--json");
        JsonNode quality = CanonicalJson.parse(outcome.out().getBytes(StandardCharsets.UTF_8));
        return quality.at("/pairwise/f1").asDouble();
    }
}
