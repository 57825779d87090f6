package uk.linkage.file;

import java.io.IOException;
import java.util.ArrayList;
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
     * @throws IOException where one cannot be read; of several, what is wrong with the first of them
     */
    public static <F, R> List<R> read(List<F> files, Reading<F, R> reading) throws IOException {
        List<R> read = new ArrayList<>();
        for (Outcome<R> outcome :
                files.parallelStream().map(file -> outcome(file, reading)).toList()) {
            read.add(outcome.value());
        }
        return read;
    }

    private interface Outcome<R> {
        R value() throws IOException;
    }

    private static <F, R> Outcome<R> outcome(F file, Reading<F, R> reading) {
        try {
            R value = reading.of(file);
            return () -> value;
        } catch (IOException e) {
            return () -> {
                throw e;
            };
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }
}
