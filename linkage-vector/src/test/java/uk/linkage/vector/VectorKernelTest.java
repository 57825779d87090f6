package uk.linkage.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.linkage.bloom.kernel.KernelCheck;
import uk.linkage.bloom.kernel.KernelChoice;

class VectorKernelTest {

    @Test
    void itLeavesThePairsOfTheDefinition() {
        KernelCheck.check(new VectorKernel());
    }

    @Test
    void itRunsHere() {
        assertThat(new VectorKernel().runs()).as(new VectorKernel().reason()).isTrue();
    }

    /** Never skipped: where vectors are wide it must be the one in use, and elsewhere it must say why it is not. */
    @Test
    void itIsInUseWhereVectorsAreWide() {
        KernelChoice choice = KernelChoice.chosen();
        if (Lanes.bits() >= 256) {
            assertThat(choice).hasToString("vector: the fastest that runs here");
        } else {
            assertThat(choice.name()).isEqualTo("plain");
            assertThat(choice.reason())
                    .contains("not vector, since vectors are only " + Lanes.bits() + " bits wide here");
        }
    }
}
