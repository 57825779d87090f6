package uk.linkage.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file wholly or not at all.
 *
 * <p>The bytes go to {@code x.part} beside the target {@code x}, are forced to the disk, and take the target's name in one step. A
 * reader therefore sees the old file or the new one, never half of either. Where the writing fails, whatever the failure is, no
 * {@code .part} stays behind and a target that was there before is untouched.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("run.json"), out -> out.write(json));
 * }</pre>
 *
 * <p>The rename is atomic where the file system can do that, and a plain replacing move where it cannot. A {@code .part} left by a
 * program that was killed is overwritten. The target's folder must exist. A target that is a folder is refused.
 */
public final class WholeFile {
    private WholeFile() {}

    /** What fills the file. Closing the stream is allowed and ends nothing. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** How a finished file takes its name; {@link Files#move} in earnest. */
    @FunctionalInterface
    interface Mover {
        void move(Path from, Path to, CopyOption... options) throws IOException;
    }

    /**
     * Writes the target from the body.
     *
     * @throws IOException if the body, the disk or the rename fails; the target is then as it was before
     */
    public static void write(Path target, Body body) throws IOException {
        write(target, body, Files::move);
    }

    static void write(Path target, Body body, Mover mover) throws IOException {
        refuseFolder(target);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            fill(part, body);
            rename(part, target, mover);
        } catch (Throwable failure) {
            discard(part, failure);
            throw failure;
        }
    }

    private static void refuseFolder(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a folder, not a file to write");
        }
    }

    private static void fill(Path part, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new Unclosable(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            body.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void rename(Path part, Path target, Mover mover) throws IOException {
        try {
            mover.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            mover.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part, Throwable failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Lets the body close its writer while the file still has to be forced to the disk. */
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
