package uk.linkage.provider.tokenise;

import java.nio.ByteBuffer;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.exchange.KeyTokens;
import uk.linkage.provider.person.Person;

/** The tokens of one match key: the texts of all its parts, under its key. One thread. */
final class MatchKeyTokens {
    private final FieldKey key;
    private final List<KeyPart> parts;
    private final Message message = new Message();

    MatchKeyTokens(Agreement agreement, MatchKey matchKey, FieldKey key) {
        this.key = key;
        this.parts = matchKey.parts().stream()
                .map(part -> new KeyPart(agreement, part))
                .toList();
    }

    /** Puts a person's token into its place, if all parts are there. */
    void put(Person person, KeyTokens tokens, int place) {
        message.clear();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).addTo(message, person)) {
                return;
            }
        }
        ByteBuffer digest = ByteBuffer.wrap(key.mac(message));
        tokens.set(place, digest.getLong(), digest.getLong());
    }
}
