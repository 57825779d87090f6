package uk.linkage.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;

/**
 * Shows on standard error how far work is that takes longer than two seconds: the step, what is done of it, rate and time left. In one line
 * that is written over and goes away, on a terminal alone.
 *
 * <pre>{@code
 * try (ProgressLine progress = ProgressLine.on(err)) {
 *     provider.telling(progress).seal(...);
 * }
 * }</pre>
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long REDRAWN = TimeUnit.MILLISECONDS.toNanos(500);

    private final PrintWriter err;
    private final LongSupplier nanos;
    private final ProgressText text;
    private final long opened;
    private Step step;
    private long begun;
    private int width;
    private boolean closed;

    /** One that looks when it is told to. */
    ProgressLine(PrintWriter err, int columns, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.text = new ProgressText(columns - 1);
        this.opened = nanos.getAsLong();
    }

    /** One that looks twice a second, so that it goes on where a step counts nothing for a while; blind where nobody would see it. */
    static ProgressLine on(PrintWriter err) {
        ProgressLine line = new ProgressLine(err, Terminal.columns(), System::nanoTime);
        if (Terminal.isStandardError()) {
            Thread clock = new Thread(line::runClock, "progress");
            clock.setDaemon(true);
            clock.start();
        }
        return line;
    }

    private void runClock() {
        while (look()) {
            try {
                TimeUnit.NANOSECONDS.sleep(REDRAWN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public synchronized Step begin(String what, String unit, long total) {
        step = new Step(what, unit, total);
        begun = nanos.getAsLong();
        return step;
    }

    /** Shows how far the step is, but for the first two seconds; whether there may be more to come. */
    synchronized boolean look() {
        long now = nanos.getAsLong();
        if (!closed && step != null && now - opened >= PATIENCE) {
            show(text.of(step, now - begun));
        }
        return !closed;
    }

    private void show(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    /** Says a line that stays, above the one that goes away. */
    synchronized void say(String line) {
        clear();
        err.println(line);
    }

    private void clear() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }

    /** Takes the line away; nothing is shown any more. */
    @Override
    public synchronized void close() {
        clear();
        closed = true;
    }
}
