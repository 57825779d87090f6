package uk.linkage.provider.extract;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Which rows repeat the local id of an earlier row, told in memory that does not grow with the extract. A worker: one
 * thread.
 *
 * <p>Ids are held as 128-bit hashes, so many at a time. An extract with more rows than that is looked
 * through beforehand, once for each further part of the hashes, and a row that repeats an id of such a part is noted by a
 * single bit. Ids of the first part are told while the rows come. Nothing is written to the disk.
 *
 * <pre>{@code
 * LocalIds ids = LocalIds.of(extract, columns::localId, row -> true, LocalIds.MOST);
 * rows.filter(row -> ids.isNew(row))
 * }</pre>
 */
final class LocalIds {
    /** As many ids as 32 MiB hold. */
    static final int MOST = 3 << 19;

    private final Function<Row, String> id;
    private final int parts;
    private final HashSet128 seen;
    private final BitSet repeated = new BitSet();
    private int asked;

    private LocalIds(Function<Row, String> id, int parts, int most) {
        this.id = id;
        this.parts = parts;
        this.seen = new HashSet128(most);
    }

    /**
     * The ids of an extract's rows.
     *
     * @param id the local id of a row
     * @param counts which rows count; it is asked for every row and must not depend on those before
     * @param most how many to hold at a time
     */
    static LocalIds of(ExtractSource extract, Function<Row, String> id, Predicate<Row> counts, int most) {
        int parts = (int) ((extract.mostRows() + most - 1) / most);
        LocalIds ids = new LocalIds(id, parts, (int) Math.min(extract.mostRows(), most));
        for (int part = 1; part < parts; part++) {
            ids.look(extract, counts, part);
        }
        return ids;
    }

    private void look(ExtractSource extract, Predicate<Row> counts, int part) {
        try (Stream<Row> rows = extract.rows()) {
            Iterator<Row> counted = rows.filter(counts).iterator();
            for (int place = 0; counted.hasNext(); place++) {
                long[] hash = hash(counted.next());
                if (part(hash) == part && !seen.add(hash[0], hash[1])) {
                    repeated.set(place);
                }
            }
        }
        seen.clear();
    }

    /** Whether no row before this one had its id; to be asked once for each row that counts, in their order. */
    boolean isNew(Row row) {
        long[] hash = hash(row);
        int place = asked++;
        return part(hash) == 0 ? seen.add(hash[0], hash[1]) : !repeated.get(place);
    }

    private long[] hash(Row row) {
        return MurmurHash3.hash128x64(id.apply(row).getBytes(StandardCharsets.UTF_8));
    }

    /** By the half that does not choose the place in the table. */
    private int part(long[] hash) {
        return (int) Long.remainderUnsigned(hash[1], parts);
    }
}
