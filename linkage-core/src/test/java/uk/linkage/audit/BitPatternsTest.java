package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.bloom.EncodingTable;

class BitPatternsTest {
    @TempDir
    private Path folder;

    @Test
    void plainFiltersGiveTheirTokensAwayAndTheProfileDoesNot() throws IOException {
        Invented profile = Invented.of(600, folder);
        assertThat(profile.plain().rate(new BitPatterns())).isGreaterThan(0.2);
        assertThat(profile.rate(new BitPatterns())).isLessThan(0.01);
    }

    @Test
    void bitsThatATokenSetsAreFoundAmongThoseThatChanceDoes() {
        SplittableRandom random = new SplittableRandom(3);
        long token = 1L << 3 | 1L << 17 | 1L << 40 | 1L << 63;
        EncodingTable.Builder table = EncodingTable.builder(64);
        for (int row = 0; row < 400; row++) {
            long chance = random.nextLong() & random.nextLong();
            table.add(new long[] {row % 4 == 0 ? chance | token : chance}, 0);
        }
        List<BitPattern> patterns = BitPattern.mined(Holders.ofBits(table.build()), 400, 4, 40);
        assertThat(patterns).hasSize(1);
        assertThat(patterns.get(0).bits()).containsExactly(3, 17, 40, 63);
        assertThat(patterns.get(0).holders().count()).isBetween(100, 110);
    }

    @Test
    void patternsOfEqualFrequencyAreToldByWhatTheyComeWith() {
        double[][] patterns = {{0.5, 0.1, 0.2}, {0.1, 0.3, 0.05}, {0.2, 0.05, 0.3}};
        double[][] traits = {{0.3, 0.2, 0.05}, {0.2, 0.5, 0.1}, {0.05, 0.1, 0.3}};
        assertThat(PatternMeaning.of(patterns, traits)).containsExactly(1, 2, 0);
    }
}
