package uk.linkage.benchmarks.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What measurements were made on, for people. */
public final class Machine {
    private static final long KIB_PER_GIB = 1 << 20;

    private Machine() {}

    /** Processors, memory, system, and Java of this process, in a line. */
    public static String text() throws IOException {
        return String.join(
                ", ",
                Runtime.getRuntime().availableProcessors() + " processors",
                told("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    /** How many processes wanted a processor over the last minute, or {@code not told}. */
    public static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "not told" : String.format(Locale.ROOT, "%.2f", load);
    }

    private static String memory() throws IOException {
        String kib = told("/proc/meminfo", "MemTotal", "").replaceAll("\\D", "");
        return kib.isEmpty() ? "memory not told" : Long.parseLong(kib) / KIB_PER_GIB + " GiB";
    }

    private static String told(String file, String name, String otherwise) throws IOException {
        if (!Files.exists(Path.of(file))) {
            return otherwise;
        }
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
