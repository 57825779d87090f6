package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.linkage.exchange.SealedReader;

class SealBenchmarkTest {

    @Test
    void aFileHoldsTheRecordsThatAreCounted() throws IOException {
        SealBenchmark benchmark = new SealBenchmark();
        SealBenchmark.Records records = new SealBenchmark.Records();
        benchmark.people = 600;
        benchmark.prepare();
        try {
            benchmark.seal(records);
            assertThat(records.records).isPositive();
            assertThat(SealedReader.open(benchmark.sealed).counts().sealed()).isEqualTo(records.records);
        } finally {
            benchmark.clear();
        }
    }
}
