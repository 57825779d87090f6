package uk.linkage.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads several files at once, on as many processors as there are. */
public final class SideBySide {
    private SideBySide() {}

    /** What becomes of a file, or of what stands for one. */
    public interface Reading<F, R> {
        /** Reads one. */
        R of(F file) throws IOException;
    }

    /**
     * What becomes of each, in their order.
     *
     * @throws IOException where one cannot be read
     */
    public static <F, R> List<R> read(List<F> files, Reading<F, R> reading) throws IOException {
        try {
            return files.parallelStream().map(file -> unchecked(file, reading)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static <F, R> R unchecked(F file, Reading<F, R> reading) {
        try {
            return reading.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
