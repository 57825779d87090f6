package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import uk.linkage.agreement.Budget.PerFeature;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Tokens;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenGroup;
import uk.linkage.bloom.TokenSet;
import uk.linkage.bloom.TokenTable;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.Recent;

/**
 * One feature in all the views of one salt that cover it: its texts are worked out once for a person and put under each
 * view's key. Tokens are remembered, since a file of people has few distinct ones. Where they are not found by letters or
 * by parts of a date, or share a budget, the groups of tokens of values that repeat from person to person are remembered
 * too. Both memories are bounded. One thread.
 */
final class FeatureTokens {
    private static final int LONGEST_VALUE = 64;

    private final Feature feature;
    private final int field;
    private final Salting salting;
    private final List<FieldKey> keys;
    private final TokenSet[] sets;
    private final boolean arePairs;
    private final boolean grouped;
    private final IntConsumer adding = this::add;
    private final TokenTable table;
    private final Map<String, Integer> remembered = new HashMap<>();
    private final PairTokens pairs = new PairTokens(pair -> number(pair, ""));
    private final DatePartTokens dates = new DatePartTokens(part -> number(part, ""));
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
     * @param table where the tokens are remembered
     * @param sets the token set of each of those views, reading that table
     * @param repeats whether many people have the same value
     * @param values how many values' tokens to remember, a power of two from 2
     */
    FeatureTokens(
            Feature feature,
            int field,
            Salting salting,
            List<FieldKey> keys,
            TokenTable table,
            List<TokenSet> sets,
            boolean repeats,
            int values) {
        this.feature = feature;
        this.field = field;
        this.salting = salting;
        this.keys = keys;
        this.table = table;
        this.sets = sets.toArray(TokenSet[]::new);
        this.arePairs = TokenTexts.arePairs(feature.tokens());
        this.grouped = repeats && !arePairs || salting.isSalted() || feature.budget() instanceof PerFeature;
        this.unsalted =
                new Recent<>(grouped && !salting.isSalted() ? values : 2, value -> groups(new Salted(value, "")));
        this.recent = new Recent<>(salting.isSalted() ? values : 2, this::groups);
    }

    /** Adds the tokens of a person to the views' sets. */
    void add(Person person) {
        Optional<PersonValue> value = person.value(field);
        if (value.isPresent() && grouped) {
            add(groups(value.get(), salting.isSalted() ? salting.of(person) : ""));
        } else if (value.isPresent()) {
            addSingly(value.get());
        }
    }

    private void add(TokenGroup[] groups) {
        for (int view = 0; view < sets.length; view++) {
            sets[view].add(groups[view]);
        }
    }

    private void addSingly(PersonValue value) {
        if (arePairs) {
            addPairs(value);
        } else if (feature.tokens() == Tokens.DATE_PARTS && DatePartTokens.hasPlaces((BirthDate) value)) {
            dates.forEach((BirthDate) value, adding);
        } else {
            addTexts(value);
        }
    }

    private void addPairs(PersonValue value) {
        String text = TokenTexts.paired(value, feature.tokens());
        if (PairTokens.hasPlaces(text)) {
            pairs.forEach(text, adding);
        } else {
            addTexts(value);
        }
    }

    private void addTexts(PersonValue value) {
        for (String text : TokenTexts.of(value, feature.tokens())) {
            add(number(text, ""));
        }
    }

    /** Adds a text's tokens, of which each view has one, the first having that number. */
    private void add(int first) {
        for (int view = 0; view < sets.length; view++) {
            sets[view].add(first + view);
        }
    }

    /** Forgets all values and texts, as is to be done when the table is cleared. */
    void forget() {
        remembered.clear();
        pairs.clear();
        dates.clear();
        unsalted.clear();
        recent.clear();
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
            int first = number(text, salted.salt());
            for (int view = 0; view < keys.size(); view++) {
                views.get(view).add(table.token(first + view));
            }
        }
        return views.stream().map(this::budgeted).map(TokenGroup::new).toArray(TokenGroup[]::new);
    }

    private List<KeyedToken> budgeted(List<KeyedToken> tokens) {
        return feature.budget() instanceof PerFeature ? Spread.of(feature.budget(), tokens) : tokens;
    }

    private int number(String text, String salt) {
        String place = salt.isEmpty() ? text : salt + '\0' + text;
        Integer known = remembered.get(place);
        return known != null ? known : remember(place, text, salt);
    }

    private int remember(String place, String text, String salt) {
        byte[] message = salting.message(feature.tokens(), text, salt);
        int first = table.size();
        keys.forEach(key ->
                table.add(new KeyedToken(key.mac(message), feature.budget().amount())));
        remembered.put(place, first);
        return first;
    }
}
