package uk.linkage.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.bloom.kernel.KernelChoice;

/**
 * What a stage took in a JVM of its own.
 *
 * @param records gone through
 * @param wallSeconds of the stage, without the start of the JVM
 * @param cpuSeconds of the whole process: the JVM's start, its compiler and its collector too
 * @param peakMib the most memory that the process ever had in place, or where the system does not tell, the most heap in use
 * @param resident which of the two
 * @param kernel what compares bits there
 */
public record Cost(
        long records, double wallSeconds, double cpuSeconds, double peakMib, boolean resident, String kernel) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** So far, of this process. */
    static Cost ofThisProcess(long records, long startedNanos) throws IOException {
        double wall = (System.nanoTime() - startedNanos) / 1e9;
        Optional<Double> resident = peakResidentMib();
        return new Cost(
                records,
                wall,
                processSeconds(),
                resident.orElseGet(Cost::peakHeapMib),
                resident.isPresent(),
                KernelChoice.chosen().name());
    }

    /** Of a stage when it was last done there; nothing where that was not told. */
    public static Optional<Cost> of(Place place, Stage stage) throws IOException {
        Path file = place.cost(stage);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    static Cost read(Path file) throws IOException {
        JsonNode json = CanonicalJson.parse(Files.readAllBytes(file));
        return new Cost(
                json.path("records").asLong(),
                json.path("wall_seconds").asDouble(),
                json.path("cpu_seconds").asDouble(),
                json.path("peak_mib").asDouble(),
                json.path("resident").asBoolean(),
                json.path("kernel").asText());
    }

    void write(Path file) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("records", records).put("wall_seconds", wallSeconds).put("cpu_seconds", cpuSeconds);
        json.put("peak_mib", peakMib).put("resident", resident).put("kernel", kernel);
        Files.writeString(file, CanonicalJson.pretty(json));
    }

    /** On the wall. */
    public double recordsPerSecond() {
        return records / wallSeconds;
    }

    private static double processSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** Linux tells it as {@code VmHWM: 457944 kB}. */
    private static Optional<Double> peakResidentMib() throws IOException {
        if (!Files.exists(STATUS)) {
            return Optional.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst();
    }

    private static double peakHeapMib() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (double) (1 << 20);
    }
}
