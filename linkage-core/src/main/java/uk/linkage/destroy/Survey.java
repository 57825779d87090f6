package uk.linkage.destroy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at all that is to be destroyed before anything is.
 *
 * @param targets what was asked for
 * @param known what of a folder the program made
 * @param alsoUnknown whether other files of a run's folder go too
 */
record Survey(Targets targets, KnownFiles known, boolean alsoUnknown) {
    private static final String RECORD = "run.json";

    /** In the order of names, but of each folder the record of the run last. */
    List<Targets.Found> found() throws IOException {
        List<Targets.Found> found = new ArrayList<>(targets.found());
        List<String> unknown = found.stream()
                .filter(file ->
                        file.inFolder().isPresent() && known.of(file.inFolder().get()) == KnownFiles.Knowledge.UNKNOWN)
                .map(Targets.Found::name)
                .toList();
        if (!unknown.isEmpty() && !alsoUnknown) {
            throw new UnknownFiles(
                    unknown,
                    "no file that a run leaves",
                    "move it away, or say --also-unknown to destroy it with the rest");
        }
        requireRuns(found, unknown);
        List<Targets.Found> records = found.stream()
                .filter(file -> file.inFolder().equals(Optional.of(RECORD)))
                .toList();
        found.removeAll(records);
        found.addAll(records);
        return found;
    }

    /** A folder without the record of a run may be anything, and is not taken for one because of an option. */
    private static void requireRuns(List<Targets.Found> found, List<String> unknown) throws UnknownFiles {
        Set<String> names = new HashSet<>();
        found.forEach(file -> names.add(file.name()));
        List<String> astray = unknown.stream()
                .filter(name -> !names.contains(name.substring(0, name.indexOf('/') + 1) + RECORD))
                .toList();
        if (!astray.isEmpty()) {
            throw new UnknownFiles(astray, "in a folder that is not of a run", "name each file to destroy by itself");
        }
    }

    /** Finds what would fail half-way before anything goes. */
    static void requireRemovable(List<Targets.Found> found) throws IOException {
        for (Targets.Found file : found) {
            boolean link = Files.isSymbolicLink(file.place());
            boolean written = link || Files.isWritable(file.place());
            if (!written || !Files.isWritable(file.place().getParent())) {
                throw new AccessDeniedException(file.place().toString());
            }
            if (!link && !Files.isRegularFile(file.place(), LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(file.place().toString(), null, "is neither a file nor a folder");
            }
        }
    }

    /** A file that was named itself may be a short list of people, unless it begins like one of this program's that is none. */
    boolean isTold(Targets.Found file) throws IOException {
        return file.inFolder().isPresent()
                ? known.of(file.inFolder().get()) == KnownFiles.Knowledge.OURS
                : beginning(file.place()).matches("(?s)\\{.*|linkage-");
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(content.readNBytes("linkage-".length()), StandardCharsets.ISO_8859_1);
        }
    }
}
