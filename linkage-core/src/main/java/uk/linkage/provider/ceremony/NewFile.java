package uk.linkage.provider.ceremony;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.linkage.file.WholeFile;

/** Files that are written whole and never over another. */
final class NewFile {
    private NewFile() {}

    static void write(Path file, byte[] content) throws IOException {
        requireNew(file);
        WholeFile.write(file, out -> out.write(content));
    }

    static void requireNew(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }
}
