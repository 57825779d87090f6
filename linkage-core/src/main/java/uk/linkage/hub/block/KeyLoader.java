package uk.linkage.hub.block;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.exchange.KeyTokens;

/** Fills the columns of a table but for its codes. One thread. */
final class KeyLoader {
    private final LocalIds.Builder localIds;
    private final int[] presence;
    private final long[] keysOf;
    private final TokenColumn[] keys;

    /** @param rows how many records there will be */
    KeyLoader(Agreement agreement, int rows) {
        this.localIds = new LocalIds.Builder(rows);
        this.presence = new int[rows];
        this.keysOf = new long[rows];
        this.keys = new TokenColumn[agreement.keys().size()];
        Arrays.setAll(keys, key -> new TokenColumn(rows));
    }

    void add(String localId, int present, KeyTokens tokens) {
        int row = localIds.rows();
        localIds.add(localId);
        presence[row] = present;
        for (int key = 0; key < keys.length; key++) {
            if (tokens.has(key)) {
                keys[key].set(row, tokens.high(key), tokens.low(key));
                keysOf[row] |= 1L << key;
            }
        }
    }

    EncodedTable table(List<EncodingTable> views) {
        return new EncodedTable(
                localIds.build(),
                presence,
                keysOf,
                Arrays.stream(keys).map(Optional::of).toList(),
                List.of(),
                views);
    }
}
