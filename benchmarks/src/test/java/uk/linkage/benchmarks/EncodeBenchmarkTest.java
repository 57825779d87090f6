package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.TokenSet;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.RecordTokens;
import uk.linkage.provider.tokenise.Tokeniser;

class EncodeBenchmarkTest {
    private static final int RECORDS = 40;

    @Test
    void everyRecordIsWhatTheDefinitionSays() throws IOException {
        for (boolean address : new boolean[] {false, true}) {
            EncodeBenchmark benchmark = benchmark(200, address);
            Tokeniser tokeniser = new Tokeniser(benchmark.agreement, Encoded.secret(1));
            for (Person person : benchmark.persons.subList(0, RECORDS)) {
                assertThat(benchmark.encode()).isEqualTo(plain(benchmark.agreement, tokeniser, person));
            }
        }
    }

    @Test
    void rowsAndBuffersGiveTheSameRecordsAsPeople() throws IOException {
        EncodeBenchmark people = benchmark(200, false);
        EncodeBenchmark buffers = benchmark(200, false);
        EncodeBenchmark rows = benchmark(200, false);
        EncodeBenchmark rowBuffers = benchmark(200, false);
        for (int i = 0; i < RECORDS; i++) {
            EncodedRecord record = people.encode();
            assertThat(buffers.fill().toRecord()).isEqualTo(record);
            assertThat(rows.encodeRow()).isEqualTo(record);
            assertThat(rowBuffers.fillRow().toRecord()).isEqualTo(record);
        }
    }

    @Test
    void afterTheLastPersonTheFirstIsNext() throws IOException {
        EncodeBenchmark benchmark = benchmark(20, false);
        EncodedRecord first = benchmark.encode();
        for (int i = 1; i < benchmark.persons.size(); i++) {
            assertThat(benchmark.encode()).isNotEqualTo(first);
        }
        assertThat(benchmark.encode()).isEqualTo(first);
    }

    private static EncodeBenchmark benchmark(int people, boolean address) throws IOException {
        EncodeBenchmark benchmark = new EncodeBenchmark();
        benchmark.people = people;
        benchmark.address = address;
        benchmark.prepare();
        return benchmark;
    }

    private static EncodedRecord plain(Agreement agreement, Tokeniser tokeniser, Person person) {
        RecordTokens tokens = tokeniser.tokens(person);
        List<Encoding> codes = new ArrayList<>();
        for (int view = 0; view < agreement.views().size(); view++) {
            boolean[] filter =
                    filter(tokens.views().get(view), agreement.filter().bits());
            codes.add(code(filter, tokeniser.hardening(agreement.views().get(view)), agreement));
        }
        return new EncodedRecord(
                tokens.localId(), tokens.presence(), tokens.keys().toList(), codes);
    }

    private static boolean[] filter(TokenSet tokens, int bits) {
        boolean[] filter = new boolean[bits];
        tokens.forEach(token -> {
            for (int position : new BitStream(token.digest()).distinct(token.positions(), bits)) {
                filter[position] = true;
            }
        });
        return filter;
    }

    /** Diffusion is linear: the code of a filter is the exclusive or of the codes of its bits, each on its own. */
    private static Encoding code(boolean[] filter, Hardening.Keyed hardening, Agreement agreement) {
        long[] code = new long[agreement.codeBits() / 64];
        for (int bit = 0; bit < filter.length; bit++) {
            if (filter[bit]) {
                long[] alone = new long[filter.length / 64];
                alone[bit / 64] = 1L << (bit % 64);
                long[] words = new long[code.length];
                hardening.apply(new Encoding(alone)).copyTo(words, 0);
                for (int word = 0; word < code.length; word++) {
                    code[word] ^= words[word];
                }
            }
        }
        return new Encoding(code);
    }
}
