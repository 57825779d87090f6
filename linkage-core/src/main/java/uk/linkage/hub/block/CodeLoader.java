package uk.linkage.hub.block;

import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.RecordBuffer;

/** Fills the codes of a table. One thread. */
final class CodeLoader {
    private final List<EncodingTable.Builder> views;

    /** @param rows how many records there will be */
    CodeLoader(Agreement agreement, int rows) {
        this.views = agreement.views().stream()
                .map(view -> EncodingTable.builder(agreement.codeBits(), rows))
                .toList();
    }

    void add(RecordBuffer record) {
        for (int view = 0; view < views.size(); view++) {
            views.get(view).add(record.codes(), record.at(view));
        }
    }

    void add(EncodedRecord record) {
        for (int view = 0; view < views.size(); view++) {
            views.get(view).add(record.codes().get(view));
        }
    }

    List<EncodingTable> views() {
        return views.stream().map(EncodingTable.Builder::build).toList();
    }
}
