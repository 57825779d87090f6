package uk.linkage.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the word lists beside this class: lines of words, {@code #} for remarks, {@code _} for a space in a word.
 *
 * <pre>{@code
 * Map<String, List<String>> surnames = Tables.sections("surnames.txt");   // [BRITISH] and the words under it
 * List<List<String>> nicknames = Tables.lines("nicknames.txt");
 * }</pre>
 *
 * <p>A list that is not there is a fault of the build: {@link IllegalStateException} with its name.
 */
final class Tables {
    private Tables() {}

    static Map<String, List<String>> sections(String name) {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> open = new ArrayList<>();
        for (String line : text(name)) {
            if (line.startsWith("[")) {
                open = sections.computeIfAbsent(line.substring(1, line.length() - 1), title -> new ArrayList<>());
            } else {
                open.addAll(words(line));
            }
        }
        return sections;
    }

    static List<List<String>> lines(String name) {
        return text(name).stream().map(Tables::words).toList();
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(" +"))
                .map(word -> word.replace('_', ' '))
                .toList();
    }

    private static List<String> text(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no word list " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
