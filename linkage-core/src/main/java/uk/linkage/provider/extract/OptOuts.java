package uk.linkage.provider.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import uk.linkage.provider.person.NhsNumber;

/**
 * People who are not to be in the study, by NHS Number or by local id. Their rows are removed whole, before anything is
 * read from them, and only counted.
 *
 * <pre>{@code
 * rows.filter(OptOuts.read(Path.of("opted-out.txt"))::stays)
 * }</pre>
 */
public final class OptOuts {
    private final Set<String> listed;

    private OptOuts(Set<String> listed) {
        this.listed = listed;
    }

    /** Nobody opted out. */
    public static OptOuts none() {
        return new OptOuts(Set.of());
    }

    /**
     * Reads a list: one NHS Number or local id a line, each followed by a comma or not.
     *
     * @throws IOException where the file cannot be read
     */
    public static OptOuts read(Path file) throws IOException {
        Set<String> listed = new HashSet<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.map(line -> line.replace("\uFEFF", "")
                            .replaceAll("[,\\s]+$", "")
                            .strip())
                    .filter(line -> !line.isEmpty())
                    .map(OptOuts::canonical)
                    .forEach(listed::add);
        }
        return new OptOuts(listed);
    }

    /** Whether a person with these may be in the study. An empty NHS Number is nobody's. */
    public boolean allows(String localId, String nhsNumber) {
        return listed.isEmpty() || !listed.contains(canonical(localId)) && !listed.contains(canonical(nhsNumber));
    }

    /** How many are listed. */
    public int size() {
        return listed.size();
    }

    private static String canonical(String text) {
        return NhsNumber.parse(text).map(NhsNumber::reveal).orElse(text.strip());
    }

    @Override
    public String toString() {
        return "OptOuts[" + listed.size() + "]";
    }
}
