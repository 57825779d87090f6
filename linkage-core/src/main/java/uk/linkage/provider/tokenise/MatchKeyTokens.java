package uk.linkage.provider.tokenise;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.exchange.KeyTokens;
import uk.linkage.provider.person.Person;
import uk.linkage.secret.Message;

/**
 * The tokens of all match keys: the texts of each one's parts, under its key. Thirty keys share some seventeen parts, so a
 * person's parts are read first and keys put together of them. One thread.
 */
final class MatchKeyTokens {
    private final List<KeyPart> parts;
    private final List<Key> keys = new ArrayList<>();
    private final Message message = new Message();
    private final ByteBuffer digest = ByteBuffer.allocate(FieldKey.BYTES);

    private record Key(FieldKey key, List<KeyPart> parts) {}

    /**
     * @param secrets the key that each match key's messages are put under
     * @param outputs for parts of the form {@code oprf}
     */
    MatchKeyTokens(Agreement agreement, Function<MatchKey, FieldKey> secrets, Optional<NumberOutputs> outputs) {
        Map<Part, KeyPart> shared = new LinkedHashMap<>();
        for (MatchKey key : agreement.keys()) {
            List<KeyPart> own = new ArrayList<>();
            key.parts().forEach(p -> own.add(shared.computeIfAbsent(p, part -> new KeyPart(agreement, part, outputs))));
            keys.add(new Key(secrets.apply(key), own));
        }
        this.parts = List.copyOf(shared.values());
    }

    /** Puts a person's tokens into their places, where all parts are there. */
    void put(Person person, KeyTokens tokens) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).read(person);
        }
        for (int place = 0; place < keys.size(); place++) {
            put(keys.get(place), tokens, place);
        }
    }

    private void put(Key key, KeyTokens tokens, int place) {
        message.clear();
        for (int i = 0; i < key.parts().size(); i++) {
            if (!key.parts().get(i).addTo(message)) {
                return;
            }
        }
        key.key().mac(message, digest.array());
        tokens.set(place, digest.getLong(0), digest.getLong(Long.BYTES));
    }
}
