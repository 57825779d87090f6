package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalIdsTest {

    @Test
    void aPlainSetSaysTheSameHoweverManyLooksAreTaken() throws IOException {
        for (int rows : new int[] {1, 2, 63, 500}) {
            ExtractSource extract = extract(rows);
            for (int most : new int[] {1, 7, 100, 1000}) {
                assertThat(repeated(extract, row -> true, most))
                        .as("%d rows, %d at a time", rows, most)
                        .isEqualTo(plain(extract, row -> true));
            }
        }
    }

    @Test
    void rowsThatDoNotCountLendTheirIdsToNobody() throws IOException {
        ExtractSource extract = extract(500);
        Predicate<Row> odd = row -> row.line() % 2 == 1;
        assertThat(plain(extract, odd)).isNotEqualTo(plain(extract, row -> true));
        assertThat(repeated(extract, odd, 20)).isEqualTo(plain(extract, odd));
    }

    private static List<Long> repeated(ExtractSource extract, Predicate<Row> counts, int most) {
        LocalIds ids = LocalIds.of(extract, row -> row.cell(0), counts, most);
        try (Stream<Row> rows = extract.rows()) {
            return rows.filter(counts)
                    .filter(row -> !ids.isNew(row))
                    .map(Row::line)
                    .toList();
        }
    }

    private static List<Long> plain(ExtractSource extract, Predicate<Row> counts) {
        Set<String> seen = new HashSet<>();
        try (Stream<Row> rows = extract.rows()) {
            return rows.filter(counts)
                    .filter(row -> !seen.add(row.cell(0)))
                    .map(Row::line)
                    .toList();
        }
    }

    /** Ids of which about a third come again. */
    private static ExtractSource extract(int rows) throws IOException {
        Random random = new Random(rows);
        StringBuilder text = new StringBuilder("local_id,surname\n");
        IntStream.range(0, rows).forEach(i -> text.append(random.nextInt(rows)).append(",Smith\n"));
        return Extracts.ofText(text.toString());
    }
}
