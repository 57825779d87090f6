package uk.linkage.benchmarks.scale;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A crosswalk row by row, in order of study ids, each of which comes once. Local ids that need quotes are not for it. */
final class StudyIdOrder implements Closeable {
    private static final String HEADER = "local_id,study_id";

    private final BufferedReader rows;
    private boolean atRow;
    private String localId = "";
    private String studyId = "";

    /** At the first row, if there is one. */
    StudyIdOrder(Path crosswalk) throws IOException {
        rows = Files.newBufferedReader(crosswalk, StandardCharsets.UTF_8);
        if (!HEADER.equals(rows.readLine())) {
            rows.close();
            throw new IllegalArgumentException(crosswalk + " must have the header " + HEADER);
        }
        next();
    }

    boolean isAtRow() {
        return atRow;
    }

    String localId() {
        return localId;
    }

    String studyId() {
        return studyId;
    }

    void next() throws IOException {
        String row = rows.readLine();
        atRow = row != null;
        if (atRow) {
            int comma = row.lastIndexOf(',');
            String former = studyId;
            localId = row.substring(0, comma);
            studyId = row.substring(comma + 1);
            requireAfter(former);
        }
    }

    private void requireAfter(String former) {
        if (studyId.compareTo(former) <= 0) {
            throw new IllegalArgumentException("a study id must come once in a crosswalk, and in order");
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
