package uk.linkage.destroy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.function.LongConsumer;

/**
 * Overwrites a file once with random bytes, forces them to the disk and deletes it. Random, since a run of zeros may never reach the disk where
 * the file system compresses. Follows no symbolic link: of one the link alone goes.
 *
 * <p>One pass is what an ordinary disk needs (NIST SP 800-88 Rev. 1, section 2.4 and table A-5). A file system that copies on write, snapshots,
 * backups and the spare blocks of a solid-state disk keep what they have: only the destruction of the medium, or of the key under which it is
 * encrypted, reaches those.
 */
final class Eraser {
    static final String HOW =
            "each file was overwritten once with random bytes, forced to the disk and deleted; copies, backups,"
                    + " snapshots and what a solid-state disk or a file system that copies on write keeps are beyond this";

    private final byte[] noise = new byte[1 << 16];

    private final LongConsumer overwritten;

    Eraser() {
        this(bytes -> {});
    }

    /** @param overwritten is told of how many more bytes were overwritten */
    Eraser(LongConsumer overwritten) {
        this.overwritten = overwritten;
        new SecureRandom().nextBytes(noise);
    }

    /** Nothing happens where the file is gone already. */
    void erase(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            overwrite(file);
        }
        Files.deleteIfExists(file);
    }

    private void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            long left = channel.size();
            while (left > 0) {
                ByteBuffer block = ByteBuffer.wrap(noise, 0, (int) Math.min(left, noise.length));
                left -= block.remaining();
                while (block.hasRemaining()) {
                    overwritten.accept(channel.write(block));
                }
            }
            channel.force(true);
        }
    }
}
