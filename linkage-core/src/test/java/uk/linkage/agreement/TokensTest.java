package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** The catalogue of tokens: each has one spelling in the file, and takes the fields it fits. */
class TokensTest {
    private static final Map<Tokens, String> SPELLED = Map.ofEntries(
            Map.entry(Tokens.WHOLE, "'whole'"),
            Map.entry(Tokens.BIGRAMS, "'bigrams'"),
            Map.entry(Tokens.DATE_PARTS, "'date-parts'"),
            Map.entry(Tokens.NUMBERS, "'numbers'"),
            Map.entry(Tokens.LETTERS, "'letters'"),
            Map.entry(PlainTokens.POSTCODE_PARTS, "'postcode-parts'"),
            Map.entry(PlainTokens.NICKNAME, "'nickname'"),
            Map.entry(new Grams(3, false, true, 0), "{'kind':'grams','padded':false,'positional':true,'q':3,'skip':0}"),
            Map.entry(new Grams(2, true, false, 2), "{'kind':'grams','padded':true,'positional':false,'q':2,'skip':2}"),
            Map.entry(new DateNeighbourhood(5), "{'days':5,'kind':'date-neighbourhood'}"),
            Map.entry(new NumberNeighbourhood(10, 3), "{'count':3,'kind':'number-neighbourhood','step':10}"),
            Map.entry(new CodeHierarchy(List.of(1, 3)), "{'cuts':[1,3],'kind':'code-hierarchy'}"),
            Map.entry(new Phonetic(Phonetic.Algorithm.NYSIIS), "{'algorithm':'nysiis','kind':'phonetic'}"),
            Map.entry(new MarkovBigrams(2), "{'chain':2,'kind':'markov-bigrams'}"));

    @Test
    void everyKindIsReadAndWrittenInItsOneSpelling() throws IOException {
        Set<Class<?>> kinds = new HashSet<>();
        for (Map.Entry<Tokens, String> spelled : SPELLED.entrySet()) {
            String json = spelled.getValue().replace('\'', '"');
            Agreement agreement = Vectors.agreement(agreement(spelled.getKey(), json));
            Tokens read = agreement.component("place").features().get(1).tokens();
            assertThat(read).isEqualTo(spelled.getKey());
            assertThat(new String(AgreementFile.canonical(agreement), StandardCharsets.UTF_8))
                    .contains("\"tokens\":" + json);
            assertThat(read.label()).isEqualTo(json.startsWith("{") ? json : json.replace("\"", ""));
            kinds.add(read.getClass());
        }
        assertThat(kinds).containsExactlyInAnyOrder(Tokens.class.getPermittedSubclasses());
    }

    @Test
    void whatHasAWordIsRefusedAsAnObject() throws IOException {
        assertThat(faults("{'kind':'grams','q':2,'padded':true,'positional':false,'skip':0}"))
                .containsExactly("components[3].features[1].tokens.kind: must be written as the word bigrams");
        assertThat(faults("{'kind':'whole'}"))
                .anyMatch(fault -> fault.startsWith("components[3].features[1].tokens.kind: must be one of grams, "));
    }

    @Test
    void whatIsChosenMustBeThereAndGoTogether() throws IOException {
        String at = "components[3].features[1].tokens.";
        assertThat(faults("{'kind':'grams','q':5,'padded':true,'positional':false,'skip':0}"))
                .containsExactly(
                        at + "q: must be a whole number from 1 to 4", at + "kind: must not be padded where q is 1");
        assertThat(faults("{'kind':'grams','q':3,'padded':true,'positional':false,'skip':1}"))
                .containsExactly(at + "kind: must have q 2 to skip");
        assertThat(faults("{'kind':'grams','q':3,'padded':true,'positional':false,'skip':0,'colour':1}"))
                .containsExactly(at + "colour: is not known");
        assertThat(faults("{'kind':'date-neighbourhood'}"))
                .containsExactly(at + "days: is missing; it must be a whole number from 1 to 31");
        assertThat(faults("{'kind':'code-hierarchy','cuts':[3,1]}"))
                .containsExactly(at + "kind: must have rising cuts");
        assertThat(faults("{'kind':'code-hierarchy','cuts':[]}")).containsExactly(at + "kind: must have 1 to 8 cuts");
        assertThat(faults("{'kind':'code-hierarchy','cuts':[1,33]}"))
                .contains(at + "cuts: must hold whole numbers from 1 to 32");
        assertThat(faults("{'kind':'phonetic','algorithm':'ear'}"))
                .containsExactly(at + "algorithm: must be one of soundex, nysiis");
        assertThat(faults("'quadgrams'"))
                .containsExactly("components[3].features[1].tokens: must be one of " + Tokens.labels());
    }

