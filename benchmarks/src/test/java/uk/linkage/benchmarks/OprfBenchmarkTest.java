package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.linkage.provider.oprf.Elements;

class OprfBenchmarkTest {

    @Test
    void pointsAreRaisedAndProven() {
        OprfBenchmark benchmark = new OprfBenchmark();
        benchmark.prepare();
        Elements blinded = benchmark.hashAndBlind();
        Elements raised = benchmark.raise();
        assertThat(raised.size()).isEqualTo(OprfBenchmark.NUMBERS).isEqualTo(blinded.size());
        assertThat(raised.requireDistinct().get(5)).isNotEqualTo(blinded.get(5));
        assertThat(benchmark.check()).isTrue();
    }
}
