package uk.linkage.provider.optout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.NumberSet;
import uk.linkage.provider.extract.OptOutFault;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.Reading;
import uk.linkage.secret.OwnerOnly;

/**
 * The check file of the National Data Opt-Out for an extract: each of its NHS Numbers once, in rising order so that the order of
 * the rows is not told. It names people, so only its owner may read it. 8 bytes a number in memory.
 *
 * <pre>{@code
 * CheckFile check = CheckFile.of(extract, Map.of());
 * Path file = check.write(folder, "X26HC", LocalDate.now(), 1); // X26HC-300626-0001.dat
 * }</pre>
 *
 * <p>The file: ten digits, a comma and a line feed for each number, and nothing else. Numbers at fault are left out and counted.
 *
 * <p>Source: NHS England, DCB3058 (check for opt-outs service: file format and name).
 */
public final class CheckFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);
    private static final int LAST = 9999;

    private final NumberSet.Builder taken = new NumberSet.Builder();
    private final NumberSet numbers;
    private long rows;
    private long rowsWithout;
    private long faulty;

    private CheckFile(ExtractSource extract, Columns columns) {
        try (Stream<Row> all = extract.rows()) {
            all.forEach(row -> take(row, extract, columns));
        }
        this.numbers = taken.build();
    }

    /**
     * Goes through an extract.
     *
     * @param mapping fields to columns, over what is recognised from the header
     * @throws OptOutFault where it has no column of NHS Numbers, or no number in it
     */
    public static CheckFile of(ExtractSource extract, Map<String, String> mapping) {
        Columns columns = new ColumnMapping(extract, mapping).columns(List.of());
        if (columns.nhsNumbers().isEmpty()) {
            throw new OptOutFault(
                    extract.name(), "has no column of NHS Numbers to check", "say --map nhs_number=COLUMN");
        }
        CheckFile file = new CheckFile(extract, columns);
        if (file.numbers.size() == 0) {
            throw new OptOutFault(extract.name(), "holds no valid NHS Number to check", "");
        }
        return file;
    }

    /** Whether a text can be a mailbox's name: letters and digits, at most 20. */
    public static boolean isMailbox(String text) {
        return text.matches("[A-Za-z0-9]{1,20}");
    }

    /** The first sequence number, from 1, of which there is no file yet. */
    public static int nextSequence(Path folder, String mailbox, LocalDate day) {
        int sequence = 1;
        while (sequence < LAST && Files.exists(folder.resolve(name(mailbox, day, sequence)))) {
            sequence++;
        }
        return sequence;
    }

    /**
     * Writes the file into a folder, which is made where it is not there.
     *
     * @param mailbox of the sender
     * @param sequence from 1 to 9999, another for each file of a day
     * @return where it is
     * @throws FileAlreadyExistsException where it is there
     * @throws IOException where it cannot be written
     */
    public Path write(Path folder, String mailbox, LocalDate day, int sequence) throws IOException {
        Path file = folder.resolve(name(mailbox, day, sequence));
        Files.createDirectories(folder);
        OwnerOnly.writeNew(file, this::writeTo);
        return file;
    }

    /** Rows of the extract. */
    public long rows() {
        return rows;
    }

    /** Different numbers in the file. */
    public long numbers() {
        return numbers.size();
    }

    /** Rows without a valid number, whose people cannot be checked. */
    public long rowsWithout() {
        return rowsWithout;
    }

    /** Numbers at fault, which are left out. */
    public long faulty() {
        return faulty;
    }

    private void take(Row row, ExtractSource extract, Columns columns) {
        rows++;
        List<Reading<NhsNumber>> read = row.cells().size() == extract.header().size()
                ? columns.numbers(row).stream().map(NhsNumber::read).toList()
                : List.of();
        read.forEach(reading -> reading.value().ifPresent(taken::add));
        faulty += read.stream()
                .filter(reading -> reading instanceof Reading.Faulty<?>)
                .count();
        rowsWithout += read.stream().allMatch(reading -> reading.value().isEmpty()) ? 1 : 0;
    }

    private void writeTo(OutputStream out) throws IOException {
        for (Iterator<String> each = numbers.revealed().iterator(); each.hasNext(); ) {
            out.write((each.next() + ",\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String name(String mailbox, LocalDate day, int sequence) {
        if (!isMailbox(mailbox) || sequence < 1 || sequence > LAST) {
            throw new IllegalArgumentException("a mailbox is 1 to 20 letters and digits, a sequence number 1 to 9999");
        }
        return "%s-%s-%04d.dat".formatted(mailbox, DAY.format(day), sequence);
    }

    @Override
    public String toString() {
        return "CheckFile[" + numbers.size() + "]";
    }
}
