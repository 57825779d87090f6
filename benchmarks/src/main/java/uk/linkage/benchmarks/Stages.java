package uk.linkage.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each stage took in seconds: on the wall, and in brackets of the processors, compiler and collector included. */
final class Stages {
    private final List<String> laps = new ArrayList<>();
    private double seconds;
    private long wall = System.nanoTime();
    private long cpu = cpuNanos();

    /** A stage ends now. */
    void lap(String stage) {
        long nowWall = System.nanoTime();
        long nowCpu = cpuNanos();
        add(stage, (nowWall - wall) / 1e9, (nowCpu - cpu) / 1e9);
        wall = nowWall;
        cpu = nowCpu;
    }

    /** The stages that a run's own record tells of. */
    void addAll(JsonNode stages) {
        stages.forEach(stage -> add(
                stage.path("stage").asText(),
                stage.path("wall_seconds").asDouble(),
                stage.path("cpu_seconds").asDouble()));
    }

    /** All of them, as {@code seal 2.1 (2.6), load 0.3 (0.4)}. */
    String text() {
        return String.join(", ", laps);
    }

    /** All of them together, on the wall. */
    double seconds() {
        return seconds;
    }

    private void add(String stage, double wallSeconds, double cpuSeconds) {
        seconds += wallSeconds;
        laps.add(String.format(Locale.ROOT, "%s %.1f (%.1f)", stage, wallSeconds, cpuSeconds));
    }

    static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toNanos())
                .orElse(0L);
    }
}
