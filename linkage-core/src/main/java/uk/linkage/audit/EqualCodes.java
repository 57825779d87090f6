package uk.linkage.audit;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import uk.linkage.bloom.EncodingTable;

/** Which codes of a table are equal. */
final class EqualCodes {
    private EqualCodes() {}

    /** A number for each row, from 0, equal where codes are. */
    static int[] groups(EncodingTable table) {
        Map<LongBuffer, Integer> numbers = new HashMap<>();
        int[] groups = new int[table.rows()];
        for (int row = 0; row < groups.length; row++) {
            LongBuffer code = LongBuffer.wrap(table.array(), row * table.words(), table.words())
                    .slice();
            Integer known = numbers.putIfAbsent(code, numbers.size());
            groups[row] = known == null ? numbers.size() - 1 : known;
        }
        return groups;
    }
}
