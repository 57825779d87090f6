package uk.linkage.provider.encode;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.BloomEncoder;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.provider.tokenise.RecordTokens;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * Turns tokens into an encoded record: a filter for each view, hardened. A worker: one thread.
 *
 * <pre>{@code
 * RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
 * EncodedRecord record = encoder.encode(tokeniser.tokens(person));
 * }</pre>
 */
public final class RecordEncoder {
    private final BloomEncoder filters;
    private final List<Hardening.Keyed> hardenings;

    /** An encoder under an agreement, with the tokeniser's keys. */
    public RecordEncoder(Agreement agreement, Tokeniser tokeniser) {
        this.filters = agreement.filter().newEncoder();
        this.hardenings = agreement.views().stream().map(tokeniser::hardening).toList();
    }

    /** The encoded record of these tokens. */
    public EncodedRecord encode(RecordTokens tokens) {
        List<Encoding> codes = new ArrayList<>(hardenings.size());
        for (int i = 0; i < hardenings.size(); i++) {
            codes.add(hardenings.get(i).apply(filters.encode(tokens.views().get(i))));
        }
        return new EncodedRecord(tokens.localId(), tokens.presence(), tokens.keys(), codes);
    }
}
