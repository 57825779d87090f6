package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;

/**
 * A file of answers by handle: a CSV file with the columns {@code handle} and {@code answer}, such as {@code review.csv} with its last column
 * filled in, or what a provider sends back. Other columns are passed over, and so are rows without an answer or about a pair that was
 * withdrawn since.
 */
final class AnswerFile {
    /** The column of the answer. */
    static final String ANSWER = "answer";

    private static final String HANDLE = "handle";

    private final Path file;
    private final String run;
    private final ReviewKey key;
    private final Map<String, Given> answers;

    /**
     * A file of answers.
     *
     * @param run the name of the run that asked
     * @param key whose records its handles stand for
     * @param answers by handle, to which those of the file are added
     */
    AnswerFile(Path file, String run, ReviewKey key, Map<String, Given> answers) {
        this.file = file;
        this.run = run;
        this.key = key;
        this.answers = answers;
    }

    /**
     * Adds its answers.
     *
     * @throws MalformedFileException where it breaks a rule or contradicts another
     * @throws IncompatibleFiles where a handle is not of the run that asked
     */
    void read() throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            int handle = column(rows.header(), HANDLE);
            int answer = column(rows.header(), ANSWER);
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                List<String> fields = row.get().fields();
                add(row.get().line(), fields.get(handle).strip(), fields.get(answer));
            }
        }
    }

    private int column(List<String> header, String name) throws IOException {
        if (header.stream().filter(name::equals).count() != 1) {
            throw new MalformedFileException(file, 1, "the header must name the columns handle and answer, once each");
        }
        return header.indexOf(name);
    }

    private void add(long line, String handle, String text) throws IOException {
        if (!Handles.isHandle(handle)) {
            throw new MalformedFileException(file, line, "handle is not R and 16 characters of Crockford base32");
        }
        if (key.isWithdrawn(handle)) {
            return;
        }
        Optional<ReviewKey.Entry> entry = key.find(handle);
        if (entry.isEmpty()) {
            throw new IncompatibleFiles(List.of(file.getFileName() + ": line " + line + ": handle is of no pair that "
                    + run + " asked for; answers go with the run that asked"));
        }
        if (!text.isBlank()) {
            Answer answer = Answer.parse(text)
                    .orElseThrow(
                            () -> new MalformedFileException(file, line, "answer is not match, no match or unsure"));
            put(handle, new Given(entry.get().records(), answer, entry.get().pattern(), file, line));
        }
    }

    /** Of two answers to one pair unsure gives way; others must be equal. */
    private void put(String handle, Given given) throws IOException {
        Given before = answers.get(handle);
        if (before == null || before.answer() == Answer.UNSURE) {
            answers.put(handle, given);
        } else if (given.answer() != Answer.UNSURE && given.answer() != before.answer()) {
            throw new MalformedFileException(
                    file,
                    given.line(),
                    "answer contradicts that of line " + before.line() + " of "
                            + before.file().getFileName() + " to the same pair");
        }
    }
}
