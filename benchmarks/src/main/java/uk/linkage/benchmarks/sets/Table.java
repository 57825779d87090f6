package uk.linkage.benchmarks.sets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Row;

/**
 * Rows of text under a header, the first column of which is the local id. Immutable; prints no cell.
 *
 * <pre>{@code
 * Table few = Table.read(file).columns(List.of("rec_id", "surname"));
 * few.write(folder.resolve("few.csv"));
 * }</pre>
 */
record Table(List<String> header, List<List<String>> rows) {

    Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** A CSV file as the library reads one. */
    static Table read(Path file) throws IOException {
        ExtractSource extract = ExtractSource.of(file);
        try (Stream<Row> rows = extract.rows()) {
            return new Table(extract.header(), rows.map(Row::cells).toList());
        }
    }

    /** The place of a column. */
    int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + " among " + header);
        }
        return column;
    }

    /** These columns only, in this order. */
    Table columns(List<String> names) {
        int[] kept = names.stream().mapToInt(this::column).toArray();
        return new Table(
                names,
                rows.stream()
                        .map(row -> IntStream.of(kept).mapToObj(row::get).toList())
                        .toList());
    }

    /** All columns but these. */
    Table without(List<String> names) {
        names.forEach(this::column);
        return columns(header.stream().filter(name -> !names.contains(name)).toList());
    }

    /** Those rows only. */
    Table where(Predicate<List<String>> kept) {
        return new Table(header, rows.stream().filter(kept).toList());
    }

    /** Every row as it is after an alteration, in order. */
    Table altered(Consumer<List<String>> alteration) {
        List<List<String>> altered = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> copy = new ArrayList<>(row);
            alteration.accept(copy);
            altered.add(List.copyOf(copy));
        }
        return new Table(header, altered);
    }

    /** All that stands in a column. */
    List<String> cells(String name) {
        int column = column(name);
        return rows.stream().map(row -> row.get(column)).toList();
    }

    void write(Path file) throws IOException {
        CSVFormat csv = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.printRecord(text, header.toArray());
            for (List<String> row : rows) {
                csv.printRecord(text, row.toArray());
            }
        }
    }

    @Override
    public String toString() {
        return "Table[" + header + ", rows=" + rows.size() + "]";
    }
}
