package uk.linkage.hub.block;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.KeyToken;
import uk.linkage.exchange.SealedReader;

/**
 * The records of one provider in columns: local ids, presence, a column of tokens for each match key and a table of
 * codes for each view. Immutable.
 */
public final class EncodedTable {
    private final List<String> localIds;
    private final int[] presence;
    private final long[] keysOf;
    private final List<TokenColumn> keys;
    private final List<EncodingTable> views;

    private EncodedTable(List<String> localIds, int[] presence, List<TokenColumn> keys, List<EncodingTable> views) {
        this.localIds = List.copyOf(localIds);
        this.presence = presence;
        this.keys = List.copyOf(keys);
        this.keysOf = keysOf(localIds.size(), keys);
        this.views = List.copyOf(views);
    }

    private static EncodedTable of(Loader loader) {
        return new EncodedTable(
                loader.localIds,
                loader.presence,
                List.of(loader.keys),
                loader.views.stream().map(EncodingTable.Builder::build).toList());
    }

    private static long[] keysOf(int rows, List<TokenColumn> keys) {
        long[] keysOf = new long[rows];
        for (int key = 0; key < keys.size(); key++) {
            for (int row = 0; row < rows; row++) {
                keysOf[row] |= keys.get(key).has(row) ? 1L << key : 0;
            }
        }
        return keysOf;
    }

    /** Loads a sealed file. */
    public static EncodedTable load(SealedReader sealed) throws IOException {
        Loader loader = new Loader(
                sealed.header().agreement(), Math.toIntExact(sealed.counts().sealed()));
        sealed.forEach(loader::add);
        return of(loader);
    }

    /** The records of one provider that are already in memory, under the agreement they were encoded by. */
    public static EncodedTable of(Agreement agreement, List<EncodedRecord> records) {
        Loader loader = new Loader(agreement, records.size());
        records.forEach(loader::add);
        return of(loader);
    }

    /** The records of these rows, in that order. */
    EncodedTable select(int[] rows) {
        return new EncodedTable(
                Arrays.stream(rows).mapToObj(localIds::get).toList(),
                Arrays.stream(rows).map(row -> presence[row]).toArray(),
                keys.stream().map(key -> key.select(rows)).toList(),
                views.stream().map(view -> view.select(rows)).toList());
    }

    /** Number of records. */
    public int rows() {
        return localIds.size();
    }

    /** Local id of a record. */
    public String localId(int row) {
        return localIds.get(row);
    }

    /** Local ids of all records, in their order. */
    public List<String> localIds() {
        return localIds;
    }

    /** Bit {@code i} is set where field {@code i} of the agreement had a value. */
    public int presence(int row) {
        return presence[row];
    }

    /** Bit {@code i} is set where a record has a token of match key {@code i}. */
    public long keys(int row) {
        return keysOf[row];
    }

    /** The tokens of match key {@code key}. */
    public TokenColumn key(int key) {
        return keys.get(key);
    }

    /** The codes of view {@code view}. */
    public EncodingTable view(int view) {
        return views.get(view);
    }

    /** Bits of a record's codes, over all views. */
    public int codeBits() {
        return views.stream().mapToInt(EncodingTable::bits).sum();
    }

    /** Code bits in which two records differ, over all views. */
    public int differing(int row, EncodedTable other, int otherRow) {
        int differing = 0;
        for (int view = 0; view < views.size(); view++) {
            differing += views.get(view).differing(row, other.views.get(view), otherRow);
        }
        return differing;
    }

    /** Fills the columns. */
    private static final class Loader {
        private final List<String> localIds;
        private final int[] presence;
        private final TokenColumn[] keys;
        private final List<EncodingTable.Builder> views = new ArrayList<>();

        private Loader(Agreement agreement, int rows) {
            localIds = new ArrayList<>(rows);
            presence = new int[rows];
            keys = new TokenColumn[agreement.keys().size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = new TokenColumn(rows);
            }
            agreement.views().forEach(view -> views.add(EncodingTable.builder(agreement.codeBits())));
        }

        private void add(EncodedRecord record) {
            int row = localIds.size();
            localIds.add(record.localId());
            presence[row] = record.presence();
            for (int i = 0; i < keys.length; i++) {
                Optional<KeyToken> token = record.keys().get(i);
                keys[i].set(row, token);
            }
            for (int i = 0; i < views.size(); i++) {
                views.get(i).add(record.codes().get(i));
            }
        }
    }
}
