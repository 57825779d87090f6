package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes study ids: fresh names for people that say nothing about them.
 *
 * <p>A study id is {@code S} and 80 random bits as 16 characters of Crockford's base32, such as {@code S7ZK0QW3N5XB1T9HM}. It is drawn,
 * not derived: no record, order, provider or cluster size can be read from it, and two runs give one person two unrelated ids unless the
 * second carries the first one's over ({@link Naming}). No id is given twice by one object, nor one that was given before it.
 *
 * <pre>{@code
 * StudyIds ids = new StudyIds(new SecureRandom());
 * List<String> oneForEachCluster = ids.fresh(clusters.count());
 * String one = ids.next();
 * StudyIds further = new StudyIds(new SecureRandom(), former.everGiven()); // for a run after another
 * }</pre>
 *
 * <p>In earnest the generator must be a {@link java.security.SecureRandom}; a seeded one is for tests and rehearsals. A generator that
 * repeats itself is found out and refused. Belongs to one thread. Alphabet: D. Crockford, Base 32, which leaves out I, L, O and U.
 */
public final class StudyIds {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 17;
    /** Bytes in an id. */
    public static final int BYTES = 10;

    private static final int PATIENCE = 100;

    private final RandomGenerator random;
    private final Set<String> given;

    public StudyIds(RandomGenerator random) {
        this(random, Set.of());
    }

    /** @param givenBefore ids never to be drawn again, whether they are in use or retired */
    public StudyIds(RandomGenerator random, Collection<String> givenBefore) {
        this.random = random;
        this.given = new HashSet<>(givenBefore);
    }

    /** Whether a text has the shape of a study id. */
    public static boolean isStudyId(String text) {
        boolean fits = text.length() == LENGTH && text.charAt(0) == 'S';
        for (int i = 1; fits && i < LENGTH; i++) {
            fits = ALPHABET.indexOf(text.charAt(i)) >= 0;
        }
        return fits;
    }

    /** So many different ids, none given before. */
    public List<String> fresh(int count) {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(next());
        }
        return ids;
    }

    /** An id not given before. */
    public String next() {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            String id = draw();
            if (given.add(id)) {
                return id;
            }
        }
        throw new IllegalStateException("the random generator repeats itself: " + PATIENCE + " study ids were not new");
    }

    private String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /**
     * The id of ten bytes.
     *
     * @throws IllegalArgumentException where they are more or fewer
     */
    public static String of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a study id has " + BYTES + " bytes");
        }
        return "S" + base32(bytes, 0) + base32(bytes, BYTES / 2);
    }

    /** Five bytes as eight characters of five bits each. */
    private static String base32(byte[] bytes, int from) {
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << Byte.SIZE | Byte.toUnsignedLong(bytes[from + i]);
        }
        StringBuilder text = new StringBuilder(8);
        for (int shift = 35; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
        return text.toString();
    }
}
