package uk.linkage.provider.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.linkage.provider.person.NhsNumber;

/**
 * People a provider lists by NHS Number or by local id: who opted out with the provider itself, or who opted in where
 * data are donated. Never prints one.
 *
 * <pre>{@code
 * PersonList list = PersonList.read(Path.of("opted-out.txt"));
 * list.names(localId, List.of(nhsNumber));
 * }</pre>
 *
 * <p>The list is held in memory, about 120 bytes a line.
 *
 * <p>The file: one NHS Number (spaced or not) or local id a line, each followed by a comma or not; UTF-8 with or without
 * byte-order mark; LF or CRLF. A list that cannot be understood is refused rather than applied in part.
 */
public final class PersonList {
    private final String name;
    private final Set<String> listed;
    private final long nhsNumbers;

    private PersonList(String name, Set<String> listed) {
        this.name = name;
        this.listed = listed;
        this.nhsNumbers = listed.stream()
                .filter(text -> NhsNumber.parse(text).isPresent())
                .count();
    }

    /**
     * Reads a list.
     *
     * @throws OptOutFault where a line is something else
     * @throws IOException where the file cannot be read
     */
    public static PersonList read(Path file) throws IOException {
        Set<String> listed = new HashSet<>();
        OneALine.read(file, "is more than an NHS Number or local id", (text, place) -> listed.add(canonical(text)));
        return new PersonList(file.getFileName().toString(), listed);
    }

    /** Whether a person with this local id and these NHS Numbers is listed. An empty one is nobody's. */
    public boolean names(String localId, List<String> numbers) {
        return listed.contains(canonical(localId))
                || numbers.stream().map(PersonList::canonical).anyMatch(listed::contains);
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
        return "PersonList[" + listed.size() + "]";
    }
}
