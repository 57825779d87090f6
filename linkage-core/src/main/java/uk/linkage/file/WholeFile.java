package uk.linkage.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a file wholly or not at all, by way of a {@link PartFile}: where the writing fails, whatever the failure is, no {@code
 * .part} stays behind and a target that was there before is untouched.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("run.json"), out -> out.write(json));
 * }</pre>
 */
public final class WholeFile {
    private WholeFile() {}

    /** What fills the file. Closing the stream is allowed and ends nothing. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes the target from the body.
     *
     * @throws IOException if the body, the disk or the rename fails; the target is then as it was before
     */
    public static void write(Path target, Body body) throws IOException {
        write(target, body, Files::move);
    }

    static void write(Path target, Body body, PartFile.Mover mover) throws IOException {
        try (PartFile part = PartFile.create(target, mover)) {
            body.writeTo(part.stream());
            part.commit();
        }
    }
}
