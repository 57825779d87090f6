package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.exchange.KeyToken;
import uk.linkage.provider.People;
import uk.linkage.provider.person.Person;

class TokeniserTest {
    private static final Map<String, String> JANE = Map.of(
            "nhs_number", "9990000018",
            "forename", "JANE",
            "surname", "JANE",
            "birth_date", "1980-12-31",
            "sex", "FEMALE",
            "postcode", "SO141AA",
            "address", "12 HIGH STREET");

    private final Agreement agreement = Vectors.agreement();
    private final LinkageSecret secret = LinkageSecretTest.secret(1);

    @Test
    void theSameNameHasUnrelatedTokensInEachFieldAndView() {
        Person sameName = person(Map.of("forename", "JANE", "surname", "JANE"));
        Set<KeyedToken> seen = new HashSet<>();
        int tokens = 0;
        for (List<KeyedToken> view : views(agreement, sameName)) {
            seen.addAll(view);
            tokens += view.size();
        }
        // five bigrams; a view without a name holds the other, and two views hold both
        assertThat(tokens).isEqualTo(5 + 5 + 10 + 10);
        assertThat(seen).hasSize(tokens);
    }

    @Test
    void theSameTextHasUnrelatedTokensInEachMatchKey() {
        ObjectNode json = Vectors.agreementJson();
        ArrayNode keys = (ArrayNode) json.get("keys");
        keys.add(((ObjectNode) keys.get(0)).deepCopy().put("name", "nhs_number_again"));
        List<Optional<KeyToken>> tokens = keys(Vectors.agreement(json), person(JANE));
        assertThat(tokens.get(5)).isPresent().isNotEqualTo(tokens.get(0));
    }

    @Test
    void anotherAgreementGivesUnrelatedTokens() {
        Agreement other = Vectors.agreement(Vectors.agreementJson().put("epoch", 2));
        assertThat(keys(other, person(JANE))).doesNotContainAnyElementsOf(keys(agreement, person(JANE)));
        assertThat(views(other, person(JANE)).get(0))
                .doesNotContainAnyElementsOf(views(agreement, person(JANE)).get(0));
    }

    @Test
    void anotherSecretGivesUnrelatedTokens() {
        Tokeniser other = new Tokeniser(agreement, LinkageSecretTest.secret(2));
        assertThat(other.tokens(person(JANE)).keys().toList())
                .doesNotContainAnyElementsOf(keys(agreement, person(JANE)));
    }

    @Test
    void twoTokenisersAgree() {
        assertThat(keys(agreement, person(JANE))).isEqualTo(keys(agreement, person(JANE)));
        assertThat(views(agreement, person(JANE))).isEqualTo(views(agreement, person(JANE)));
    }

    @Test
    void whoCameBeforeDoesNotMatter() {
        Tokeniser used = new Tokeniser(agreement, secret);
        for (int i = 0; i < 33_000; i++) { // past the number of tokens that are remembered
            used.tokens(person(Map.of("address", i + " ROAD " + i)));
        }
        RecordTokens tokens = used.tokens(person(JANE));
        assertThat(tokens.keys().toList()).isEqualTo(keys(agreement, person(JANE)));
        assertThat(views(tokens)).isEqualTo(views(agreement, person(JANE)));
    }

    @Test
    void aMatchKeyIsAbsentExactlyWhereAFieldOfItIs() {
        for (String missing : JANE.keySet()) {
            List<Optional<KeyToken>> tokens = keys(agreement, person(without(missing)));
            for (int i = 0; i < tokens.size(); i++) {
                MatchKey key = agreement.keys().get(i);
                boolean needed = key.parts().stream().anyMatch(p -> p.fields().contains(missing));
                assertThat(tokens.get(i).isEmpty())
                        .as("%s without %s", key.name(), missing)
                        .isEqualTo(needed);
            }
        }
    }

