package uk.linkage.provider.tokenise;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.HardeningKind;
import uk.linkage.agreement.Salt;
import uk.linkage.bloom.TokenSet;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.exchange.KeyToken;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;

/**
 * Turns people into keyed tokens. Each field has its own key in each view and match key, derived from the linkage secret
 * and the agreement's fingerprint, so that nothing can be compared across fields, views or agreements.
 *
 * <pre>{@code
 * Tokeniser tokeniser = new Tokeniser(agreement, secret);
 * RecordTokens tokens = tokeniser.tokens(person);
 * }</pre>
 *
 * <p>A worker: one thread. The token sets it returns are filled anew by the next call.
 */
public final class Tokeniser {
    private final Agreement agreement;
    private final KeyDerivation derivation;
    private final byte[] fingerprint;
    private final List<FieldKey> matchKeys;
    private final List<TokenSet> sets;
    private final List<FeatureTokens> features;

    /** A tokeniser of one agreement under one secret. */
    public Tokeniser(Agreement agreement, LinkageSecret secret) {
        this.agreement = agreement;
        this.derivation = KeyDerivation.of(secret);
        this.fingerprint = Fingerprint.of(agreement).bytes();
        this.matchKeys = agreement.keys().stream()
                .map(key -> key("match-key", key.name(), ""))
                .toList();
        this.sets = agreement.views().stream().map(view -> new TokenSet()).toList();
        this.features = agreement.components().stream()
                .flatMap(component -> component.features().stream().flatMap(f -> tokens(component.name(), f)))
                .toList();
    }

    private Stream<FeatureTokens> tokens(String component, Feature feature) {
        return agreement.views().stream().map(View::salt).distinct().map(salt -> tokens(component, feature, salt));
    }

    private FeatureTokens tokens(String component, Feature feature, Optional<Salt> salt) {
        List<FieldKey> keys = new ArrayList<>();
        List<TokenSet> covering = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            View view = agreement.views().get(i);
            if (view.components().contains(component) && view.salt().equals(salt)) {
                keys.add(key("view", view.name(), feature.field()));
                covering.add(sets.get(i));
            }
        }
        int field = agreement.fieldIndex(feature.field());
        return new FeatureTokens(feature, field, new Salting(agreement, salt), keys, covering);
    }

    /** The keyed hardening of a view: every step under a key of its own, by its kind and place in the chain. */
    public Hardening.Keyed hardening(View view) {
        return agreement
                .hardening()
                .keyed(place -> seed(view, place), agreement.filter().bits());
    }

    private byte[] seed(View view, int place) {
        HardeningKind kind = HardeningKind.of(agreement.hardening().steps().get(place));
        return derivation.derive(kind.label(), view.name(), Integer.toString(place), fingerprint);
    }

    /** The tokens of a person. */
    public RecordTokens tokens(Person person) {
        List<Optional<KeyToken>> keys = new ArrayList<>(agreement.keys().size());
        for (int i = 0; i < agreement.keys().size(); i++) {
            keys.add(keyToken(person, agreement.keys().get(i), matchKeys.get(i)));
        }
        sets.forEach(TokenSet::clear);
        features.forEach(feature -> feature.add(person));
        return new RecordTokens(person.localId(), presence(person), keys, sets);
    }

    private Optional<KeyToken> keyToken(Person person, MatchKey key, FieldKey mac) {
        Message message = new Message();
        for (Part part : key.parts()) {
            Optional<String> text = KeyTexts.of(part, name -> value(person, name));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            message.add(part.form().label()).add(text.get());
        }
        ByteBuffer digest = ByteBuffer.wrap(mac.mac(message.bytes()));
        return Optional.of(new KeyToken(digest.getLong(), digest.getLong()));
    }

    private int presence(Person person) {
        int presence = 0;
        for (int i = 0; i < agreement.fields().size(); i++) {
            presence |= person.value(i).filter(KeyTexts::isWhole).isPresent() ? 1 << i : 0;
        }
        return presence;
    }

    private Optional<PersonValue> value(Person person, String field) {
        return person.value(agreement.fieldIndex(field));
    }

    private FieldKey key(String purpose, String scope, String field) {
        return new FieldKey(derivation.derive(purpose, scope, field, fingerprint));
    }
}
