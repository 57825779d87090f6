package uk.linkage.hub.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.linkage.file.CsvRows;
import uk.linkage.file.CsvTable;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;

/**
 * One provider's local ids with their study ids; the only result a provider receives.
 *
 * <p>Promises that each local id has one study id. Several local ids may share one, where a provider holds a person more than once.
 * The file is sorted by study id, so that its order says nothing about the order of the extract or of other providers' files. Never
 * prints a local id.
 *
 * <pre>{@code
 * Crosswalk crosswalk = new Crosswalk("acute-trust", Map.of("H0012", ids.next()));
 * crosswalk.write(folder.resolve(Crosswalk.fileName("acute-trust")));
 * Crosswalk again = Crosswalk.read("acute-trust", folder.resolve("crosswalk-acute-trust.csv"));
 * }</pre>
 *
 * <p>File: CSV (RFC 4180 quoting, LF, UTF-8) with the header {@code local_id,study_id}. Local ids are written as they are, quoted where
 * CSV needs it, and are not altered against spreadsheets that take a leading {@code =} for a formula: they must match the provider's
 * own. Reading refuses another header, an empty or repeated local id and a study id that is none, naming line and rule.
 *
 * @param provider the provider's name: letters, digits, space, dot, hyphen and underscore, 1 to 64 characters, beginning and ending with
 *     a letter or digit, so that it can be part of a file name everywhere
 * @param studyIds study id by local id
 */
public record Crosswalk(String provider, Map<String, String> studyIds) {
    private static final List<String> HEADER = List.of("local_id", "study_id");
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{Nd}]([\\p{L}\\p{M}\\p{Nd} ._-]{0,62}[\\p{L}\\p{M}\\p{Nd}])?");

    public Crosswalk {
        checkName(provider);
        studyIds = Map.copyOf(studyIds);
        studyIds.forEach((localId, studyId) -> fault(localId, studyId).ifPresent(rule -> {
            throw new IllegalArgumentException("a record of provider " + provider + ": " + rule);
        }));
    }

    /** {@code crosswalk-NAME.csv}. */
    public static String fileName(String provider) {
        checkName(provider);
        return "crosswalk-" + provider + ".csv";
    }

    /**
     * Reads a provider's crosswalk.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static Crosswalk read(String provider, Path file) throws IOException {
        return read(provider, file, Progress.UNSEEN);
    }

    /**
     * Reads it likewise, telling of rows.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static Crosswalk read(String provider, Path file, Progress progress) throws IOException {
        try (CsvRows rows = CsvRows.open(file, progress)) {
            checkHeader(rows, file);
            Map<String, String> studyIds = new HashMap<>();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                add(rows, row.get(), studyIds);
            }
            return new Crosswalk(provider, studyIds);
        }
    }

    /** Writes the file wholly or, if that fails, not at all. */
    public void write(Path file) throws IOException {
        write(file, Progress.UNSEEN);
    }

    /** Writes it likewise, telling of rows. */
    public void write(Path file, Progress progress) throws IOException {
        Step step = progress.begin("writing " + file.getFileName(), "rows", studyIds.size());
        CsvTable.write(
                file,
                HEADER,
                byStudyId().peek(row -> step.accept(1)).map(row -> List.of(row.getKey(), row.getValue())));
    }

    @Override
    public String toString() {
        return "Crosswalk[" + provider + ", records=" + studyIds.size() + "]";
    }

    private Stream<Map.Entry<String, String>> byStudyId() {
        Comparator<Map.Entry<String, String>> byStudyId = Map.Entry.comparingByValue();
        return studyIds.entrySet().stream().sorted(byStudyId.thenComparing(Map.Entry.comparingByKey()));
    }

    private static void checkHeader(CsvRows rows, Path file) throws IOException {
        if (!rows.header().equals(HEADER)) {
            throw new MalformedFileException(file, 1, "the header must be local_id,study_id");
        }
    }

    private static void add(CsvRows rows, CsvRows.Row row, Map<String, String> studyIds) throws IOException {
        String localId = row.fields().get(0);
        String studyId = row.fields().get(1);
        Optional<String> fault = fault(localId, studyId);
        if (fault.isPresent()) {
            throw rows.fault(row, fault.get());
        }
        if (studyIds.put(localId, studyId) != null) {
            throw rows.fault(row, "local_id was given before");
        }
    }

    private static Optional<String> fault(String localId, String studyId) {
        if (localId.isEmpty()) {
            return Optional.of("local_id is empty");
        }
        if (!StudyIds.isStudyId(studyId)) {
            return Optional.of("study_id is not S and 16 characters of Crockford base32");
        }
        return Optional.empty();
    }

    private static void checkName(String provider) {
        if (!NAME.matcher(provider).matches()) {
            throw new IllegalArgumentException(
                    "a provider's name has 1 to 64 letters, digits, spaces, dots, hyphens and"
                            + " underscores, and begins and ends with a letter or digit");
        }
    }
}
