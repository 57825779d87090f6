package uk.linkage.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file on its way: a stream of bytes into {@code x.part} beside the target {@code x}, which takes the target's name on
 * {@link #commit} and vanishes where it is closed without.
 *
 * <pre>{@code
 * try (PartFile part = PartFile.create(target)) {
 *     part.stream().write(bytes);
 *     part.commit();
 * }
 * }</pre>
 *
 * <p>A reader sees the old file or the new one, never half of either: the bytes are forced to the disk first, and the rename is
 * atomic where the file system can do that. A {@code .part} left by a program that was killed is overwritten. The target's
 * folder must exist; a target that is a folder is refused.
 */
public final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final Mover mover;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean committed;

    private PartFile(Path target, Path part, Mover mover) throws IOException {
        this.target = target;
        this.part = part;
        this.mover = mover;
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        this.stream = new Unclosable(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    }

    /** How a finished file takes its name; {@link Files#move} in earnest. */
    @FunctionalInterface
    interface Mover {
        void move(Path from, Path to, CopyOption... options) throws IOException;
    }

    /**
     * Begins to write.
     *
     * @throws IOException where the folder cannot be written or the target is a folder
     */
    public static PartFile create(Path target) throws IOException {
        return create(target, Files::move);
    }

    static PartFile create(Path target, Mover mover) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a folder, not a file to write");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return new PartFile(target, target.resolveSibling(target.getFileName() + ".part"), mover);
    }

    /** Where the bytes go. Closing the stream is allowed and ends nothing. */
    public OutputStream stream() {
        return stream;
    }

    /** Makes the file appear at its target. */
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        rename();
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            try {
                channel.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private void rename() throws IOException {
        try {
            mover.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            mover.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Lets a writer on top be closed while the file still has to be forced to the disk. */
    private static final class Unclosable extends FilterOutputStream {
        Unclosable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
