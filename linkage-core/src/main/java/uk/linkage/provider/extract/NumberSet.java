package uk.linkage.provider.extract;

import java.util.Arrays;
import java.util.stream.Stream;
import uk.linkage.provider.person.NhsNumber;

/**
 * A set of NHS Numbers, sorted in one array: 8 bytes a number, where a set of texts takes over a hundred. Never prints one.
 *
 * <pre>{@code
 * NumberSet.Builder builder = new NumberSet.Builder();
 * builder.add(number);
 * builder.build().contains(number);
 * }</pre>
 */
public final class NumberSet {
    private final long[] sorted;

    private NumberSet(long[] sorted) {
        this.sorted = sorted;
    }

    boolean contains(NhsNumber number) {
        return contains(value(number));
    }

    boolean containsAll(NumberSet other) {
        return Arrays.stream(other.sorted).allMatch(this::contains);
    }

    /** How many there are. */
    public int size() {
        return sorted.length;
    }

    /** Ten digits each, in rising order: this names people. */
    public Stream<String> revealed() {
        return Arrays.stream(sorted).mapToObj("%010d"::formatted);
    }

    private boolean contains(long number) {
        return Arrays.binarySearch(sorted, number) >= 0;
    }

    private static long value(NhsNumber number) {
        return Long.parseLong(number.reveal());
    }

    @Override
    public String toString() {
        return "NumberSet[" + sorted.length + "]";
    }

    /** Takes numbers as they come, repeated or not. */
    public static final class Builder {
        private long[] numbers = new long[1024];
        private int taken;

        /** Takes one. */
        public void add(NhsNumber number) {
            if (taken == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * taken);
            }
            numbers[taken++] = value(number);
        }

        /** All that were taken, each once. */
        public NumberSet build() {
            Arrays.sort(numbers, 0, taken);
            return new NumberSet(Arrays.stream(numbers, 0, taken).distinct().toArray());
        }
    }
}
