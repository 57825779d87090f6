package uk.linkage.destroy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files and folders that somebody asks to be destroyed, by the names that they have in a certificate. */
final class Targets {
    private final Map<String, Path> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /**
     * Checks what can be checked without looking inside.
     *
     * @param paths what is asked for
     * @param kept a file that must not be among it, nor in it
     */
    Targets(List<Path> paths, List<Path> kept) throws IOException {
        for (Path path : paths) {
            Path place = path.toAbsolutePath().normalize();
            if (Files.isSymbolicLink(place)) {
                throw new FileSystemException(path.toString(), null, "is a symbolic link; name what it points to");
            }
            add(path, place);
        }
        for (Path file : kept) {
            Path place = file.toAbsolutePath().normalize();
            if (places.values().stream().anyMatch(place::startsWith)) {
                throw new FileSystemException(file.toString(), null, "is needed and cannot be among what is destroyed");
            }
        }
    }

    private void add(Path path, Path place) throws IOException {
        String name = place.getFileName() == null ? "" : place.getFileName().toString();
        boolean within = places.values().stream().anyMatch(other -> place.startsWith(other) || other.startsWith(place));
        if (name.isEmpty() || within || places.containsKey(name)) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "is asked for twice, or has the name of another; give it a command of its own");
        }
        places.put(name, place);
        names.add(name);
    }

    /** In the order in which they were asked for. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Where a file is or was. */
    Path place(Doomed file) {
        int end = file.name().indexOf('/');
        return end < 0
                ? places.get(file.name())
                : places.get(file.name().substring(0, end)).resolve(file.name().substring(end + 1));
    }

    /** Lets a file pass that is still where it was found, and not behind a link that came in the place of a folder. */
    void requireInside(Doomed file) throws IOException {
        Path place = place(file);
        int end = file.name().indexOf('/');
        if (end >= 0 && Files.exists(place.getParent())) {
            Path folder = places.get(file.name().substring(0, end)).toRealPath();
            if (!place.getParent().toRealPath().startsWith(folder)) {
                throw new FileSystemException(place.toString(), null, "is behind a symbolic link");
            }
        }
    }

    /** All that is there now: names and places of files, each folder's in the order of their names. */
    List<Found> found() throws IOException {
        List<Found> found = new ArrayList<>();
        for (String name : names) {
            Path place = places.get(name);
            if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                walk(name, place, found);
            } else if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                found.add(new Found(name, Optional.empty(), place));
            }
        }
        return found;
    }

    /** @throws NoSuchFileException where one is not there */
    void requireThere() throws IOException {
        for (String name : names) {
            if (!Files.exists(places.get(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(places.get(name).toString());
            }
        }
    }

    /**
     * A file that is there.
     *
     * @param name in the certificate
     * @param inFolder its place in the folder that was asked for, where it was one
     * @param place where it is
     */
    record Found(String name, Optional<String> inFolder, Path place) {}

    private static void walk(String name, Path folder, List<Found> found) throws IOException {
        List<Found> inside = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isOther()) {
                    throw new FileSystemException(file.toString(), null, "is neither a file nor a folder");
                }
                String place = folder.relativize(file).toString().replace('\\', '/');
                inside.add(new Found(name + "/" + place, Optional.of(place), file));
                return FileVisitResult.CONTINUE;
            }
        });
        inside.sort(Comparator.comparing(Found::name));
        found.addAll(inside);
    }

    /** Takes away the folders, which are empty by now. */
    void removeFolders() throws IOException {
        for (String name : names) {
            if (Files.isDirectory(places.get(name), LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(places.get(name), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        }
    }
}
