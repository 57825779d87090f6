package uk.linkage.provider.tokenise;

import java.util.List;
import java.util.Optional;
import uk.linkage.bloom.TokenSet;
import uk.linkage.exchange.KeyToken;

/**
 * A person as keyed tokens.
 *
 * @param localId the provider's own row reference
 * @param presence bit {@code i} is set where field {@code i} of the agreement has a whole value
 * @param keys a token for each match key, where all its parts are there
 * @param views the tokens of each view; filled anew for the next person
 */
public record RecordTokens(String localId, int presence, List<Optional<KeyToken>> keys, List<TokenSet> views) {
    @Override
    public String toString() {
        return "RecordTokens[…]";
    }
}
