package uk.linkage.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file breaks a rule. The message names the file, the line and the rule, never what stood there.
 *
 * <pre>{@code
 * crosswalk-a.csv: line 14: study_id is not S and 16 characters of Crockford base32
 * }</pre>
 */
public final class MalformedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedFileException(Path file, String rule) {
        super(file.getFileName() + ": " + rule);
    }

    public MalformedFileException(Path file, long line, String rule) {
        this(file, "line " + line + ": " + rule);
    }
}
