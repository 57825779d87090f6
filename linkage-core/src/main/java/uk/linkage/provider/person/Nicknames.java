package uk.linkage.provider.person;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Short and variant forenames of England, Wales, Scotland and Ireland, and the one form each stands for here.
 *
 * <p>The table is {@code nicknames.txt} beside this class: the canonical form, a colon, the names that become
 * it. A name is on one line only, and a canonical form becomes nothing else. A short form of several names
 * (ALEX, SAM, CHRIS) goes to the one the table gives, the same for every person: what matters is that two
 * records of one person agree, not which of the names is hers. The table is part of what the parties agree on:
 * changing a line changes the tokens.
 */
final class Nicknames {
    private static final Map<String, String> CANONICAL = lines().flatMap(Nicknames::pairs)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Nicknames() {}

    /** The form that the folded forename stands for: itself, if the table does not say. */
    static String canonical(String forename) {
        return CANONICAL.getOrDefault(forename, forename);
    }

    static Map<String, String> table() {
        return CANONICAL;
    }

    private static Stream<Map.Entry<String, String>> pairs(String line) {
        String[] sides = line.split(": ");
        return Stream.of(sides[1].split(" ")).map(nickname -> Map.entry(nickname, sides[0]));
    }

    private static Stream<String> lines() {
        try (var table = Nicknames.class.getResourceAsStream("nicknames.txt");
                var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
            List<String> lines = reader.lines().toList();
            return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("nicknames.txt cannot be read", unreadable);
        }
    }
}
