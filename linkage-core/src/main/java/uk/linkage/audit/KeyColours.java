package uk.linkage.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.hub.block.EncodedTable;

/**
 * The colours of a table's records, round by round, and who shares which match key. Equal colours of two tables mean that what is around two
 * records looks the same, up to chance of 64 bits. One thread.
 */
final class KeyColours {
    private final List<int[]> groups;
    private final List<int[][]> members;
    private final List<long[]> rounds = new ArrayList<>();

    /** @param register whose fields and keys are the only ones that count */
    KeyColours(EncodedTable table, int keys, EncodedTable register) {
        this.groups = IntStream.range(0, keys)
                .mapToObj(key -> table.key(key).groups())
                .toList();
        this.members = groups.stream().map(KeyColours::members).toList();
        rounds.add(first(table, register));
    }

    private static int[][] members(int[] groups) {
        int[] sizes = new int[IntStream.of(groups).max().orElse(-1) + 1];
        IntStream.of(groups).filter(group -> group >= 0).forEach(group -> sizes[group]++);
        int[][] members = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= 0) {
                members[groups[row]][--sizes[groups[row]]] = row;
            }
        }
        return members;
    }

    private static long[] first(EncodedTable table, EncodedTable register) {
        int fields = IntStream.range(0, register.rows()).map(register::presence).reduce(0, (a, b) -> a | b);
        long held =
                IntStream.range(0, register.rows()).mapToLong(register::keys).reduce(0, (a, b) -> a | b);
        long[] first = new long[table.rows()];
        for (int row = 0; row < first.length; row++) {
            first[row] = mixed(mixed(table.presence(row) & fields) + (table.keys(row) & held));
        }
        return first;
    }

    int rows() {
        return rounds.get(0).length;
    }

    int keys() {
        return groups.size();
    }

    /** The colour of each record in a round, from 0. */
    long[] of(int round) {
        return rounds.get(round);
    }

    /** Who has the same token as a record, itself among them; nobody where it has none. */
    int[] sharing(int key, int row) {
        int group = groups.get(key)[row];
        return group < 0 ? new int[0] : members.get(key)[group];
    }

    /** The next round: with the colour so far, of each key the sum of its other sharers' mixed colours. */
    void refine() {
        long[] before = rounds.get(rounds.size() - 1);
        long[] after = new long[before.length];
        for (int row = 0; row < before.length; row++) {
            after[row] = mixed(before[row] + 1);
        }
        for (int key = 0; key < groups.size(); key++) {
            for (int[] sharers : members.get(key)) {
                add(key, sharers, before, after);
            }
        }
        rounds.add(after);
    }

    private static void add(int key, int[] sharers, long[] before, long[] after) {
        long sum = 0;
        for (int row : sharers) {
            sum += mixed(before[row]);
        }
        for (int row : sharers) {
            after[row] += mixed(mixed(sum - mixed(before[row])) + 31L * key + sharers.length);
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mixed(long bits) {
        long a = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
        return b ^ b >>> 31;
    }
}
