package uk.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;
import uk.linkage.file.WholeFile;
import uk.linkage.hub.crosswalk.RetiredIds;
import uk.linkage.hub.crosswalk.Withdrawal;
import uk.linkage.hub.crosswalk.WithdrawnRecords;

/**
 * What was withdrawn from a run and those before it, as it goes on to the next: tags of records, study ids of people, and the hub's signed lines.
 *
 * @param records so that they are not taken in again
 * @param studyIds so that what was given out under them can be cleared
 * @param lines one signed statement a line
 */
record Withdrawals(WithdrawnRecords records, Set<String> studyIds, String lines) {
    /** The name of the file of study ids. */
    static final String IDS = "withdrawn.csv";

    /** The name of the file of signed statements. */
    static final String LINES = "withdrawals.jsonl";

    static Withdrawals none() {
        return new Withdrawals(WithdrawnRecords.none(new SecureRandom()), Set.of(), "");
    }

    static Withdrawals read(Path run) throws IOException {
        Path ids = run.resolve(IDS);
        Path lines = run.resolve(LINES);
        return new Withdrawals(
                WithdrawnRecords.read(run, new SecureRandom()),
                Files.exists(ids) ? RetiredIds.read(ids) : Set.of(),
                Files.exists(lines) ? Files.readString(lines) : "");
    }

    Withdrawals and(Withdrawal withdrawal) {
        Set<String> all = new TreeSet<>(studyIds);
        all.addAll(withdrawal.studyIds());
        return new Withdrawals(records.and(withdrawal.removed()), all, lines);
    }

    Withdrawals and(byte[] statement) {
        return new Withdrawals(records, studyIds, lines + new String(statement, StandardCharsets.UTF_8) + "\n");
    }

    /** Writes what is known of records and people; nothing where nobody withdrew. */
    void writeRecords(Path folder) throws IOException {
        if (!studyIds.isEmpty()) {
            records.write(folder);
            RetiredIds.write(folder.resolve(IDS), studyIds);
        }
    }

    void writeLines(Path folder) throws IOException {
        if (!lines.isEmpty()) {
            byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
            WholeFile.write(folder.resolve(LINES), out -> out.write(bytes));
        }
    }

    @Override
    public String toString() {
        return "Withdrawals[people=" + studyIds.size() + "]";
    }
}
