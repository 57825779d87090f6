package uk.linkage.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the writing of several files all or nothing: each is {@code name.part} until all are published.
 *
 * <pre>{@code
 * try (var staging = new Staging(directory)) {
 *     Files.writeString(staging.part("truth.csv"), text);
 *     staging.publish();
 * }
 * }</pre>
 */
final class Staging implements AutoCloseable {
    private final Path directory;
    private final List<String> names = new ArrayList<>();

    Staging(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    Path part(String name) {
        names.add(name);
        return directory.resolve(name + ".part");
    }

    void publish() throws IOException {
        for (String name : names) {
            Files.move(directory.resolve(name + ".part"), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(directory.resolve(name + ".part"));
        }
    }
}
