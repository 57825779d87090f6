package uk.linkage.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/**
 * The rows of a small, strict CSV file that this project defines itself, such as a crosswalk or a truth file.
 *
 * <p>UTF-8 with or without a byte-order mark; lines end in LF or CRLF; empty lines are passed over. The first row is the header and
 * every other row has as many fields as it. Fields are handed out as they are written, blanks included.
 *
 * <pre>{@code
 * try (CsvRows rows = CsvRows.open(file)) {
 *     for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) { ... }
 * }
 * }</pre>
 *
 * <p>Everything wrong with the file is a {@link MalformedFileException}: no header, bytes that are not UTF-8, a quote out of place, a
 * row of another length. Format: RFC 4180.
 */
public final class CsvRows implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(false)
            .setLenientEof(false)
            .get();

    /** How exactly it is said how many rows a file has before all are read. */
    private static final MathContext ABOUT = new MathContext(3, RoundingMode.UP);

    private static final int TOLD_EVERY = 1 << 10;

    private final Path file;
    private final long bytes;
    private final Step step;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long lastLine;

    private CsvRows(Path file, CSVParser parser, Progress progress) throws IOException {
        this.file = file;
        this.bytes = Files.size(file);
        this.step = progress.begin("reading " + file.getFileName(), "rows", 0);
        this.parser = parser;
        this.records = parser.iterator();
        this.header = record().orElseThrow(() -> new MalformedFileException(file, "is empty, a header was expected"))
                .toList();
        this.lastLine = parser.getCurrentLineNumber();
    }

    /** One row: the line it begins on and its fields. */
    public record Row(long line, List<String> fields) {
        @Override
        public String toString() {
            return "Row[line=" + line + ", …]";
        }
    }

    public static CsvRows open(Path file) throws IOException {
        return open(file, Progress.UNSEEN);
    }

    /** The same, telling of rows; how many there are in all is told by the length of those so far. */
    public static CsvRows open(Path file, Progress progress) throws IOException {
        Reader text = strictUtf8(file);
        try {
            return new CsvRows(file, CSVParser.parse(text, FORMAT), progress);
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    /** The names in the first row. */
    public List<String> header() {
        return header;
    }

    /** The next row, or nothing at the end of the file. */
    public Optional<Row> next() throws IOException {
        Optional<CSVRecord> record = record();
        if (record.isEmpty()) {
            return Optional.empty();
        }
        Row row = new Row(firstLine(record.get()), record.get().toList());
        count(record.get());
        if (row.fields().size() != header.size()) {
            throw fault(row, "has " + row.fields().size() + " fields, the header has " + header.size());
        }
        return Optional.of(row);
    }

    private void count(CSVRecord record) {
        step.accept(1);
        if (record.getRecordNumber() % TOLD_EVERY == 0) {
            double rows = (double) record.getRecordNumber() * bytes / record.getCharacterPosition();
            step.expect(BigDecimal.valueOf(rows).round(ABOUT).longValue());
        }
    }

    /** The exception for a row that breaks a rule of its own file format. */
    public MalformedFileException fault(Row row, String rule) {
        return new MalformedFileException(file, row.line(), rule);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Optional<CSVRecord> record() throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException failure) {
            throw plain(failure.getCause());
        }
    }

    /** The parser's own messages may quote the text, so its parse errors are said again without it. */
    private IOException plain(IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return new MalformedFileException(file, "is not UTF-8");
        }
        if (failure instanceof CSVException) {
            return new MalformedFileException(
                    file, Math.max(1, parser.getCurrentLineNumber()), "a quoted field is not closed properly");
        }
        return failure;
    }

    /** A row may end on a later line than it begins, by the line breaks inside its quotes. */
    private long firstLine(CSVRecord record) {
        long before = lastLine;
        lastLine = parser.getCurrentLineNumber();
        return lastLine - before == 1 ? lastLine : lastLine - lineBreaks(record);
    }

    private static long lineBreaks(CSVRecord record) {
        return record.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
    }

    private static Reader strictUtf8(Path file) throws IOException {
        BOMInputStream bytes = BOMInputStream.builder()
                .setInputStream(new BufferedInputStream(Files.newInputStream(file)))
                .get();
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }
}
