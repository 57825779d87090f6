package uk.linkage.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.file.PartFile;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;

/**
 * A sealed file in parts, for ways that take no large file: what did not arrive whole is sent again, and nothing else is. Parts of one size of one
 * file are always the same. They are as well protected as the sealed file, whose signature still counts: the list of parts finds damage and
 * proves nothing.
 *
 * <pre>{@code
 * int parts = Parts.split(Path.of("hospital.sealed"), Path.of("parts"), 90 << 20);
 * Parts.join(Path.of("parts"), Path.of("hospital.sealed"));
 * }</pre>
 */
public final class Parts {
    private static final int MOST = 99_999;
    private static final int BUFFER = 1 << 16;

    private Parts() {}

    /**
     * Cuts a sealed file, which is checked first, into a new folder that appears whole or not at all; how many parts there are.
     *
     * @param size the most bytes of a part
     * @throws FileAlreadyExistsException where the folder is there and holds something
     * @throws SealedFileFault where the file is not a whole sealed file
     * @throws IllegalArgumentException where there would be more than 99,999 parts
     */
    public static int split(Path file, Path folder, long size) throws IOException {
        return split(file, folder, size, Progress.UNSEEN);
    }

    /** Cuts it likewise, telling of bytes. */
    public static int split(Path file, Path folder, long size, Progress progress) throws IOException {
        Step step = progress.begin("cutting " + file.getFileName(), "bytes", 2 * Files.size(file));
        SealedInspection.of(file, step);
        if (size < 1 || Files.size(file) > size * MOST) {
            throw new IllegalArgumentException("parts of " + size + " bytes would be more than " + MOST);
        }
        if (Files.exists(folder) && !(Files.isDirectory(folder) && PathUtils.isEmptyDirectory(folder))) {
            throw new FileAlreadyExistsException(folder.toString(), null, "is not empty");
        }
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        PathUtils.deleteDirectory(Files.createDirectories(part));
        Files.createDirectories(part);
        try {
            int parts = cut(file, part, size, step);
            Files.deleteIfExists(folder);
            Files.move(part, folder);
            return parts;
        } finally {
            if (Files.exists(part)) {
                PathUtils.deleteDirectory(part);
            }
        }
    }

    private static int cut(Path file, Path folder, long size, Step step) throws IOException {
        List<PartList.Entry> parts = new ArrayList<>();
        MessageDigest whole = SealedFormat.sha256();
        try (InputStream in = SealedFormat.buffered(file, step)) {
            for (long left = Files.size(file); left > 0; left -= size) {
                Path part = folder.resolve(PartList.partName(parts.size() + 1));
                parts.add(copy(in, Math.min(size, left), part, whole));
            }
        }
        long length = parts.stream().mapToLong(PartList.Entry::length).sum();
        String digest = HexFormat.of().formatHex(whole.digest());
        new PartList(file.getFileName().toString(), new PartList.Entry(length, digest), parts).write(folder);
        return parts.size();
    }

    private static PartList.Entry copy(InputStream in, long length, Path part, MessageDigest whole) throws IOException {
        MessageDigest own = SealedFormat.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), own)) {
            byte[] buffer = new byte[BUFFER];
            for (long left = length; left > 0; ) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                SealedFormat.require(
                        read > 0, part.getFileName().toString(), "ends early: the file was changed while it was cut");
                out.write(buffer, 0, read);
                whole.update(buffer, 0, read);
                left -= read;
            }
        }
        return new PartList.Entry(length, HexFormat.of().formatHex(own.digest()));
    }

    /**
     * Puts a file together again, whole or not at all.
     *
     * @throws SealedFileFault where parts are missing or damaged, with all of them
     */
    public static void join(Path folder, Path target) throws IOException {
        join(folder, target, Progress.UNSEEN);
    }

    /** Puts it together likewise, telling of bytes. */
    public static void join(Path folder, Path target, Progress progress) throws IOException {
        PartList list = PartList.read(folder);
        Step step = progress.begin(
                "joining " + list.name(), "bytes", 2 * list.whole().length());
        requireWhole(list, folder, step);
        MessageDigest whole = SealedFormat.sha256();
        try (PartFile file = PartFile.create(target)) {
            OutputStream out = new DigestOutputStream(file.stream(), whole);
            for (int number = 1; number <= list.parts().size(); number++) {
                copy(folder.resolve(PartList.partName(number)), out, step);
            }
            SealedFormat.require(
                    HexFormat.of().formatHex(whole.digest()).equals(list.whole().sha256()),
                    list.name(),
                    "its parts do not come to the whole that " + PartList.FILE + " tells");
            file.commit();
        }
    }

    private static void copy(Path part, OutputStream out, Step step) throws IOException {
        try (InputStream in = SealedFormat.buffered(part, step)) {
            in.transferTo(out);
        }
    }

    private static void requireWhole(PartList list, Path folder, Step step) throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (int number = 1; number <= list.parts().size(); number++) {
            Path part = folder.resolve(PartList.partName(number));
            if (!Files.isRegularFile(part)) {
                missing.add(PartList.partName(number));
            } else if (!entry(part, step).equals(list.parts().get(number - 1))) {
                damaged.add(PartList.partName(number));
            }
        }
        SealedFormat.require(missing.isEmpty() && damaged.isEmpty(), list.name(), told(missing, damaged));
    }

    private static PartList.Entry entry(Path part, Step step) throws IOException {
        MessageDigest digest = SealedFormat.sha256();
        try (InputStream in = SealedFormat.buffered(part, step)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new PartList.Entry(Files.size(part), HexFormat.of().formatHex(digest.digest()));
    }

    private static String told(List<String> missing, List<String> damaged) {
        List<String> faults = new ArrayList<>();
        if (!missing.isEmpty()) {
            faults.add("missing are " + String.join(", ", missing));
        }
        if (!damaged.isEmpty()) {
            faults.add("damaged are " + String.join(", ", damaged));
        }
        return String.join("; ", faults) + "; only these need to be sent again";
    }
}
