package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.agreement.Budget.PerFeature;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenGroup;
import uk.linkage.bloom.TokenSet;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.Recent;

/**
 * One feature in all the views of one salt that cover it: its texts are worked out once for a person and put under each
 * view's key. Tokens are remembered, since a file of people has few distinct ones, and so are the groups of a value's
 * tokens, since values repeat; both memories are bounded. One thread.
 */
final class FeatureTokens {
    private static final int TEXTS = 1 << 13;
    private static final int LONGEST_VALUE = 64;

    private final Feature feature;
    private final int field;
    private final Salting salting;
    private final List<FieldKey> keys;
    private final List<TokenSet> sets;
    private final Map<String, List<KeyedToken>> remembered = new HashMap<>();
    private final Recent<PersonValue, TokenGroup[]> unsalted;
    private final Recent<Salted, TokenGroup[]> recent;

    /** A value of a person with this salt text. */
    private record Salted(PersonValue value, String salt) {
        @Override
        public String toString() {
            return "Salted[…]";
        }
    }

    /**
     * @param field the field's place in the agreement
     * @param salting what these views add to a token's message
     * @param keys the field's key in each view that covers the feature
     * @param sets the token set of each of those views
     * @param values how many values' tokens to remember, a power of two from 2
     */
    FeatureTokens(Feature feature, int field, Salting salting, List<FieldKey> keys, List<TokenSet> sets, int values) {
        this.feature = feature;
        this.field = field;
        this.salting = salting;
        this.keys = keys;
        this.sets = sets;
        this.unsalted = new Recent<>(salting.isSalted() ? 2 : values, value -> groups(new Salted(value, "")));
        this.recent = new Recent<>(salting.isSalted() ? values : 2, this::groups);
    }

    /** Adds the tokens of a person to the views' sets. */
    void add(Person person) {
        Optional<PersonValue> value = person.value(field);
        if (value.isPresent()) {
            add(value.get(), person);
        }
    }

    private void add(PersonValue value, Person person) {
        TokenGroup[] groups = groups(value, salting.isSalted() ? salting.of(person) : "");
        for (int view = 0; view < sets.size(); view++) {
            sets.get(view).add(groups[view]);
        }
    }

    private TokenGroup[] groups(PersonValue value, String salt) {
        if (value.reveal().length() > LONGEST_VALUE) {
            return groups(new Salted(value, salt));
        }
        return salting.isSalted() ? recent.get(new Salted(value, salt)) : unsalted.get(value);
    }

    /** For each view, the tokens of a value. */
    private TokenGroup[] groups(Salted salted) {
        List<List<KeyedToken>> views = new ArrayList<>(keys.size());
        keys.forEach(key -> views.add(new ArrayList<>()));
        for (String text : TokenTexts.of(salted.value(), feature.tokens())) {
            List<KeyedToken> tokens = tokens(text, salted.salt());
            for (int view = 0; view < keys.size(); view++) {
                views.get(view).add(tokens.get(view));
            }
        }
        return views.stream().map(this::budgeted).map(TokenGroup::new).toArray(TokenGroup[]::new);
    }

    private List<KeyedToken> budgeted(List<KeyedToken> tokens) {
        return feature.budget() instanceof PerFeature ? Spread.of(feature.budget(), tokens) : tokens;
    }

    private List<KeyedToken> tokens(String text, String salt) {
        String place = salt.isEmpty() ? text : salt + '\0' + text;
        List<KeyedToken> known = remembered.get(place);
        return known != null ? known : remember(place, text, salt);
    }

    private List<KeyedToken> remember(String place, String text, String salt) {
        if (remembered.size() == TEXTS) {
            remembered.clear();
            unsalted.clear();
            recent.clear();
        }
        byte[] message = salting.message(feature.tokens(), text, salt);
        List<KeyedToken> tokens = new ArrayList<>(keys.size());
        keys.forEach(key ->
                tokens.add(new KeyedToken(key.mac(message), feature.budget().amount())));
        remembered.put(place, tokens);
        return tokens;
    }
}