    @Test
    void aRecordOutOfItsBoundsCannotBeMade() {
        assertThatThrownBy(() -> new Grams(1, true, false, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grams(2, true, false, 3)).hasMessage("must have skip from 0 to 2");
        assertThatThrownBy(() -> new DateNeighbourhood(32)).hasMessage("must have days from 1 to 31");
        assertThatThrownBy(() -> new NumberNeighbourhood(0, 1)).hasMessage("must have step from 1 to 1000000");
        assertThatThrownBy(() -> new NumberNeighbourhood(1, 0)).hasMessage("must have count from 1 to 31");
        assertThatThrownBy(() -> new MarkovBigrams(4)).hasMessage("must have chain from 1 to 3");
    }

    @Test
    void eachTakesTheFieldsItFits() {
        Set<FieldKind> names = EnumSet.of(FieldKind.FORENAME, FieldKind.MIDDLE_NAME, FieldKind.SURNAME);
        assertThat(SPELLED.keySet())
                .allSatisfy(tokens -> assertThat(EnumSet.copyOf(List.of(FieldKind.values()).stream()
                                .filter(tokens::takes)
                                .toList()))
                        .as(tokens.label())
                        .isEqualTo(
                                switch (tokens.kind()) {
                                    case "whole", "grams" -> EnumSet.allOf(FieldKind.class);
                                    case "date-parts", "date-neighbourhood" -> EnumSet.of(FieldKind.BIRTH_DATE);
                                    case "numbers", "letters" -> EnumSet.of(FieldKind.TEXT);
                                    case "postcode-parts" -> EnumSet.of(FieldKind.POSTCODE);
                                    case "number-neighbourhood", "code-hierarchy" -> EnumSet.of(FieldKind.CODE);
                                    case "nickname" -> EnumSet.of(FieldKind.FORENAME, FieldKind.MIDDLE_NAME);
                                    default -> names;
                                }));
    }

    @Test
    void twoChoicesOfOneKindAreTwoFeatures() throws IOException {
        ObjectNode json = agreement(Tokens.BIGRAMS, "\"bigrams\"");
        ArrayNode features = (ArrayNode) json.at("/components/3/features");
        for (int q = 3; q <= 4; q++) {
            features.addObject()
                    .put("field", "address")
                    .put("positions", 1)
                    .set(
                            "tokens",
                            CanonicalJson.parse(
                                    new Grams(q, true, false, 0).label().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(Vectors.agreement(json).component("place").features()).hasSize(5);
        features.add(features.get(4).deepCopy());
        assertThat(faults(json))
                .containsExactly("components.place: takes " + new Grams(4, true, false, 0).label()
                        + " of address, which is taken before");
    }

    @Test
    void coarseTokensDoNotStandAlone() throws IOException {
        Map<Tokens, String> coarse = Map.of(
                PlainTokens.NICKNAME,
                "'nickname'",
                new Phonetic(Phonetic.Algorithm.SOUNDEX),
                "{'kind':'phonetic','algorithm':'soundex'}",
                new NumberNeighbourhood(2, 1),
                "{'kind':'number-neighbourhood','step':2,'count':1}");
        for (Map.Entry<Tokens, String> each : coarse.entrySet()) {
            ObjectNode json = agreement(each.getKey(), each.getValue().replace('\'', '"'));
            assertThat(Vectors.agreement(json).component("place").features()).hasSize(3);
            ((ArrayNode) json.at("/components/3/features")).remove(2);
            assertThat(faults(json))
                    .containsExactly("components.place: takes " + each.getKey().label()
                            + " of address alone, which is too coarse; take finer tokens of it too");
        }
        assertThat(new NumberNeighbourhood(1, 1).coarse()).isFalse();
    }

    /** The vectors' agreement with a field that these tokens take, as its second feature of place. */
    private static ObjectNode agreement(Tokens tokens, String spelled) throws IOException {
        FieldKind kind = List.of(FieldKind.values()).stream()
                .filter(tokens::takes)
                .findFirst()
                .orElseThrow();
        ObjectNode json = Vectors.agreementJson();
        ((ObjectNode) json.at("/fields/6")).put("kind", kind.label());
        ArrayNode features = (ArrayNode) json.at("/components/3/features");
        ((ObjectNode) features.get(2)).put("tokens", tokens.equals(Tokens.WHOLE) ? "bigrams" : "whole");
        ((ObjectNode) features.get(1)).set("tokens", CanonicalJson.parse(spelled.getBytes(StandardCharsets.UTF_8)));
        return json;
    }

    private static List<String> faults(String spelled) throws IOException {
        return faults(agreement(Tokens.WHOLE, spelled.replace('\'', '"')));
    }

    private static List<String> faults(ObjectNode json) {
        InvalidAgreement invalid = catchThrowableOfType(InvalidAgreement.class, () -> Vectors.agreement(json));
        assertThat(invalid).as("refusal").isNotNull();
        return invalid.faults();
    }
}
