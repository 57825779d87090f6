package uk.linkage.benchmarks;

import java.util.List;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.KernelChoice;

/** Kernels by their names. */
final class Kernel {
    private Kernel() {}

    /**
     * The kernel of that name; of {@code fastest} the one that the library would use.
     *
     * @throws IllegalArgumentException where it is not there or does not run here, which is told with the reason
     */
    static BitKernel named(String name) {
        if (name.equals("fastest")) {
            return KernelChoice.chosen().kernel();
        }
        List<BitKernel> found = KernelChoice.found();
        return found.stream()
                .filter(kernel -> kernel.name().equals(name) && kernel.runs())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kernel " + name + " does not run here; of " + found + " is used " + KernelChoice.chosen()));
    }
}
