package uk.linkage.provider.clk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.Similarity;

/** As anonlink compares CLKs, by Dice, a person written in two ways is nearer to herself than to anybody else. */
class ClkSimilarityTest {
    private static final List<List<String>> PEOPLE = List.of(
            List.of("ZENOBIA", "QUILLON", "14/02/1980"),
            List.of("ZENOBIA", "VESPERTINE", "01/12/1931"),
            List.of("ORLANDO", "QUILLON", "23/07/1980"),
            List.of("PHILIPPA", "TREVANION", "14/02/1955"));
    private static final List<List<String>> AGAIN = List.of(
            List.of("ZENOBIE", "QUILLON", "14/02/1980"),
            List.of("ZENOBIA", "VESPERTIN", "01/12/1931"),
            List.of("ORLANDO", "QUILLAN", "23/07/1908"),
            List.of("PHILIPA", "TREVANNION", "14/02/1955"));

    @ParameterizedTest
    @ValueSource(strings = {"{'type': 'blakeHash'}", "{'type': 'doubleHash', 'prevent_singularity': true}"})
    void aTruePairRanksOverAFalseOne(String hash) {
        String schema = Schemas.of(
                Schemas.feature("forename", "'type': 'string'", "'hash': " + hash),
                Schemas.feature("surname", "'type': 'string'", "'hash': " + hash),
                Schemas.feature("born", "'type': 'date', 'format': '%d/%m/%Y'", "'hash': " + hash));
        List<Encoding> others =
                PEOPLE.stream().map(person -> encoding(schema, person)).toList();
        for (int i = 0; i < AGAIN.size(); i++) {
            Encoding one = encoding(schema, AGAIN.get(i));
            assertThat(others.stream().max(Comparator.comparingDouble(other -> dice(one, other))))
                    .containsSame(others.get(i));
        }
    }

    private static double dice(Encoding a, Encoding b) {
        return Similarity.DICE.of(a.shared(b), a.count(), b.count(), a.bits());
    }

    /** The order of bits within a byte is another, which no count of bits sees. */
    private static Encoding encoding(String schema, List<String> person) {
        byte[] clk = Schemas.clk(schema, person.toArray(String[]::new));
        return Encoding.ofBytes(ByteBuffer.wrap(clk), 8 * clk.length);
    }
}
