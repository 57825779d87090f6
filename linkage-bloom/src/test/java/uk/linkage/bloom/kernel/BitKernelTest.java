package uk.linkage.bloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Fixtures;

class BitKernelTest {

    @Test
    void countsAreThoseOfTheDefinitionOnEveryAwkwardSize() {
        Random random = new Random(3);
        for (int bits : new int[] {64, 128, 192, 1024, 1088}) {
            for (int rows : new int[] {1, 2, 7, 9}) {
                check(Fixtures.table(random, rows + 2, bits, 0.5), Fixtures.table(random, rows + 1, bits, 0.2), rows);
            }
        }
    }

    @Test
    void columnsCountAsTheDefinitionDoesOnEveryAwkwardSize() {
        Random random = new Random(4);
        int[] counts = new int[WordColumns.RUN];
        for (int bits : new int[] {64, 128, 192, 1024, 1088}) {
            for (int rows : new int[] {1, 255, 256, 257, 700}) {
                EncodingTable left = Fixtures.table(random, 3, bits, 0.5);
                EncodingTable right = Fixtures.table(random, rows, bits, 0.4);
                WordColumns columns = WordColumns.of(right.array(), right.words(), rows);
                int seen = 0;
                for (int run = 0; run < columns.runs(); run++) {
                    columns.differing(left.array(), 2 * left.words(), left.words(), run, counts);
                    for (int i = 0; i < columns.rows(run); i++) {
                        assertThat(counts[i]).isEqualTo(left.differing(2, right, seen++));
                    }
                }
                assertThat(seen).isEqualTo(rows);
            }
        }
    }

    private static void check(EncodingTable left, EncodingTable right, int rows) {
        int[] shared = new int[rows * rows];
        int[] differing = new int[rows * rows];
        BitKernel kernel = BitKernel.fastest();
        kernel.shared(left.array(), 2, rows, right.array(), 1, rows, left.words(), shared);
        kernel.differing(left.array(), 2, rows, right.array(), 1, rows, left.words(), differing);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                int wanted = 0;
                for (int w = 0; w < left.words(); w++) {
                    wanted += Long.bitCount(left.word(i + 2, w) & right.word(j + 1, w));
                }
                assertThat(shared[i * rows + j]).isEqualTo(wanted);
                assertThat(differing[i * rows + j]).isEqualTo(left.count(i + 2) + right.count(j + 1) - 2 * wanted);
            }
        }
    }
}
