package uk.linkage.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which record is which row of a register so far, by {@link KeyColours} of both. One thread. */
final class KeyNaming {
    private final KeyColours file;
    private final KeyColours register;
    private final int[] rows;
    private final int[] records;

    KeyNaming(KeyColours file, KeyColours register) {
        this.file = file;
        this.register = register;
        this.rows = new int[file.rows()];
        this.records = new int[register.rows()];
        Arrays.fill(rows, Scene.NOBODY);
        Arrays.fill(records, Scene.NOBODY);
    }

    /** The row of each record, {@link Scene#NOBODY} where none is known. */
    int[] rows() {
        return rows.clone();
    }

    /** Names who alone has a colour on either side, among those not named yet. */
    void nameByColour(int round) {
        name(
                round,
                IntStream.range(0, rows.length).toArray(),
                IntStream.range(0, records.length).toArray());
    }

    private boolean name(int round, int[] among, int[] amongRows) {
        Map<Long, Integer> alone = alone(file.of(round), among, rows);
        Map<Long, Integer> aloneThere = alone(register.of(round), amongRows, records);
        boolean any = false;
        for (Map.Entry<Long, Integer> one : alone.entrySet()) {
            int record = one.getValue();
            int row = aloneThere.getOrDefault(one.getKey(), Scene.NOBODY);
            if (record != Scene.NOBODY && row != Scene.NOBODY) {
                rows[record] = row;
                records[row] = record;
                any = true;
            }
        }
        return any;
    }

    private static Map<Long, Integer> alone(long[] colours, int[] among, int[] named) {
        Map<Long, Integer> alone = new HashMap<>();
        for (int one : among) {
            if (named[one] == Scene.NOBODY) {
                alone.merge(colours[one], one, (a, b) -> Scene.NOBODY);
            }
        }
        return alone;
    }

    /** From every named record to those who share a key with it, until nobody more can be named. */
    void follow() {
        boolean any = true;
        while (any) {
            any = false;
            for (int record = 0; record < rows.length; record++) {
                any |= rows[record] != Scene.NOBODY && followFrom(record);
            }
        }
    }

    private boolean followFrom(int record) {
        boolean any = false;
        for (int key = 0; key < file.keys(); key++) {
            int[] sharers = file.sharing(key, record);
            int[] sharersThere = register.sharing(key, rows[record]);
            any |= sharers.length > 1 && sharersThere.length > 1 && name(1, sharers, sharersThere);
        }
        return any;
    }
}
