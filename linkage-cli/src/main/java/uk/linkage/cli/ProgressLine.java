package uk.linkage.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import uk.linkage.file.Progress;

/**
 * Shows on standard error how far a step is that takes longer than two seconds: rows, rate and time left. On a terminal in one line
 * that is written over and goes away; elsewhere, as in a log, in a line of its own now and then.
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
    private static final long WRITTEN = TimeUnit.SECONDS.toNanos(30);

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String step = "";
    private long done;
    private long total;
    private long begun;
    private long shown;
    private int width;
    private boolean closed;

    ProgressLine(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /** One that looks at the clock by itself, so that it goes on where a step tells nothing for a while. */
    static ProgressLine on(PrintWriter err) {
        ProgressLine line = new ProgressLine(err, Terminal.isStandardError(), System::nanoTime);
        Thread clock = new Thread(line::runClock, "progress");
        clock.setDaemon(true);
        clock.start();
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
    public synchronized void at(String step, long done, long total) {
        if (!step.equals(this.step)) {
            clear();
            this.step = step;
            begun = nanos.getAsLong();
            shown = terminal ? begun + PATIENCE - REDRAWN : begun + PATIENCE - WRITTEN;
        }
        this.done = Math.max(0, done);
        this.total = total;
        look();
    }

    /** Shows how far the step is if it is time to; whether there is more to come. */
    synchronized boolean look() {
        long now = nanos.getAsLong();
        if (!closed && !step.isEmpty() && now - shown >= (terminal ? REDRAWN : WRITTEN)) {
            shown = now;
            show(text(Math.max(1, now - begun)));
        }
        return !closed;
    }

    private void show(String text) {
        if (terminal) {
            err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            err.flush();
            width = text.length();
        } else {
            err.println(text);
        }
    }

    private String text(long elapsed) {
        String so = step + ": ";
        if (done == 0) {
            return so + clock(elapsed);
        }
        double rate = done * 1e9 / elapsed;
        String rows = String.format(Locale.ROOT, "%,d", done);
        String all = total > 0 ? String.format(Locale.ROOT, " of %,d", total) : "";
        String left = total > done ? ", " + clock((long) ((total - done) / rate * 1e9)) + " left" : "";
        return so + rows + all + " rows, " + String.format(Locale.ROOT, "%,.0f", rate) + " a second" + left;
    }

    private static String clock(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private void clear() {
        if (terminal && width > 0) {
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
