package uk.linkage.bloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {

    @Test
    void withoutAVectorKernelThePlainOneIsUsedAndSaysWhy() {
        KernelChoice choice = KernelChoice.chosen();
        assertThat(choice.name()).isEqualTo("plain");
        assertThat(choice.reason()).endsWith("has no vector kernel");
    }

    @Test
    void theHighestRankingThatRunsIsChosen() {
        List<BitKernel> kernels = List.of(new ScalarKernel(), new PlainKernel(), new Unfit());
        assertThat(KernelChoice.of(kernels)).hasToString("plain: not unfit, since it is of another world");
        assertThat(KernelChoice.of(List.of()).name()).isEqualTo("scalar");
    }

    private static final class Unfit implements BitKernel {
        @Override
        public Columns columns(long[] bits, int words, int rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String name() {
            return "unfit";
        }

        @Override
        public int rank() {
            return 99;
        }

        @Override
        public boolean runs() {
            return false;
        }

        @Override
        public String reason() {
            return "it is of another world";
        }
    }
}
