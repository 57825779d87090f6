package uk.linkage.provider.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.linkage.file.Step;

/**
 * The rows of an extract, its header among them as row 0, each with the line it begins on. What is not CSV is told as a fault by
 * line and rule, because the parser's own words may quote the text.
 */
final class RowIterator implements Iterator<Row>, AutoCloseable {
    private final String name;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Step step;
    private long lastLine;
    private long rows;

    RowIterator(String name, CSVParser parser, Step step) {
        this.step = step;
        this.name = name;
        this.parser = parser;
        this.records = parser.iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException failure) {
            throw failure.getCause() instanceof CSVException ? notCsv() : failure;
        }
    }

    @Override
    public Row next() {
        hasNext();
        List<String> cells = List.of(records.next().values());
        lastLine = parser.getCurrentLineNumber();
        step.at(rows);
        return new Row(lastLine - lineBreaks(cells), rows++, cells);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExtractFault notCsv() {
        return new ExtractFault(
                name + ": line " + (lastLine + 1),
                "begins a row with a quote that is not closed, or with text after a closing quote",
                "a quote inside a quoted value is written twice");
    }

    /** Line breaks inside quotes: CR LF, LF or CR. */
    private static long lineBreaks(List<String> cells) {
        long breaks = 0;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            breaks += cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0 ? 0 : lineBreaks(cell);
        }
        return breaks;
    }

    private static long lineBreaks(String cell) {
        return cell.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }
}
