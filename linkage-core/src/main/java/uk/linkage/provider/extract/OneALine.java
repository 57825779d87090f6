package uk.linkage.provider.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file of one value a line, followed by a comma or not, as lists of opt-outs are: UTF-8 with or without byte-order
 * mark, LF or CRLF, empty lines passed over.
 */
final class OneALine {
    private OneALine() {}

    /** Takes a value and the place where it stands, such as {@code opted-out.txt: line 3}. */
    @FunctionalInterface
    interface Taker {
        void take(String text, String place);
    }

    /**
     * Hands out every value.
     *
     * @param rule what is said of a line with more than one
     * @throws OptOutFault where a line holds more, or the file is not UTF-8
     * @throws IOException where it cannot be read
     */
    static void read(Path file, String rule, Taker taker) throws IOException {
        String name = file.getFileName().toString();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, name + ": line " + ++number, rule, taker);
            }
        } catch (CharacterCodingException e) {
            throw new OptOutFault(name, "is not UTF-8", "save it as UTF-8");
        }
    }

    private static void take(String line, String place, String rule, Taker taker) {
        String text = line.replace("\uFEFF", "").replaceAll("[,\\s]+$", "").strip();
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw new OptOutFault(place, rule, "give one a line, with or without a last comma");
        }
        if (!text.isEmpty()) {
            taker.take(text, place);
        }
    }
}
