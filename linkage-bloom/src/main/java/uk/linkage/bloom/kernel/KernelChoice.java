package uk.linkage.bloom.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Which kernel is used here, and why no faster one.
 *
 * <pre>{@code
 * KernelChoice choice = KernelChoice.chosen();
 * log(choice.name() + ": " + choice.reason());
 * }</pre>
 */
public final class KernelChoice {
    private static final KernelChoice CHOSEN = of(found());

    private final BitKernel kernel;
    private final String reason;

    private KernelChoice(BitKernel kernel, String reason) {
        this.kernel = kernel;
        this.reason = reason;
    }

    /** The choice for this Java and this machine, made once. */
    public static KernelChoice chosen() {
        return CHOSEN;
    }

    /** The highest-ranking of those that run. */
    static KernelChoice of(List<BitKernel> kernels) {
        BitKernel best = kernels.stream()
                .filter(BitKernel::runs)
                .max(Comparator.comparingInt(BitKernel::rank))
                .orElseGet(ScalarKernel::new);
        return new KernelChoice(best, reason(best, kernels));
    }

    /** All kernels on the class path that this Java can load, those that do not run here among them. */
    public static List<BitKernel> found() {
        List<BitKernel> kernels = new ArrayList<>();
        Iterator<BitKernel> providers = ServiceLoader.load(BitKernel.class, KernelChoice.class.getClassLoader())
                .iterator();
        while (addNext(providers, kernels)) {}
        return kernels;
    }

    /** What is chosen. */
    public BitKernel kernel() {
        return kernel;
    }

    /** Its name. */
    public String name() {
        return kernel.name();
    }

    /** Why it and no other, in a sentence for reports. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return name() + ": " + reason;
    }

    /** Passes over a kernel that was made for a newer Java or lacks a class: it is as if it were not there. */
    private static boolean addNext(Iterator<BitKernel> providers, List<BitKernel> kernels) {
        try {
            if (!providers.hasNext()) {
                return false;
            }
            kernels.add(providers.next());
        } catch (ServiceConfigurationError | LinkageError unfit) {
            return true;
        }
        return true;
    }

    private static String reason(BitKernel best, List<BitKernel> kernels) {
        List<String> others = kernels.stream()
                .filter(other -> other != best && !other.reason().isEmpty())
                .map(other -> "not " + other.name() + ", since " + other.reason())
                .toList();
        if (!others.isEmpty()) {
            return String.join("; ", others);
        }
        return kernels.stream().anyMatch(other -> other.name().equals("vector"))
                ? "the fastest that runs here"
                : "the fastest in this build, which was not made on Java 25 or newer and so has no vector kernel";
    }
}
