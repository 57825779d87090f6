package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Tokens;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenGroup;
import uk.linkage.bloom.TokenSet;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.Recent;

/**
 * One feature in all the views that cover it: its texts are worked out once for a person and put under each view's key.
 * Tokens are remembered, since a file of people has few distinct ones, and so are the groups of a value's tokens, since
 * values repeat; both memories are bounded. One thread.
 */
final class FeatureTokens {
    private static final int TEXTS = 1 << 13;
    private static final int LONGEST_VALUE = 64;

    private final Feature feature;
    private final int field;
    private final List<FieldKey> keys;
    private final List<TokenSet> sets;
    private final Map<String, List<KeyedToken>> remembered = new HashMap<>();
    private final Recent<PersonValue, TokenGroup[]> recent;

    /**
     * @param field the field's place in the agreement
     * @param keys the field's key in each view that covers the feature
     * @param sets the token set of each of those views
     * @param values how many values' tokens to remember, a power of two from 2
     */
    FeatureTokens(Feature feature, int field, List<FieldKey> keys, List<TokenSet> sets, int values) {
        this.feature = feature;
        this.field = field;
        this.keys = keys;
        this.sets = sets;
        this.recent = new Recent<>(values, this::groups);
    }

    int field() {
        return field;
    }

    /** Adds the tokens of a value to the views' sets. */
    void add(PersonValue value) {
        boolean isShort = value.reveal().length() <= LONGEST_VALUE;
        TokenGroup[] groups = isShort ? recent.get(value) : groups(value);
        for (int view = 0; view < sets.size(); view++) {
            sets.get(view).add(groups[view]);
        }
    }

    /** For each view, the tokens of a value. */
    private TokenGroup[] groups(PersonValue value) {
        List<List<KeyedToken>> views = new ArrayList<>(keys.size());
        keys.forEach(key -> views.add(new ArrayList<>()));
        for (String text : TokenTexts.of(value, feature.tokens())) {
            List<KeyedToken> tokens = tokens(text);
            for (int view = 0; view < keys.size(); view++) {
                views.get(view).add(tokens.get(view));
            }
        }
        return views.stream().map(TokenGroup::new).toArray(TokenGroup[]::new);
    }

    private List<KeyedToken> tokens(String text) {
        List<KeyedToken> known = remembered.get(text);
        return known != null ? known : remember(text);
    }

    private List<KeyedToken> remember(String text) {
        if (remembered.size() == TEXTS) {
            remembered.clear();
            recent.clear();
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
