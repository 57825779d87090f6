package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Tokens;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenSet;
import uk.linkage.provider.person.PersonValue;

/**
 * One feature in all the views that cover it: its texts are worked out once for a person and put under each view's key.
 * Tokens are remembered, since a file of people has few distinct ones; the memory is emptied when full. One thread.
 */
final class FeatureTokens {
    private static final int MEMORY = 1 << 15;

    private final Feature feature;
    private final int field;
    private final List<FieldKey> keys;
    private final List<TokenSet> sets;
    private final Map<String, List<KeyedToken>> remembered = new HashMap<>();

    /**
     * @param field the field's place in the agreement
     * @param keys the field's key in each view that covers the feature
     * @param sets the token set of each of those views
     */
    FeatureTokens(Feature feature, int field, List<FieldKey> keys, List<TokenSet> sets) {
        this.feature = feature;
        this.field = field;
        this.keys = keys;
        this.sets = sets;
    }

    int field() {
        return field;
    }

    /** Adds the tokens of a value to the views' sets. */
    void add(PersonValue value) {
        for (String text : TokenTexts.of(value, feature.tokens())) {
            List<KeyedToken> tokens = tokens(text);
            for (int view = 0; view < sets.size(); view++) {
                sets.get(view).add(tokens.get(view));
            }
        }
    }

    private List<KeyedToken> tokens(String text) {
        List<KeyedToken> known = remembered.get(text);
        return known != null ? known : remember(text);
    }

    private List<KeyedToken> remember(String text) {
        if (remembered.size() == MEMORY) {
            remembered.clear();
        }
        byte[] message = message(feature.tokens(), text);
        List<KeyedToken> tokens = new ArrayList<>(keys.size());
        keys.forEach(key -> tokens.add(new KeyedToken(key.mac(message), feature.positions())));
        remembered.put(text, tokens);
        return tokens;
    }

    /** What is put under the key for one text. */
    static byte[] message(Tokens tokens, String text) {
        return new Message().add(tokens.label()).add(text).bytes();
    }
}
