package uk.linkage.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import uk.linkage.file.Step;

/**
 * How far a step is, in words: {@code sealing gp.csv: 20,000 of 100,000 rows, 5,000/s, 0:16 left}. Of a line that is too long the
 * name of the step is cut, so that it never goes on in a second one, which could not be written over.
 *
 * @param width the most characters
 */
record ProgressText(int width) {
    private static final long MILLION = 1_000_000;
    private static final double FEW = 9.95;

    /** @param elapsed nanoseconds since the step began */
    String of(Step step, long elapsed) {
        long done = step.done();
        String figures = done <= 0 ? clock(elapsed) : figures(step, done, Math.max(1, elapsed));
        int room = Math.max(0, width - figures.length() - 2);
        String what = step.what();
        return (what.length() <= room ? what : what.substring(0, Math.max(0, room - 3)) + "...") + ": " + figures;
    }

    private static String figures(Step step, long done, long elapsed) {
        double rate = done * 1e9 / elapsed;
        long total = step.total() < done ? 0 : step.total();
        boolean many = Math.max(done, total) >= 10 * MILLION;
        String all = total > 0 ? " of " + number(total, many) : "";
        String left = total > done ? ", " + clock(Math.round((total - done) / rate * 1e9)) + " left" : "";
        return number(done, many) + all + (many ? " million " : " ") + step.unit() + ", " + rate(rate) + "/s" + left;
    }

    private static String number(long number, boolean inMillions) {
        return String.format(Locale.ROOT, "%,d", inMillions ? number / MILLION : number);
    }

    private static String rate(double rate) {
        return rate >= 10 * MILLION
                ? String.format(Locale.ROOT, "%,.0f million", rate / MILLION)
                : String.format(Locale.ROOT, rate < FEW ? "%.1f" : "%,.0f", rate);
    }

    private static String clock(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
