package uk.linkage.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears whole or not at all: written as {@code NAME.part}, renamed on {@link #commit}, removed where it is
 * closed without. What stood at the target before stays until then.
 *
 * <pre>{@code
 * try (PartFile part = PartFile.create(target)) {
 *     part.stream().write(bytes);
 *     part.commit();
 * }
 * }</pre>
 */
public final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final OutputStream stream;
    private boolean committed;

    private PartFile(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
    }

    /**
     * Begins to write.
     *
     * @throws IOException where the folder cannot be written
     */
    public static PartFile create(Path target) throws IOException {
        return new PartFile(target, target.resolveSibling(target.getFileName() + ".part"));
    }

    /** Where the bytes go. */
    public OutputStream stream() {
        return stream;
    }

    /** Makes the file appear at its target. */
    public void commit() throws IOException {
        stream.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            try {
                stream.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
