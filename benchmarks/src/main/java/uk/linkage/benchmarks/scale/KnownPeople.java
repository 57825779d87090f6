package uk.linkage.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Who a provider's records truly are, in two columns of numbers: 12 bytes a record, so that ten million fit where text would not.
 *
 * <p>A local id of at most eight characters of ASCII is a number as it stands, a byte for each; no two are the same number.
 */
final class KnownPeople {
    private static final int LONGEST = Long.BYTES;

    /** In order. */
    private final long[] localIds;
    /** The person of each. */
    private final int[] people;

    private KnownPeople(long[] localIds, int[] people) {
        this.localIds = localIds.clone();
        Arrays.sort(this.localIds);
        this.people = new int[people.length];
        for (int row = 0; row < people.length; row++) {
            this.people[Arrays.binarySearch(this.localIds, localIds[row])] = people[row];
        }
    }

    /** Of one provider, from {@code provider,local_id,person} with people as P and a number. */
    static KnownPeople read(Path truth, String provider) throws IOException {
        long[] localIds = new long[1024];
        int[] people = new int[1024];
        int count = 0;
        String prefix = provider + ',';
        try (BufferedReader rows = Files.newBufferedReader(truth, StandardCharsets.UTF_8)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (row.startsWith(prefix)) {
                    if (count == people.length) {
                        localIds = Arrays.copyOf(localIds, count + (count >> 1));
                        people = Arrays.copyOf(people, count + (count >> 1));
                    }
                    int comma = row.lastIndexOf(',');
                    localIds[count] = number(row.substring(prefix.length(), comma));
                    people[count++] = Integer.parseInt(row, comma + 2, row.length(), 10);
                }
            }
        }
        return new KnownPeople(Arrays.copyOf(localIds, count), Arrays.copyOf(people, count));
    }

    /** Whether two records are of one person; those the truth does not name are not. */
    boolean isSame(String localId, KnownPeople other, String otherLocalId) {
        OptionalInt one = personOf(localId);
        return one.isPresent() && one.equals(other.personOf(otherLocalId));
    }

    /** How many people both hold. */
    long shared(KnownPeople other) {
        BitSet own = new BitSet();
        Arrays.stream(people).forEach(own::set);
        return Arrays.stream(other.people).filter(own::get).count();
    }

    private OptionalInt personOf(String localId) {
        int at = Arrays.binarySearch(localIds, number(localId));
        return at >= 0 ? OptionalInt.of(people[at]) : OptionalInt.empty();
    }

    static long number(String localId) {
        if (localId.isEmpty() || localId.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a local id (" + localId.length() + " characters) must have between 1 and " + LONGEST);
        }
        long number = 0;
        for (int i = 0; i < localId.length(); i++) {
            if (localId.charAt(i) < 1 || localId.charAt(i) > 127) {
                throw new IllegalArgumentException("a local id must be ASCII");
            }
            number = number << Byte.SIZE | localId.charAt(i);
        }
        return number;
    }
}
