package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.View;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.HardeningKind;
import uk.linkage.agreement.Salt;
import uk.linkage.bloom.TokenSet;
import uk.linkage.bloom.TokenTable;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.secret.SecretBytes;

/**
 * Turns people into keyed tokens. Each field has its own key in each view and match key, derived from the linkage secret
 * and the agreement's fingerprint, so that nothing can be compared across fields, views or agreements.
 *
 * <pre>{@code
 * Tokeniser tokeniser = new Tokeniser(agreement, secret);
 * RecordTokens tokens = tokeniser.tokens(person);
 * }</pre>
 *
 * <p>A worker: one thread. The record it returns is filled anew by the next call.
 */
public final class Tokeniser {
    private static final long MEMORY = 4 << 20;
    private static final long BESIDE_FILTER = 130;
    /** Some 100 bytes each; a file of people has a third as many. */
    private static final int TOKENS = 1 << 16;

    private final Agreement agreement;
    private final KeyDerivation derivation;
    private final byte[] fingerprint;
    private final TokenTable table;
    private final RecordTokens record;
    private final MatchKeyTokens matchKeys;
    private final List<FeatureTokens> features;

    /**
     * A tokeniser of one agreement under one secret.
     *
     * @throws SecretFault where the agreement takes numbers by an oblivious function
     */
    public Tokeniser(Agreement agreement, LinkageSecret secret) {
        this(agreement, secret, Optional.empty());
    }

    /**
     * The same with the outputs for person numbers.
     *
     * @throws SecretFault where the agreement asks for outputs and there are none
     */
    public Tokeniser(Agreement agreement, LinkageSecret secret, Optional<NumberOutputs> outputs) {
        NumberOutputs.require(agreement, outputs);
        this.agreement = agreement;
        this.derivation = KeyDerivation.of(secret);
        this.fingerprint = Fingerprint.of(agreement).bytes();
        this.table = new TokenTable(agreement.filter());
        this.record = new RecordTokens(agreement, table);
        this.matchKeys = new MatchKeyTokens(agreement, key -> key("match-key", key.name(), ""), outputs);
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
        for (int i = 0; i < agreement.views().size(); i++) {
            View view = agreement.views().get(i);
            if (view.components().contains(component) && view.salt().equals(salt)) {
                keys.add(key("view", view.name(), feature.field()));
                covering.add(record.views().get(i));
            }
        }
        int field = agreement.fieldIndex(feature.field());
        return new FeatureTokens(
                feature,
                field,
                new Salting(agreement, salt),
                keys,
                table,
                covering,
                repeats(field),
                remembered(keys.size()));
    }

    /** Whether many people have the same value; of dates there are so many that remembering them takes longer. */
    private boolean repeats(int field) {
        return switch (agreement.fields().get(field).kind()) {
            case FORENAME, MIDDLE_NAME, SURNAME, SEX -> true;
            case NHS_NUMBER, CHI_NUMBER, IDENTIFIER, CODE, BIRTH_DATE, POSTCODE, TEXT -> false;
        };
    }

    /** How many values of a feature to remember: their filters must fit into the memory. */
    private int remembered(int views) {
        long value = Math.max(1, views) * (agreement.filter().bits() / 8 + BESIDE_FILTER);
        return (int) Long.highestOneBit(Math.max(2, MEMORY / value));
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
        forgetWhereMany();
        record.begin(person.localId(), presence(person));
        matchKeys.put(person, record.keys());
        for (int i = 0; i < features.size(); i++) {
            features.get(i).add(person);
        }
        return record;
    }

    private void forgetWhereMany() {
        if (table.size() > TOKENS) {
            table.clear();
            features.forEach(FeatureTokens::forget);
        }
    }

    private int presence(Person person) {
        int presence = 0;
        for (int i = 0; i < agreement.fields().size(); i++) {
            Optional<PersonValue> value = person.value(i);
            presence |= value.isPresent() && KeyTexts.isWhole(value.get()) ? 1 << i : 0;
        }
        return presence;
    }

    private FieldKey key(String purpose, String scope, String field) {
        try (SecretBytes key = new SecretBytes(derivation.derive(purpose, scope, field, fingerprint))) {
            return new FieldKey(key.array());
        }
    }
}
