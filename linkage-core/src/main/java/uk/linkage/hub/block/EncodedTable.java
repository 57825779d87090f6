package uk.linkage.hub.block;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.KeyTokens;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;

/**
 * The records of one provider in columns: local ids, presence, a column of tokens for each match key and a table of
 * codes for each view. Immutable.
 *
 * <p>A large provider's tokens and codes need not be in memory together: {@link #loadKeys} brings a table without codes, {@link
 * #withoutTokens} leaves those behind, and {@link #withCodes} adds the codes.
 */
public final class EncodedTable {
    private final List<String> localIds;
    private final int[] presence;
    private final long[] keysOf;
    private final List<Optional<TokenColumn>> keys;
    private final List<TokenCounts> counts;
    private final List<EncodingTable> views;

    EncodedTable(
            List<String> localIds,
            int[] presence,
            long[] keysOf,
            List<Optional<TokenColumn>> keys,
            List<TokenCounts> counts,
            List<EncodingTable> views) {
        this.localIds = localIds;
        this.presence = presence;
        this.keysOf = keysOf;
        this.keys = List.copyOf(keys);
        this.counts = List.copyOf(counts);
        this.views = List.copyOf(views);
    }

    /** Loads a sealed file. */
    public static EncodedTable load(SealedReader sealed) throws IOException {
        SealedRows rows = SealedRows.all(sealed);
        Step unseen = Progress.UNSEEN.begin("loading");
        return loadKeys(rows, unseen).withCodes(rows, unseen);
    }

    /**
     * Loads records of a sealed file without codes.
     *
     * @param step counts the records
     */
    public static EncodedTable loadKeys(SealedRows sealed, Step step) throws IOException {
        KeyLoader loader = new KeyLoader(sealed.agreement(), sealed.count());
        sealed.read(record -> loader.add(record.localId(), record.presence(), record.keys()), step);
        return loader.table(List.of());
    }

    /** This table without tokens but those of identifiers; how many records share each is kept. */
    public EncodedTable withoutTokens(Agreement agreement) {
        List<Optional<TokenColumn>> kept = IntStream.range(0, keys.size())
                .mapToObj(key ->
                        keys.get(key).filter(column -> agreement.keys().get(key).identifier()))
                .toList();
        List<TokenCounts> counted = IntStream.range(0, keys.size())
                .parallel()
                .mapToObj(this::others)
                .toList();
        return new EncodedTable(localIds, presence, keysOf, kept, counted, views);
    }

    /**
     * This table with the codes of the records it was loaded from.
     *
     * @param step counts the records
     */
    public EncodedTable withCodes(SealedRows sealed, Step step) throws IOException {
        return new EncodedTable(localIds, presence, keysOf, keys, counts, loadCodes(sealed, step));
    }

    private static List<EncodingTable> loadCodes(SealedRows sealed, Step step) throws IOException {
        CodeLoader loader = new CodeLoader(sealed.agreement(), sealed.count());
        sealed.read(loader::add, step);
        return loader.views();
    }

    /** The records of one provider that are already in memory, under the agreement they were encoded by. */
    public static EncodedTable of(Agreement agreement, List<EncodedRecord> records) {
        KeyLoader keys = new KeyLoader(agreement, records.size());
        CodeLoader codes = new CodeLoader(agreement, records.size());
        for (EncodedRecord record : records) {
            keys.add(record.localId(), record.presence(), KeyTokens.of(record.keys()));
            codes.add(record);
        }
        return keys.table(codes.views());
    }

    /** The records of these rows, in that order. */
    EncodedTable select(int[] rows) {
        return new EncodedTable(
                Arrays.stream(rows).mapToObj(localIds::get).toList(),
                Arrays.stream(rows).map(row -> presence[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> keysOf[row]).toArray(),
                keys.stream().map(key -> key.map(column -> column.select(rows))).toList(),
                List.of(),
                views.stream().map(view -> view.select(rows)).toList());
    }

    /** Number of records. */
    public int rows() {
        return presence.length;
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

    /**
     * The tokens of match key {@code key}.
     *
     * @throws IllegalStateException where they were forgotten for the codes
     */
    public TokenColumn key(int key) {
        return keys.get(key).orElseThrow(() -> new IllegalStateException("tokens of this match key are not kept"));
    }

    /** How many other records have the token of match key {@code key} that each has. */
    public TokenCounts others(int key) {
        return counts.isEmpty() ? new TokenCounts(key(key).others()) : counts.get(key);
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
}
