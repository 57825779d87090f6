package uk.linkage.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A small extract of invented people, and the ways in which one goes wrong. Immutable. */
record Table(List<String> header, List<List<String>> rows) {
    static final int ID = 0;
    static final int NHS = 1;
    static final int FORENAME = 2;
    static final int SURNAME = 3;
    static final int BIRTH = 5;
    static final int POSTCODE = 6;

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    /** So many people, with births by which day and month cannot be mixed up. */
    static Table of(int people) {
        List<String> header =
                List.of("hospital_no", "nhs_number", "forename", "surname", "sex", "date_of_birth", "postcode");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            rows.add(List.of(
                    "HOSP-%04d".formatted(i),
                    nhsNumber(i),
                    "ZE" + letters(i) + "DEE",
                    "QUIL" + letters(i * 7 + 3) + "ON",
                    i % 2 == 0 ? "F" : "M",
                    String.format(Locale.ROOT, "%02d/%02d/%d", 13 + i % 15, 1 + i % 12, 1931 + i % 60),
                    "LS%d %d%s".formatted(1 + i % 9, i % 10, letters(i).substring(0, 2))));
        }
        return new Table(header, rows);
    }

    /** NHS Numbers of the range that is never issued. */
    static String nhsNumber(int i) {
        for (int body = 999_100_000 + i * 11; ; body++) {
            int check = check(body);
            if (check != 10) {
                return Integer.toString(body) + check;
            }
        }
    }

    private static int check(int body) {
        int sum = 0;
        for (int weight = 2, rest = body; weight <= 10; weight++, rest /= 10) {
            sum += weight * (rest % 10);
        }
        return (11 - sum % 11) % 11;
    }

    private static String letters(int i) {
        return "" + LETTERS.charAt(i % 20) + LETTERS.charAt(i / 20 % 20) + LETTERS.charAt((i * 3 + 1) % 20);
    }

    /** With another cell in a row, rows being counted from 0. */
    Table with(int row, int column, String cell) {
        List<List<String>> changed = new ArrayList<>(rows);
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(column, cell);
        changed.set(row, cells);
        return new Table(header, changed);
    }

    /** With other cells in a whole column. */
    Table with(int column, IntFunction<String> cell) {
        Table changed = this;
        for (int row = 0; row < rows.size(); row++) {
            changed = changed.with(row, column, cell.apply(row));
        }
        return changed;
    }

    /** With another header. */
    Table headed(String... names) {
        return new Table(Arrays.asList(names), rows);
    }

    String text() {
        return text("\n");
    }

    String text(String lineEnd) {
        StringBuilder text = new StringBuilder(String.join(",", header)).append(lineEnd);
        rows.forEach(row -> text.append(String.join(",", quoted(row))).append(lineEnd));
        return text.toString();
    }

    private static List<String> quoted(List<String> row) {
        return row.stream()
                .map(cell -> cell.matches("(?s).*[\n\r,\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .toList();
    }
}
