package uk.linkage.provider.encode;

import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.harden.CodeEncoder;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.RecordBuffer;
import uk.linkage.provider.tokenise.RecordTokens;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * Turns tokens into an encoded record: a filter for each view, hardened. A worker: one thread.
 *
 * <pre>{@code
 * RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
 * EncodedRecord record = encoder.encode(tokeniser.tokens(person));
 * sealed.write(encoder.fill(tokeniser.tokens(person)));   // the same without garbage
 * }</pre>
 */
public final class RecordEncoder {
    private final List<CodeEncoder> views;
    private final RecordBuffer buffer;

    /** An encoder under an agreement, with the tokeniser's keys. */
    public RecordEncoder(Agreement agreement, Tokeniser tokeniser) {
        this.views = agreement.views().stream()
                .map(view -> tokeniser.hardening(view).encoder(agreement.filter()))
                .toList();
        this.buffer = new RecordBuffer(views.size(), agreement.codeBits());
    }

    /** The encoded record of these tokens. */
    public EncodedRecord encode(RecordTokens tokens) {
        return fill(tokens).toRecord();
    }

    /** The same, to be written before the next: the buffer is filled anew by the next call, its keys with the tokens. */
    public RecordBuffer fill(RecordTokens tokens) {
        buffer.begin(tokens.localId(), tokens.presence(), tokens.keys());
        for (int view = 0; view < views.size(); view++) {
            views.get(view).encode(tokens.views().get(view), buffer.codes(), buffer.at(view));
        }
        return buffer;
    }
}
