package uk.linkage.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.linkage.secret.OwnerOnly;

/** What a target is given, as a file of its owner's alone that is filled anew each time. */
final class Bytes {
    private static final Path FILE = create();

    private Bytes() {}

    static Path in(byte[] content) {
        try {
            return Files.write(FILE, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path create() {
        try {
            Path folder = Files.createTempDirectory("linkage-fuzz");
            OwnerOnly.write(folder.resolve("input"), new byte[0]);
            folder.toFile().deleteOnExit();
            folder.resolve("input").toFile().deleteOnExit();
            return folder.resolve("input");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
