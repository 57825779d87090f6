package uk.linkage.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import uk.linkage.agreement.Phonetic.Algorithm;

/**
 * {@link Tokens} as JSON and back: a word where there is one, else an object of the kind and its parameters. What has a
 * word is refused as an object, so that there is one spelling and one fingerprint.
 */
final class TokensJson {
    private static final String BIGRAMS = "bigrams";
    private static final Map<String, Function<StrictObject, Tokens>> KINDS = kinds();

    private TokensJson() {}

    private static Map<String, Function<StrictObject, Tokens>> kinds() {
        Map<String, Function<StrictObject, Tokens>> kinds = new LinkedHashMap<>();
        kinds.put("grams", TokensJson::grams);
        kinds.put("date-neighbourhood", o -> new DateNeighbourhood(o.integer("days", 1, 31)));
        kinds.put(
                "number-neighbourhood",
                o -> new NumberNeighbourhood(o.integer("step", 1, 1_000_000), o.integer("count", 1, 31)));
        kinds.put("code-hierarchy", o -> new CodeHierarchy(o.integers("cuts", 1, 32)));
        kinds.put("phonetic", o -> new Phonetic(algorithm(o)));
        kinds.put("markov-bigrams", o -> new MarkovBigrams(o.integer("chain", 1, 3)));
        return kinds;
    }

    private static Tokens grams(StrictObject o) {
        return new Grams(o.integer("q", 1, 4), o.flag("padded"), o.flag("positional"), o.integer("skip", 0, 2));
    }

    private static Algorithm algorithm(StrictObject o) {
        return o.choice(
                "algorithm",
                label -> Arrays.stream(Algorithm.values())
                        .filter(a -> a.label().equals(label))
                        .findFirst(),
                String.join(
                        ", ",
                        Arrays.stream(Algorithm.values()).map(Algorithm::label).toList()),
                Algorithm.SOUNDEX);
    }

    /** The property {@code tokens} of a feature. */
    static Tokens read(StrictObject feature) {
        return feature.isObject("tokens")
                ? ofObject(feature.object("tokens"))
                : feature.choice("tokens", Tokens::ofLabel, labels(), Tokens.WHOLE);
    }

    private static Tokens ofObject(StrictObject o) {
        Function<StrictObject, Tokens> kind = o.choice(
                "kind",
                name -> Optional.ofNullable(KINDS.get(name)),
                String.join(", ", KINDS.keySet()),
                other -> Tokens.WHOLE);
        Tokens tokens = o.made("kind", kind, Tokens.WHOLE);
        o.require(!tokens.equals(Tokens.BIGRAMS), "kind", "must be written as the word " + BIGRAMS);
        o.end();
        return tokens;
    }

    static Optional<Tokens> ofWord(String word) {
        return word.equals(BIGRAMS)
                ? Optional.of(Tokens.BIGRAMS)
                : Arrays.stream(PlainTokens.values())
                        .filter(plain -> plain.kind().equals(word))
                        .map(Tokens.class::cast)
                        .findFirst();
    }

    static String labels() {
        List<String> plain =
                Arrays.stream(PlainTokens.values()).map(PlainTokens::kind).toList();
        return BIGRAMS + ", " + String.join(", ", plain) + ", or an object of the kind "
                + String.join(", ", KINDS.keySet());
    }

    static String label(Tokens tokens) {
        JsonNode json = write(tokens);
        return json.isTextual() ? json.textValue() : new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }

    static JsonNode write(Tokens tokens) {
        if (tokens.equals(Tokens.BIGRAMS)) {
            return TextNode.valueOf(BIGRAMS);
        }
        return tokens instanceof PlainTokens ? TextNode.valueOf(tokens.kind()) : object(tokens);
    }

    private static ObjectNode object(Tokens tokens) {
        ObjectNode object = CanonicalJson.object().put("kind", tokens.kind());
        new TreeMap<>(tokens.parameters()).forEach((name, value) -> object.set(name, CanonicalJson.tree(value)));
        return object;
    }
}
