package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;

class DiscoveryTest {
    private static final int DRAWS = 400;

    @TempDir
    private Path folder;

    private final Agreement agreement = SealedTables.agreement();
    private final List<Comparison> comparisons = Comparison.of(agreement);
    private Discovery discovery;

    /** Row 0 has all, row 1 no number, row 2 neither number nor postcode. */
    @BeforeEach
    void tables() throws IOException {
        List<String> rows = List.of(
                "A,9990000018,Katherine,Hillson,F,1980-12-31,LS1 4AP",
                "B,,Wilfred,Ogundimu,M,1951-02-03,HG2 8QT",
                "C,,Aoife,Brannigan,F,1977-07-19,");
        SealedTables tables = new SealedTables(folder, agreement);
        EncodedTable left = tables.of("left", rows);
        EncodedTable right = tables.of("right", rows);
        this.discovery = new Discovery(agreement, left, right, CandidatePairs.of(Blocking.of(agreement), left, right));
    }

    @Test
    void whatIsTheSameIsFoundForSure() {
        assertThat(found(1, 1, levels(1))).isEqualTo(DRAWS);
    }

    @Test
    void whatDiffersThroughoutIsNotFound() {
        assertThat(found(1, 1, different())).isZero();
    }

    @Test
    void oneNumberIsEnough() {
        byte[] levels = different();
        levels[levels.length - 1] = 1;
        assertThat(found(0, 0, levels)).isEqualTo(DRAWS);
    }

    @Test
    void anyOneFieldMayDiffer() {
        for (int field = 0; field < agreement.comparisons().size(); field++) {
            byte[] levels = levels(1);
            levels[field] = (byte) (comparisons.get(field).levels().size() - 1);
            assertThat(found(1, 1, levels)).as(comparisons.get(field).name()).isGreaterThan(DRAWS / 2);
        }
    }

    @Test
    void whatOneRecordLacksIsMissing() {
        byte[] levels = levels(1);
        discovery.hide(1, 2, levels);
        IntStream.range(0, levels.length)
                .forEach(c -> assertThat(levels[c] == Comparison.MISSING)
                        .as(comparisons.get(c).name())
                        .isEqualTo(List.of(Comparison.Role.PLACE, Comparison.Role.NUMBER, Comparison.Role.SWAP)
                                .contains(comparisons.get(c).role())));
    }

    private int found(int left, int right, byte[] levels) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] seen = levels.clone();
        discovery.hide(left, right, seen);
        return (int) IntStream.range(0, DRAWS)
                .filter(draw -> discovery.finds(left, right, seen, random))
                .count();
    }

    private byte[] levels(int level) {
        byte[] levels = new byte[comparisons.size()];
        Arrays.fill(levels, (byte) level);
        return levels;
    }

    private byte[] different() {
        byte[] levels = new byte[comparisons.size()];
        for (int c = 0; c < levels.length; c++) {
            levels[c] = (byte) (comparisons.get(c).levels().size() - 1);
        }
        return levels;
    }
}
