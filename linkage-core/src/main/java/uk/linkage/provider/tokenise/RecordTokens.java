package uk.linkage.provider.tokenise;

import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.TokenSet;
import uk.linkage.bloom.TokenTable;
import uk.linkage.exchange.KeyTokens;

/** A person as keyed tokens, filled anew for the next person by the tokeniser it belongs to. Never prints. */
public final class RecordTokens {
    private final KeyTokens keys;
    private final List<TokenSet> views;
    private String localId = "";
    private int presence;

    /** @param table the one whose numbers the views' sets read */
    RecordTokens(Agreement agreement, TokenTable table) {
        this.keys = new KeyTokens(agreement.keys().size());
        this.views = IntStream.range(0, agreement.views().size())
                .mapToObj(view -> new TokenSet(table))
                .toList();
    }

    /** The next person, without a token yet. */
    void begin(String nextId, int nextPresence) {
        localId = nextId;
        presence = nextPresence;
        keys.clear();
        for (int view = 0; view < views.size(); view++) {
            views.get(view).clear();
        }
    }

    /** The provider's own row reference. */
    public String localId() {
        return localId;
    }

    /** Bit {@code i} is set where field {@code i} of the agreement has a whole value. */
    public int presence() {
        return presence;
    }

    /** A token for each match key, where all its parts are there. */
    public KeyTokens keys() {
        return keys;
    }

    /** The tokens of each view. */
    public List<TokenSet> views() {
        return views;
    }

    @Override
    public String toString() {
        return "RecordTokens[…]";
    }
}
