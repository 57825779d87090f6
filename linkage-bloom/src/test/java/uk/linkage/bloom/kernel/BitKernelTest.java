package uk.linkage.bloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BitKernelTest {

    @Test
    void thePlainKernelLeavesThePairsOfTheDefinition() {
        KernelCheck.check(new PlainKernel());
    }

    @Test
    void theDefinitionCountsSharedBits() {
        long[] bits = {0b1111L, 0b0110L};
        Columns columns = new ScalarKernel().columns(bits, 1, 2);
        Queries queries = new Queries(new long[] {0b0111L}, 1, new int[] {5}, new int[] {4});
        int[] found = new int[Columns.RUN];
        int[] rest = new int[Columns.RUN];
        int[] more = new int[Columns.RUN];
        assertThat(columns.survivors(queries, 0, 1, rest, more, found)).isZero();
        rest[0] = 1; // three shared and one perhaps
        assertThat(columns.survivors(queries, 0, 1, rest, more, found)).isEqualTo(1);
        assertThat(found[0]).isZero();
        more[0] = 1;
        assertThat(columns.survivors(queries, 0, 1, rest, more, found)).isZero();
    }
}
