package uk.linkage.provider.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits a folded name into its parts: apostrophes and digits go, hyphens part, surname particles join on. */
final class NameParts {
    private static final Set<String> PARTICLES = Set.of(
            "DE", "DA", "DU", "ST", "MC", "MAC", "VAN", "VON", "LA", "LE", "O", "AL", "DER", "EL", "DI", "DEL", "UL",
            "BIN", "SAN", "BA");

    private static final Pattern NO_LETTERS = Pattern.compile("['0-9]");
    private static final Pattern GAP = Pattern.compile("[ -]+");

    private NameParts() {}

    static List<String> of(String folded, NameKind kind) {
        Stream<String> words = GAP.splitAsStream(NO_LETTERS.matcher(folded).replaceAll(""));
        List<String> parts = words.filter(word -> !word.isEmpty()).toList();
        return kind == NameKind.SURNAME ? withParticlesJoined(parts) : parts;
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    private static List<String> withParticlesJoined(List<String> words) {
        List<String> parts = new ArrayList<>();
        String particles = "";
        for (String word : words) {
            particles += word;
            if (isParticle(word)) continue;
            parts.add(particles);
            particles = "";
        }
        if (!particles.isEmpty()) parts.add(particles);
        return List.copyOf(parts);
    }
}
