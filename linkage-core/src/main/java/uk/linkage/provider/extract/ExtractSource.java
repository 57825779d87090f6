package uk.linkage.provider.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;
import uk.linkage.file.CountedInput;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.provider.person.DateForm;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.Postcode;

/**
 * A provider's CSV extract: a header line and rows, in UTF-8 or Windows-1252, with or without byte-order mark, with LF
 * or CRLF. It can be gone through more than once, which standard input cannot, so that is held in memory.
 *
 * <pre>{@code
 * ExtractSource extract = ExtractSource.of(Path.of("hospital.csv"));
 * try (Stream<Row> rows = extract.rows()) { ... }
 * }</pre>
 */
public final class ExtractSource {
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();

    private static final Set<DateForm> WHOLE_DATES =
            EnumSet.complementOf(EnumSet.of(DateForm.YEAR, DateForm.SPREADSHEET_SERIAL));

    private final String name;
    private final Opening opening;
    private final Charset charset;
    private final long mostRows;
    private final List<String> header;
    private final Telling telling;

    private ExtractSource(String name, Opening opening, Step step) throws IOException {
        this.name = name;
        this.opening = opening;
        TextEncoding encoding = encoding(step);
        this.charset = encoding.charset();
        this.mostRows = encoding.mostLines();
        this.telling = Telling.NOBODY;
        this.header = readHeader();
    }

    private ExtractSource(ExtractSource other, Telling telling) {
        this.name = other.name;
        this.opening = other.opening;
        this.charset = other.charset;
        this.mostRows = other.mostRows;
        this.header = other.header;
        this.telling = telling;
    }

    /** Who is told of rows, and what of them. */
    private record Telling(Progress progress, String what) {
        private static final Telling NOBODY = new Telling(Progress.UNSEEN, "");
    }

    /**
     * The same, telling of rows as they are gone through.
     *
     * @param what is done with them, such as {@code sealing}
     */
    public ExtractSource telling(Progress progress, String what) {
        return new ExtractSource(this, new Telling(progress, what));
    }

    /**
     * An extract in a file.
     *
     * @throws ExtractFault where it is empty, mixes character encodings or has no usable header
     * @throws IOException where it cannot be read
     */
    public static ExtractSource of(Path file) throws IOException {
        return of(file, Progress.UNSEEN);
    }

    /**
     * An extract in a file, telling of bytes while it is looked through for the first time.
     *
     * @throws ExtractFault where it is empty, mixes character encodings or has no usable header
     * @throws IOException where it cannot be read
     */
    public static ExtractSource of(Path file, Progress progress) throws IOException {
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
            throw new ExtractFault(name, "is a folder, not a CSV file", "");
        }
        Step step = progress.begin("looking through " + name, "bytes", Files.size(file));
        return new ExtractSource(name, () -> Files.newInputStream(file), step);
    }

    /** An extract already in memory, as from standard input. */
    public static ExtractSource of(String name, byte[] content) throws IOException {
        return new ExtractSource(name, () -> new ByteArrayInputStream(content), Progress.UNSEEN.begin(name));
    }

    /** The file's name, for messages. */
    public String name() {
        return name;
    }

    /** Column names, trimmed. */
    public List<String> header() {
        return header;
    }

    /** At least as many as there are rows: the lines, some of which may be within quotes. */
    public long mostRows() {
        return mostRows;
    }

    /** Something the provider should know about how the file was read, such as that it was not UTF-8. */
    public Optional<String> warning() {
        return charset.equals(StandardCharsets.UTF_8)
                ? Optional.empty()
                : Optional.of(name + " is not UTF-8; read as Windows-1252");
    }

    /**
     * Every row after the header. Close it. A ragged row is given out as it is; on a row that is not CSV the stream ends
     * with an {@link ExtractFault}.
     */
    public Stream<Row> rows() {
        try {
            RowIterator rows = open(telling.progress.begin(telling.what + " " + name, "rows", mostRows));
            rows.next();
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                    .onClose(rows::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> readHeader() throws IOException {
        try (RowIterator rows = open(Progress.UNSEEN.begin(name))) {
            if (!rows.hasNext()) {
                throw new ExtractFault(name, "is empty: a header line and rows are needed", "");
            }
            List<String> names = rows.next().cells().stream().map(String::strip).toList();
            requireNames(names);
            requireDistinct(names);
            if (!rows.hasNext()) {
                throw new ExtractFault(name, "has a header but no rows", "");
            }
            return names;
        }
    }

    /** A first line of values would otherwise be told as names of columns. */
    private void requireNames(List<String> names) {
        boolean number = names.stream().anyMatch(text -> NhsNumber.parse(text).isPresent());
        boolean postcode = names.stream().anyMatch(text -> Postcode.parse(text).isPresent());
        boolean date =
                names.stream().anyMatch(text -> DateForm.matching(text).stream().anyMatch(WHOLE_DATES::contains));
        if (number || postcode && date) {
            throw new ExtractFault(
                    name + ": line 1",
                    "holds values, not names of columns",
                    "put a line with the columns' names first");
        }
    }

    private void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String column : names) {
            if (!column.isEmpty() && !seen.add(column.toLowerCase(Locale.ROOT))) {
                throw new ExtractFault(
                        name + ": line 1", "names the column " + column + " twice", "rename one of them");
            }
        }
    }

    private RowIterator open(Step step) throws IOException {
        return new RowIterator(name, CSV.parse(new InputStreamReader(withoutMark(opening.open()), charset)), step);
    }

    private TextEncoding encoding(Step step) throws IOException {
        try (InputStream in = new CountedInput(opening.open(), step)) {
            return TextEncoding.of(in, name);
        }
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        return BOMInputStream.builder().setInputStream(in).get();
    }

    /** Opens the content from its beginning. */
    private interface Opening {
        InputStream open() throws IOException;
    }
}
