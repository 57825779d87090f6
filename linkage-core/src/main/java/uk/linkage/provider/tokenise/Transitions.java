package uk.linkage.provider.tokenise;

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
 * Which pairs of letters are likeliest to follow each pair in names: a Markov chain of the first order over bigrams
 * (Schnell and Borgs 2018).
 *
 * <p>The table is {@code transitions.txt} beside this class, counted from the project's own public lists of names; its
 * first lines say which and how. It is part of what the parties agree on: changing a line changes the tokens.
 */
final class Transitions {
    private static final Map<String, String> NEXT = lines().map(line -> line.split(": "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private Transitions() {}

    /** The pairs, each once, and after all of them those likeliest to follow each, {@code most} at most of each. */
    static List<String> chained(List<String> pairs, int most) {
        return Stream.concat(pairs.stream(), pairs.stream().flatMap(pair -> following(pair, most)))
                .distinct()
                .toList();
    }

    private static Stream<String> following(String pair, int most) {
        String letter = pair.substring(pair.offsetByCodePoints(0, 1));
        return NEXT.getOrDefault(pair, "").chars().limit(most).mapToObj(next -> letter + (char) next);
    }

    private static Stream<String> lines() {
        try (var table = Transitions.class.getResourceAsStream("transitions.txt");
                var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
            List<String> lines = reader.lines().toList();
            return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("transitions.txt cannot be read", unreadable);
        }
    }
}
