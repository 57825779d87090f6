package uk.linkage.provider.extract;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.linkage.file.PartFile;

/**
 * What could not be used as a file, {@code line,field,rule}, written while an extract is read. It appears on {@link #finish}
 * and stays with the provider.
 *
 * <pre>{@code
 * try (FaultList faults = FaultList.create(target)) {
 *     Rejects rejects = new Rejects(faults::add);
 *     faults.finish(rejects);
 * }
 * }</pre>
 */
public final class FaultList implements Closeable {
    private final Path target;
    private final PartFile file;

    private FaultList(Path target) throws IOException {
        this.target = target;
        this.file = PartFile.create(target);
    }

    /**
     * Begins a list.
     *
     * @throws IOException where the folder cannot be written
     */
    public static FaultList create(Path target) throws IOException {
        FaultList list = new FaultList(target);
        list.line("line,field,rule");
        return list;
    }

    /**
     * Adds a fault.
     *
     * @throws UncheckedIOException where the disk does not take it
     */
    public void add(Rejects.Fault fault) {
        line(fault.line() + "," + fault.field() + ",\"" + fault.rule() + "\"");
    }

    /** Makes the list appear; where nothing was at fault, a list of an earlier time goes. */
    public void finish(Rejects rejects) throws IOException {
        if (rejects.rows() + rejects.values() > 0) {
            file.commit();
        } else {
            Files.deleteIfExists(target);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void line(String text) {
        try {
            file.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
