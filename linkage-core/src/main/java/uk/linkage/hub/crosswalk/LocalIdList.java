package uk.linkage.hub.crosswalk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.file.MalformedFileException;

/**
 * Local ids of one provider, one a line, as the crosswalk writes them but without quotes; empty lines are passed over. UTF-8 with or without
 * byte-order mark; LF or CRLF. Prints counts only.
 *
 * <pre>{@code
 * LocalIdList ids = LocalIdList.read(Path.of("withdrawn.txt"));
 * }</pre>
 *
 * @param name what to call the list in faults
 * @param lines each id with its line
 */
public record LocalIdList(String name, List<Line> lines) {
    /** An id where it stands. */
    record Line(long number, String localId) {
        @Override
        public String toString() {
            return "Line[" + number + ", …]";
        }
    }

    /** Copies the lines. */
    public LocalIdList {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a list.
     *
     * @throws MalformedFileException where it is empty or not UTF-8
     */
    public static LocalIdList read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                String localId = ++number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!localId.isEmpty()) {
                    lines.add(new Line(number, localId));
                }
            }
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(file, "is not UTF-8");
        }
        if (lines.isEmpty()) {
            throw new MalformedFileException(file, "names no record");
        }
        return new LocalIdList(file.getFileName().toString(), lines);
    }

    @Override
    public String toString() {
        return "LocalIdList[" + name + ", " + lines.size() + "]";
    }
}
