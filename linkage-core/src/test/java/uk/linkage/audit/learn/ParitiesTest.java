package uk.linkage.audit.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;

/** Codes that are exclusive ors of what belongs to each trait, a tenth of their bits turned over. */
class ParitiesTest {
    private static final int TRAITS = 60;
    private static final int EACH = 8;
    private static final int PEOPLE = 600;
    private static final int KNOWN = 500;
    private static final double SET = 0.1;
    private static final double WRONG = 0.1;

    private final SplittableRandom random = new SplittableRandom(5);
    private final long[] columns =
            LongStream.generate(() -> randomWord(SET)).limit(TRAITS).toArray();

    @Test
    void aCodeIsNamedAmongAllCandidates() {
        int[][] traits = new int[PEOPLE][];
        Arrays.setAll(traits, person -> traits());
        float[] priors = new float[TRAITS];
        Arrays.fill(priors, (float) (1 - 2 * SET));
        CodeBits codes = CodeBits.of(List.of(codes(traits)), 64);
        Known known = new Known(Arrays.copyOf(traits, KNOWN), priors, (float) (1 - 2 * WRONG), codes.people(0, KNOWN));
        float[][] scores = new Parities(20)
                .learn(known)
                .scores(codes.people(KNOWN, PEOPLE), Arrays.copyOfRange(traits, KNOWN, PEOPLE));
        assertThat(Ranks.within(1, Ranks.of(scores))).isGreaterThan(0.95);
    }

    private int[] traits() {
        return random.ints(0, TRAITS).distinct().limit(EACH).toArray();
    }

    private EncodingTable codes(int[][] traits) {
        EncodingTable.Builder table = EncodingTable.builder(64);
        for (int[] person : traits) {
            long code = randomWord(WRONG);
            for (int trait : person) {
                code ^= columns[trait];
            }
            table.add(new Encoding(new long[] {code}));
        }
        return table.build();
    }

    private long randomWord(double share) {
        long word = 0;
        for (int bit = 0; bit < 64; bit++) {
            word |= (random.nextDouble() < share ? 1L : 0) << bit;
        }
        return word;
    }
}
