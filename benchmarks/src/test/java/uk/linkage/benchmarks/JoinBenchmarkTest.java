package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.KernelChoice;
import uk.linkage.bloom.search.SimilarPairs;

class JoinBenchmarkTest {

    @Test
    void everyKernelFindsThePairsOfTheDefinition() throws IOException {
        JoinBenchmark benchmark = new JoinBenchmark();
        benchmark.rows = 1100;
        benchmark.bits = 1024;
        benchmark.prepare();
        EncodingTable left = benchmark.plain.left();
        EncodingTable right = benchmark.plain.right();
        List<Integer> dice = plain(left, right, Similarity.DICE, JoinBenchmark.DICE, false);
        List<Integer> within = plain(right, right, Similarity.DICE, JoinBenchmark.DICE, true);
        List<Integer> agreement = plain(
                benchmark.diffused.left(),
                benchmark.diffused.right(),
                Similarity.AGREEMENT,
                JoinBenchmark.AGREEMENT,
                false);
        assertThat(dice).hasSizeGreaterThan(300);
        assertThat(agreement).hasSizeGreaterThan(300);
        for (BitKernel kernel : KernelChoice.found()) {
            benchmark.kernel = kernel.name();
            assertThat(listed(benchmark.dice())).as("%s", kernel).isEqualTo(dice);
            assertThat(listed(benchmark.within())).as("%s", kernel).isEqualTo(within);
            assertThat(listed(benchmark.agreement())).as("%s", kernel).isEqualTo(agreement);
        }
    }

    @Test
    void theRunTellsKernelAndPairsFound() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Choices choices = Choices.of("--rows", "1100", "--rounds", "1", "--kernel", "plain", "--copies", "2");
        JoinRun.run(choices, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("| between, DICE | plain | 0.8 | 1.21e+06 | ");
    }

    private static List<Integer> plain(
            EncodingTable left, EncodingTable right, Similarity similarity, double threshold, boolean within) {
        List<Integer> pairs = new ArrayList<>();
        for (int a = 0; a < left.rows(); a++) {
            for (int b = within ? a + 1 : 0; b < right.rows(); b++) {
                int shared = (left.count(a) + right.count(b) - left.differing(a, right, b)) / 2;
                if (similarity.of(shared, left.count(a), right.count(b), left.bits()) >= threshold) {
                    pairs.add(a * right.rows() + b);
                }
            }
        }
        return pairs;
    }

    private static List<Integer> listed(SimilarPairs pairs) {
        List<Integer> listed = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            listed.add(pairs.left(i) * 1100 + pairs.right(i));
        }
        return listed;
    }
}
