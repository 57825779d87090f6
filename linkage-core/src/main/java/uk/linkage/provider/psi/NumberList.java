package uk.linkage.provider.psi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.psi.NumberRows.Counts;

/**
 * The distinct NHS Numbers of a provider, in order of the numbers. Never prints.
 *
 * <pre>{@code
 * NumberList numbers = NumberList.of(rows);
 * }</pre>
 */
public final class NumberList {
    private final String[] numbers;
    private final Counts counts;

    private NumberList(String[] numbers, Counts counts) {
        this.numbers = numbers;
        this.counts = counts;
    }

    /**
     * The numbers of all rows.
     *
     * @throws ExtractFault where there is none
     */
    public static NumberList of(NumberRows rows) {
        Set<String> distinct = new TreeSet<>();
        Counts counts = rows.forEach((row, number) -> distinct.add(number));
        if (distinct.isEmpty()) {
            throw new ExtractFault(rows.name(), "has no row with a valid NHS Number", "");
        }
        return new NumberList(distinct.toArray(String[]::new), counts);
    }

    /** How many. */
    public int size() {
        return numbers.length;
    }

    /** What became of the rows that they are from. */
    public Counts counts() {
        return counts;
    }

    String get(int place) {
        return numbers[place];
    }

    byte[] bytes(int place) {
        return numbers[place].getBytes(StandardCharsets.US_ASCII);
    }

    /** By which a provider sees that its list is the same as before. For its own eyes: it is under no key. */
    byte[] digest() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (int i = 0; i < size(); i++) {
            digest.update(bytes(i));
        }
        return digest.digest();
    }

    @Override
    public String toString() {
        return "NumberList[" + size() + "]";
    }
}
