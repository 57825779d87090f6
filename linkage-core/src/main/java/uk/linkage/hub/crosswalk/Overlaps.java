package uk.linkage.hub.crosswalk;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many records each former id and each person have in common, in columns: only those with any, by former id and then
 * by person.
 */
final class Overlaps {
    private final int[] former;
    private final int[] person;
    private final int[] records;
    private final int[] ofFormer;
    private final int[] ofPerson;

    private Overlaps(long[] keys, int[] records, int formers, int people) {
        this.former = Arrays.stream(keys).mapToInt(key -> (int) (key >>> 32)).toArray();
        this.person = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        this.records = records;
        this.ofFormer = counts(former, formers);
        this.ofPerson = counts(person, people);
    }

    static Overlaps of(FormerNumbers former, People people) {
        long[] all = IntStream.range(0, former.of().length)
                .filter(record -> former.of()[record] != FormerNumbers.NONE)
                .mapToLong(record -> (long) former.of()[record] << 32 | people.personOf()[record])
                .sorted()
                .toArray();
        long[] keys = Arrays.stream(all).distinct().toArray();
        int[] records = new int[keys.length];
        int at = 0;
        for (long key : all) {
            at += key == keys[at] ? 0 : 1;
            records[at]++;
        }
        return new Overlaps(keys, records, former.ids().size(), people.count());
    }

    private static int[] counts(int[] numbers, int bound) {
        int[] counts = new int[bound];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }

    int size() {
        return records.length;
    }

    int former(int overlap) {
        return former[overlap];
    }

    int person(int overlap) {
        return person[overlap];
    }

    int records(int overlap) {
        return records[overlap];
    }

    /** How many people have records of a former id. */
    int people(int formerId) {
        return ofFormer[formerId];
    }

    /** Whether the former id has records elsewhere, or the person records of another former id. */
    boolean contested(int overlap) {
        return ofFormer[former[overlap]] > 1 || ofPerson[person[overlap]] > 1;
    }
}