    @Test
    void aMissingFieldTakesItsTokensOutOfEveryViewAndNoOthers() {
        for (String missing : JANE.keySet()) {
            List<List<KeyedToken>> whole = views(agreement, person(JANE));
            List<List<KeyedToken>> views = views(agreement, person(without(missing)));
            List<List<KeyedToken>> alone = views(agreement, person(Map.of(missing, JANE.get(missing))));
            for (int i = 0; i < views.size(); i++) {
                List<KeyedToken> together = new ArrayList<>(views.get(i));
                together.addAll(alone.get(i));
                assertThat(together)
                        .as("view %d without %s", i, missing)
                        .containsExactlyInAnyOrderElementsOf(whole.get(i));
            }
        }
    }

    @Test
    void presenceTellsWhichFieldsAreThere() {
        assertThat(new Tokeniser(agreement, secret).tokens(person(JANE)).presence())
                .isEqualTo(0b1111111);
        assertThat(new Tokeniser(agreement, secret).tokens(person(Map.of())).presence())
                .isZero();
        for (int i = 0; i < agreement.fields().size(); i++) {
            Person without = person(without(agreement.fields().get(i).name()));
            assertThat(new Tokeniser(agreement, secret).tokens(without).presence())
                    .isEqualTo(0b1111111 & ~(1 << i));
        }
    }

    @Test
    void aDateInPartIsNotPresent() {
        Map<String, String> partial = new HashMap<>(JANE);
        partial.put("birth_date", "1980-12-XX");
        assertThat(new Tokeniser(agreement, secret).tokens(person(partial)).presence())
                .isEqualTo(0b1110111);
    }

    @Test
    void aDateInPartIsNoMatchKeyButHasTokensInViews() {
        Map<String, String> partial = new HashMap<>(JANE);
        partial.put("birth_date", "1980-12-XX");
        List<Optional<KeyToken>> tokens = keys(agreement, person(partial));
        assertThat(tokens.get(1)).as("names-birth").isEmpty();
        assertThat(tokens.get(3)).as("initial-surname-postcode-year").isPresent();
        assertThat(views(agreement, person(partial)).get(3))
                .as("without place: two names, year, month and both, sex")
                .hasSize(5 + 5 + 3 + 1);
    }

    @Test
    void swappedNamesShareTheKeyOfSortedLettersAlone() {
        Map<String, String> names = new HashMap<>(JANE);
        names.put("surname", "SMITH");
        Map<String, String> swapped = new HashMap<>(JANE);
        swapped.put("forename", "SMITH");
        swapped.put("surname", "JANE");
        List<Optional<KeyToken>> one = keys(agreement, person(names));
        List<Optional<KeyToken>> other = keys(agreement, person(swapped));
        assertThat(other.get(1)).isEqualTo(one.get(1));
        for (int i = 2; i < one.size(); i++) {
            assertThat(other.get(i)).as(agreement.keys().get(i).name()).isNotEqualTo(one.get(i));
        }
    }

    @Test
    void aTokenCarriesThePositionsOfItsFeature() {
        List<KeyedToken> tokens =
                views(agreement, person(Map.of("address", "12 HIGH"))).get(0);
        assertThat(tokens.stream().map(KeyedToken::positions)).containsExactlyInAnyOrder(3, 1, 1, 1, 1, 1);
    }

    @Test
    void nothingPrints() {
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        assertThat(tokeniser.tokens(person(JANE))).hasToString("RecordTokens[…]");
        assertThat(tokeniser.hardening(agreement.views().get(0))).hasToString("LinearLayer[…]");
        assertThat(tokeniser.toString()).startsWith("uk.linkage.provider.tokenise.Tokeniser@");
    }

    private List<Optional<KeyToken>> keys(Agreement under, Person person) {
        return new Tokeniser(under, secret).tokens(person).keys().toList();
    }

    private List<List<KeyedToken>> views(Agreement under, Person person) {
        return views(new Tokeniser(under, secret).tokens(person));
    }

    private static List<List<KeyedToken>> views(RecordTokens tokens) {
        List<List<KeyedToken>> views = new ArrayList<>();
        tokens.views().forEach(set -> {
            List<KeyedToken> view = new ArrayList<>();
            set.forEach(view::add);
            views.add(view);
        });
        return views;
    }

    private Person person(Map<String, String> forms) {
        return People.of(agreement, "H-0012", forms);
    }

    private static Map<String, String> without(String field) {
        Map<String, String> rest = new HashMap<>(JANE);
        rest.remove(field);
        return rest;
    }
}
