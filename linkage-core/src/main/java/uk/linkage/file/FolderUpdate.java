package uk.linkage.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * New contents of several files of one folder, all of them or none, whenever the program is stopped.
 *
 * <pre>{@code
 * FolderUpdate.finish(folder, "withdrawal"); // what an earlier one left undone
 * try (FolderUpdate update = FolderUpdate.begin(folder, "withdrawal")) {
 *     CsvTable.write(update.staging().resolve("crosswalk-a.csv"), header, rows);
 *     update.commit();
 * }
 * }</pre>
 *
 * <p>Goal: no reader takes a folder for whole in which some files are old and some new. Method: a redo log. New files are written and
 * forced to the disk in the folder {@code NAME.part} inside; one rename to {@code NAME.ready} decides that the change happens; then each
 * file takes the place of the old one and the empty folder goes. Stopped before the rename nothing has changed; stopped after it, {@link
 * #isPending} holds until {@link #finish} moves the rest, which may be done any number of times. (J. Gray and A. Reuter, Transaction
 * Processing, 1993, chapter 10.)
 */
public final class FolderUpdate implements Closeable {
    private final Path folder;
    private final String name;

    private FolderUpdate(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The names of both folders that an update of this name may leave when it is stopped. */
    public static List<String> folders(String name) {
        return List.of(name + ".part", name + ".ready");
    }

    /**
     * Begins to write.
     *
     * @throws IllegalStateException where an earlier update was decided and not finished
     */
    public static FolderUpdate begin(Path folder, String name) throws IOException {
        if (isPending(folder, name)) {
            throw new IllegalStateException("an earlier update is not finished");
        }
        FolderUpdate update = new FolderUpdate(folder, name);
        update.close();
        Files.createDirectory(update.staging());
        return update;
    }

    /** Whether an update was decided and not finished. */
    public static boolean isPending(Path folder, String name) {
        return Files.exists(ready(folder, name));
    }

    /** Moves what a decided update has left to move; nothing where there is none. */
    public static void finish(Path folder, String name) throws IOException {
        Path ready = ready(folder, name);
        if (Files.exists(ready)) {
            for (Path file : files(ready)) {
                replace(file, folder.resolve(file.getFileName()));
            }
            Files.delete(ready);
        }
    }

    /** Where new files are written, under the names that they will have. */
    public Path staging() {
        return folder.resolve(name + ".part");
    }

    /** Decides that all happens, and does it. */
    public void commit() throws IOException {
        Files.move(staging(), ready(folder, name));
        finish(folder, name);
    }

    /** Takes away what was not decided. */
    @Override
    public void close() throws IOException {
        if (Files.exists(staging())) {
            PathUtils.deleteDirectory(staging());
        }
    }

    private static Path ready(Path folder, String name) {
        return folder.resolve(name + ".ready");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
