package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each stage of a run took, on the wall and of the processors, and the memory's high-water mark. */
final class Stopwatch {
    private record Lap(String stage, double wallSeconds, double cpuSeconds) {}

    private final List<Lap> laps = new ArrayList<>();
    private long wall = System.nanoTime();
    private long cpu = cpuNanos();

    void lap(String stage) {
        long nowWall = System.nanoTime();
        long nowCpu = cpuNanos();
        laps.add(new Lap(stage, (nowWall - wall) / 1e9, (nowCpu - cpu) / 1e9));
        wall = nowWall;
        cpu = nowCpu;
    }

    void writeTo(ArrayNode stages) {
        laps.forEach(lap -> stages.addObject()
                .put("stage", lap.stage())
                .put("wall_seconds", rounded(lap.wallSeconds()))
                .put("cpu_seconds", rounded(lap.cpuSeconds())));
    }

    /** The most heap that was ever in use, summed over the heap's pools. */
    static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(Stopwatch::peak)
                .sum();
    }

    private static long peak(MemoryPoolMXBean pool) {
        return Optional.ofNullable(pool.getPeakUsage()).map(u -> u.getUsed()).orElse(0L);
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    /** Processor time of the whole process since it began, start-up included. */
    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toNanos())
                .orElse(0L);
    }
}
