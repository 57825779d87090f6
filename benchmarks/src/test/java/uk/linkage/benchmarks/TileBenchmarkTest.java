package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.bloom.EncodingTable;

class TileBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048})
    void everyCountOfATileIsThatOfItsBits(int bits) throws IOException {
        TileBenchmark benchmark = new TileBenchmark();
        benchmark.bits = bits;
        benchmark.prepare();
        assertThat(benchmark.left.bits()).isEqualTo(bits);
        assertThat(benchmark.shared()).isEqualTo(plain(benchmark, (a, b) -> a & b));
        assertThat(benchmark.differing()).isEqualTo(plain(benchmark, (a, b) -> a ^ b));
    }

    private static int[] plain(TileBenchmark benchmark, IntBinaryOperator both) {
        int[] counts = new int[TileBenchmark.TILE * TileBenchmark.TILE];
        for (int i = 0; i < counts.length; i++) {
            for (int bit = 0; bit < benchmark.bits; bit++) {
                counts[i] += both.applyAsInt(
                        bit(benchmark.left, i / TileBenchmark.TILE, bit),
                        bit(benchmark.right, i % TileBenchmark.TILE, bit));
            }
        }
        return counts;
    }

    private static int bit(EncodingTable table, int row, int bit) {
        return (int) (table.word(row, bit / 64) >>> (bit % 64)) & 1;
    }
}
