package uk.linkage.provider.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.linkage.provider.person.NhsNumber;

/**
 * People who are not to be in the study, by NHS Number or by local id. Their rows are removed whole, before anything is
 * read from them, and only counted.
 *
 * <pre>{@code
 * OptOuts optOuts = OptOuts.read(Path.of("opted-out.txt"));
 * optOuts.allows(localId, List.of(nhsNumber));
 * }</pre>
 *
 * <p>The list is held in memory, about 120 bytes a line.
 *
 * <p>The file: one NHS Number (spaced or not) or local id a line, each followed by a comma or not; UTF-8 with or without
 * byte-order mark; LF or CRLF. A list that cannot be understood is refused rather than applied in part.
 *
 * <p>Source: NHS England, DCB3058 (check file of the National Data Opt-Out).
 */
public final class OptOuts {
    private final String name;
    private final Set<String> listed;
    private final long nhsNumbers;

    private OptOuts(String name, Set<String> listed) {
        this.name = name;
        this.listed = listed;
        this.nhsNumbers = listed.stream()
                .filter(text -> NhsNumber.parse(text).isPresent())
                .count();
    }

    /** Nobody opted out. */
    public static OptOuts none() {
        return new OptOuts("nobody", Set.of());
    }

    /**
     * Reads a list.
     *
     * @throws OptOutFault where a line is something else
     * @throws IOException where the file cannot be read
     */
    public static OptOuts read(Path file) throws IOException {
        String name = file.getFileName().toString();
        Set<String> listed = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line, name + ": line " + ++number, listed);
            }
        } catch (CharacterCodingException e) {
            throw new OptOutFault(name, "is not UTF-8", "save it as UTF-8");
        }
        return new OptOuts(name, listed);
    }

    private static void add(String line, String place, Set<String> listed) {
        String text = line.replace("\uFEFF", "").replaceAll("[,\\s]+$", "").strip();
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw new OptOutFault(
                    place, "is more than an NHS Number or local id", "give one a line, with or without a last comma");
        }
        if (!text.isEmpty()) {
            listed.add(canonical(text));
        }
    }

    /** Whether a person with this local id and these NHS Numbers may be in the study. An empty one is nobody's. */
    public boolean allows(String localId, List<String> numbers) {
        return listed.isEmpty()
                || !listed.contains(canonical(localId))
                        && numbers.stream().map(OptOuts::canonical).noneMatch(listed::contains);
    }

    /** How many are listed. */
    public int size() {
        return listed.size();
    }

    /**
     * Lets pass what can be applied to an extract with these columns.
     *
     * @throws OptOutFault where most are listed by NHS Number and the extract has no column of those
     */
    void requireApplicable(ExtractSource extract, Columns columns) {
        if (columns.nhsNumbers().isEmpty() && nhsNumbers * 2 > listed.size()) {
            throw new OptOutFault(
                    name,
                    "lists NHS Numbers, and " + extract.name() + " has no column of those",
                    "say --map nhs_number=COLUMN, or list local ids");
        }
    }

    private static String canonical(String text) {
        return NhsNumber.parse(text).map(NhsNumber::reveal).orElse(text.strip());
    }

    @Override
    public String toString() {
        return "OptOuts[" + listed.size() + "]";
    }
}
