package uk.linkage.provider.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.Statement;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretUse;

/**
 * The end of a linkage secret's file, with the signed word of whoever ended it.
 *
 * <pre>{@code
 * KeyDestruction.destroy(Path.of("secret.key"), secret, hospital, Path.of("secret.key.destroyed.json"));
 * }</pre>
 *
 * <p>The record is written first, whole and forced to the disk, as {@code x.part}; then the file is overwritten and deleted; then the record
 * takes its name. Whatever fails before the first byte is overwritten leaves all as it was and no record. After it there is always a record, at
 * least as {@code x.part}, and never a record under its name of a secret that is still there.
 */
public final class KeyDestruction {
    /** The kind of statement, and what it is signed for. */
    public static final String KIND = "key-destruction";

    private static final int VERSION = 1;
    private static final String HOW = "overwritten once with random bytes, forced to the disk, then deleted";
    private static final String BEYOND =
            "copies elsewhere are not touched: those of other providers, wrapped secrets and shares, backups,"
                    + " snapshots of the file system, and blocks that a solid-state disk has set aside";

    private KeyDestruction() {}

    /**
     * Destroys a secret's file, and the note of its use.
     *
     * @param secret what was read from it
     * @param record a file that is not there yet
     * @return what the record holds
     */
    public static ObjectNode destroy(Path file, LinkageSecret secret, Identity by, Path record) throws IOException {
        ObjectNode statement = Statement.sign(KIND, content(file, secret, Instant.now()), by);
        NewFile.requireNew(record);
        Path part = record.resolveSibling(record.getFileName() + ".part");
        writeForced(part, CanonicalJson.pretty(statement).getBytes(StandardCharsets.UTF_8));
        try (FileChannel out = opened(file, part)) {
            overwrite(out);
        }
        Files.delete(file);
        Files.deleteIfExists(SecretUse.of(file).file());
        Files.move(part, record, StandardCopyOption.ATOMIC_MOVE);
        return statement;
    }

    private static ObjectNode content(Path file, LinkageSecret secret, Instant now) {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_statement", VERSION).put("kind", KIND);
        json.put("at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        secret.binding().ifPresent(binding -> binding.putInto(json));
        json.put("key_check", secret.checkValue());
        json.put("file", file.getFileName().toString());
        return json.put("how", HOW).put("beyond", BEYOND);
    }

    private static void writeForced(Path part, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(out, content);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
    }

    /** Nothing is lost yet where this fails. */
    private static FileChannel opened(Path file, Path part) throws IOException {
        try {
            requireDeletable(file);
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
    }

    /** A file is deleted by its folder's leave. */
    private static void requireDeletable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private static void overwrite(FileChannel file) throws IOException {
        byte[] noise = new byte[(int) file.size()];
        new SecureRandom().nextBytes(noise);
        writeAll(file, noise);
    }

    private static void writeAll(FileChannel out, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
        out.force(true);
    }
}
