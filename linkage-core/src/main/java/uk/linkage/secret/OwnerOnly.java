package uk.linkage.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.linkage.file.WholeFile;

/**
 * Files that only their owner may read: by mode on POSIX systems, by access control list on Windows, where the system
 * and the administrators are counted with the owner because they cannot be kept out.
 *
 * <pre>{@code
 * OwnerOnly.require(Path.of("secret.key"));
 * }</pre>
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<AclEntryPermission> USE =
            EnumSet.of(AclEntryPermission.READ_DATA, AclEntryPermission.WRITE_DATA, AclEntryPermission.APPEND_DATA);
    private static final List<String> ALWAYS_ALLOWED = List.of("\\SYSTEM", "\\Administrators");

    private OwnerOnly() {}

    /**
     * Writes a new file that only its owner may read; where that fails there is none.
     *
     * @throws FileAlreadyExistsException where the file is there: what is secret is never overwritten
     */
    public static void write(Path file, byte[] content) throws IOException {
        create(file);
        try {
            fill(file, content);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /**
     * Reads a file that only its owner may read; the caller overwrites what it got.
     *
     * @throws SecretFault where others may read it
     */
    public static byte[] read(Path file) throws IOException {
        require(file);
        return Files.readAllBytes(file);
    }

    /**
     * Makes a new empty file that only its owner may read.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the file is there
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file));
        restrict(file);
    }

    /** The attributes with which to create such a file. */
    static FileAttribute<?>[] attributes(Path file) throws IOException {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    /** Takes every right from everyone but the owner, where the file system has access control lists. */
    static void restrict(Path file) throws IOException {
        AclFileAttributeView acl = posix(file) ? null : Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(file))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    /**
     * Writes a file that is not there yet, wholly or not at all; from its first byte on nobody else may read it.
     *
     * @throws FileAlreadyExistsException where it is there
     * @throws IOException where it cannot be written
     */
    public static void writeNew(Path file, WholeFile.Body body) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, attributes(file));
        restrict(part);
        WholeFile.write(file, body);
    }

    /**
     * Lets a file pass that its owner alone may read.
     *
     * @throws SecretFault where others may, with what to do about it
     * @throws IOException where its rights cannot be read
     */
    public static void require(Path file) throws IOException {
        if (posix(file) ? othersByMode(file) : othersByAcl(file)) {
            throw new SecretFault(file.getFileName() + ": others than its owner may read this file; "
                    + (posix(file) ? "take that right away with: chmod 600 " : "remove the others' rights to ")
                    + file.getFileName());
        }
    }

    private static boolean othersByMode(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .anyMatch(right -> !right.name().startsWith("OWNER_"));
    }

    private static boolean othersByAcl(Path file) throws IOException {
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl == null) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(file);
        return acl.getAcl().stream().anyMatch(entry -> openToAnother(entry, owner));
    }

    /** Who may write it may put another secret in its place. */
    private static boolean openToAnother(AclEntry entry, UserPrincipal owner) {
        return entry.type() == AclEntryType.ALLOW
                && !Collections.disjoint(entry.permissions(), USE)
                && !entry.principal().equals(owner)
                && ALWAYS_ALLOWED.stream().noneMatch(entry.principal().getName()::endsWith);
    }

    private static boolean posix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class);
    }
}
