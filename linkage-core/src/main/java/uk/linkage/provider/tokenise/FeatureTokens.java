package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Budget.PerFeature;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenSet;
import uk.linkage.provider.person.Person;

/**
 * One feature in all the views of one salt that cover it: its texts are worked out once for a person and put under each
 * view's key.
 * Tokens are remembered, since a file of people has few distinct ones; the memory is emptied when full. One thread.
 */
final class FeatureTokens {
    private static final int MEMORY = 1 << 15;

    private final Feature feature;
    private final int field;
    private final Salting salting;
    private final List<FieldKey> keys;
    private final List<TokenSet> sets;
    private final Map<String, List<KeyedToken>> remembered = new HashMap<>();

    /**
     * @param field the field's place in the agreement
     * @param salting what these views add to a token's message
     * @param keys the field's key in each view that covers the feature
     * @param sets the token set of each of those views
     */
    FeatureTokens(Feature feature, int field, Salting salting, List<FieldKey> keys, List<TokenSet> sets) {
        this.feature = feature;
        this.field = field;
        this.salting = salting;
        this.keys = keys;
        this.sets = sets;
    }

    /** Adds the tokens of a person to the views' sets. */
    void add(Person person) {
        person.value(field).ifPresent(value -> add(TokenTexts.of(value, feature.tokens()), salting.of(person)));
    }

    private void add(List<String> texts, String salt) {
        if (feature.budget() instanceof PerFeature) {
            spread(texts, salt);
        } else {
            texts.forEach(text -> each(tokens(text, salt)));
        }
    }

    private void each(List<KeyedToken> tokens) {
        for (int view = 0; view < sets.size(); view++) {
            sets.get(view).add(tokens.get(view));
        }
    }

    private void spread(List<String> texts, String salt) {
        List<List<KeyedToken>> tokens =
                texts.stream().map(text -> tokens(text, salt)).toList();
        for (int v = 0; v < sets.size(); v++) {
            int view = v;
            List<KeyedToken> ofView = tokens.stream().map(of -> of.get(view)).toList();
            Spread.of(feature.budget(), ofView).forEach(sets.get(view)::add);
        }
    }

    private List<KeyedToken> tokens(String text, String salt) {
        String place = salt.isEmpty() ? text : salt + '\0' + text;
        List<KeyedToken> known = remembered.get(place);
        return known != null ? known : remember(place, text, salt);
    }

    private List<KeyedToken> remember(String place, String text, String salt) {
        if (remembered.size() == MEMORY) {
            remembered.clear();
        }
        byte[] message = salting.message(feature.tokens(), text, salt);
        List<KeyedToken> tokens = new ArrayList<>(keys.size());
        keys.forEach(key ->
                tokens.add(new KeyedToken(key.mac(message), feature.budget().amount())));
        remembered.put(place, tokens);
        return tokens;
    }
}
