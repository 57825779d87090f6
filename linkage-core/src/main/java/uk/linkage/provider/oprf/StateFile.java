package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import uk.linkage.secret.OwnerOnly;

/**
 * What a party keeps to itself between two messages, in the form of a {@link MessageFile} that only its owner may read. It
 * holds secrets, is never written over, and is destroyed after use.
 *
 * <pre>{@code
 * StateFile.write(file, "linkage-psi-state/1", header, secret.bytes());
 * MessageFile state = StateFile.read(file, "linkage-psi-state/1");
 * StateFile.destroy(file);
 * }</pre>
 */
public final class StateFile {
    private static final int BLOCK = 1 << 16;

    private StateFile() {}

    /**
     * Writes a new state.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the file is there
     */
    public static void write(Path file, String version, ObjectNode header, byte[]... bodies) throws IOException {
        OwnerOnly.create(file);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            MessageFile.write(out, version, header, bodies);
        } catch (IOException e) {
            destroy(file);
            throw e;
        }
    }

    /**
     * Reads a state.
     *
     * @throws uk.linkage.secret.SecretFault where others may read it
     * @throws ProtocolFault where it is damaged or something else
     */
    public static MessageFile read(Path file, String version) throws IOException {
        OwnerOnly.require(file);
        return MessageFile.read(file, version);
    }

    /** Writes zeros over a file and takes it away. What a disk keeps of older blocks is beyond any program. */
    public static void destroy(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long left = channel.size();
            while (left > 0) {
                left -= channel.write(ByteBuffer.allocate((int) Math.min(left, BLOCK)));
            }
            channel.force(true);
        }
        Files.delete(file);
    }
}
