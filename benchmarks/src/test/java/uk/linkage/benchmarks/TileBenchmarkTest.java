package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.Columns;
import uk.linkage.bloom.kernel.KernelChoice;

class TileBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048, 4096})
    void everyKernelLeavesThePairsOfTheBits(int bits) throws IOException {
        Rehearsed rehearsed = Rehearsed.of(4 * TileBenchmark.TILE, bits);
        for (BitKernel kernel : KernelChoice.found()) {
            TileBenchmark benchmark = new TileBenchmark();
            benchmark.bits = bits;
            benchmark.kernel = kernel.name();
            benchmark.prepare(rehearsed);
            int[] left = Arrays.copyOf(benchmark.found, benchmark.survivors());
            Arrays.sort(left);
            assertThat(left).as("%s", kernel).isEqualTo(plain(benchmark));
        }
    }

    /** On Java 25 with the module it must be the vector kernel: the benchmarks are run so there. */
    @Test
    void theFastestKernelIsInUse() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        boolean wide = !KernelChoice.chosen().reason().contains("bits wide here");
        assertThat(KernelChoice.chosen().name())
                .as("%s", KernelChoice.chosen())
                .isEqualTo(module && wide ? "vector" : "plain");
        assertThat(module).isEqualTo(Runtime.version().feature() >= 25);
    }

    private static int[] plain(TileBenchmark benchmark) {
        return IntStream.range(0, TileBenchmark.TILE * Columns.RUN)
                .filter(pair ->
                        shared(benchmark, pair / Columns.RUN, pair % Columns.RUN) >= benchmark.need(pair / Columns.RUN))
                .toArray();
    }

    private static int shared(TileBenchmark benchmark, int row, int other) {
        int shared = 0;
        for (int bit = 0; bit < benchmark.bits; bit++) {
            shared += bit(benchmark.left, row, bit) & bit(benchmark.right, other, bit);
        }
        return shared;
    }

    private static int bit(EncodingTable table, int row, int bit) {
        return (int) (table.word(row, bit / 64) >>> (bit % 64)) & 1;
    }
}
