package uk.linkage.bloom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Fixtures;
import uk.linkage.bloom.Similarity;

class NearestTest {
    private record Neighbour(int row, double similarity) {}

    @Test
    void theNearestAreThoseOfTheDefinition() {
        for (int seed = 0; seed < 3; seed++) {
            for (int rows : new int[] {0, 1, 255, 257, 3000}) {
                check(seed, rows);
            }
        }
    }

    @Test
    void theNearestOfALargeTableAreThoseOfTheDefinition() {
        check(4, 30_000);
    }

    @Test
    void equallySimilarRowsComeInTheOrderOfTheTable() {
        EncodingTable.Builder same = EncodingTable.builder(64);
        for (int i = 0; i < 600; i++) {
            same.add(new Encoding(new long[] {i % 2 == 0 ? 7 : 3}));
        }
        Neighbours found = Nearest.of(same.build(), Similarity.DICE).to(new Encoding(new long[] {7}), 4, 0.5);
        assertThat(listed(found))
                .containsExactly(new Neighbour(0, 1), new Neighbour(2, 1), new Neighbour(4, 1), new Neighbour(6, 1));
    }

    @Test
    void anEmptyRecordIsNearNobody() {
        EncodingTable table = Fixtures.table(new Random(5), 10, 64, 0.5);
        Encoding empty = new Encoding(new long[1]);
        assertThat(Nearest.of(table, Similarity.AGREEMENT).to(empty, 3, 0).size())
                .isZero();
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Random random = new Random(6);
        Nearest nearest = Nearest.of(Fixtures.table(random, 10, 128, 0.5), Similarity.DICE);
        assertThatThrownBy(() -> nearest.to(Fixtures.random(random, 64, 0.5), 1, 0.5))
                .hasMessage("encoding (64 bits) must have 128");
        assertThatThrownBy(() -> nearest.to(Fixtures.random(random, 128, 0.5), 0, 0.5))
                .hasMessage("most (0) must be at least 1 and threshold (0.5) between 0 and 1");
    }

    private static void check(int seed, int rows) {
        Random random = new Random(seed);
        EncodingTable table = table(random, rows);
        for (Similarity similarity : Similarity.values()) {
            Nearest nearest = Nearest.of(table, similarity);
            for (double threshold : new double[] {0, 0.6, 0.9}) {
                Encoding wanted = rows > 0 && random.nextBoolean()
                        ? Fixtures.flipped(random, encoding(table, random.nextInt(rows)), 10)
                        : Fixtures.random(random, table.bits(), 0.4);
                int most = 1 + random.nextInt(40);
                assertThat(listed(nearest.to(wanted, most, threshold)))
                        .as("%s, seed %d, %d rows, the nearest %d from %s", similarity, seed, rows, most, threshold)
                        .isEqualTo(defined(table, similarity, wanted, most, threshold));
            }
        }
    }

    private static EncodingTable table(Random random, int rows) {
        EncodingTable.Builder table = EncodingTable.builder(192);
        for (int i = 0; i < rows; i++) {
            table.add(Fixtures.random(random, 192, random.nextInt(40) == 0 ? 0 : 0.3 + random.nextDouble() / 5));
        }
        return table.build();
    }

    private static Encoding encoding(EncodingTable table, int row) {
        return new Encoding(IntStream.range(0, table.words())
                .mapToLong(word -> table.word(row, word))
                .toArray());
    }

    private static List<Neighbour> defined(
            EncodingTable table, Similarity similarity, Encoding wanted, int most, double threshold) {
        return IntStream.range(0, table.rows())
                .filter(row -> table.count(row) > 0)
                .mapToObj(row -> new Neighbour(row, similarity(table, similarity, wanted, row)))
                .filter(neighbour -> neighbour.similarity() >= threshold)
                .sorted(Comparator.comparingDouble(Neighbour::similarity)
                        .reversed()
                        .thenComparingInt(Neighbour::row))
                .limit(wanted.count() == 0 ? 0 : most)
                .toList();
    }

    private static double similarity(EncodingTable table, Similarity similarity, Encoding wanted, int row) {
        int shared = wanted.shared(encoding(table, row));
        return similarity.of(shared, wanted.count(), table.count(row), table.bits());
    }

    private static List<Neighbour> listed(Neighbours neighbours) {
        List<Neighbour> listed = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            listed.add(new Neighbour(neighbours.row(i), neighbours.similarity(i)));
        }
        return listed;
    }
}
