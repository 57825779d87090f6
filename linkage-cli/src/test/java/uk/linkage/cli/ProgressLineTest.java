package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What somebody at a terminal sees of a long step, and what a log gets; the clock is turned by hand. */
class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private long now = 12345;

    @Test
    void aStepOfTwoSecondsOrLessShowsNothing() {
        ProgressLine line = line(true);
        for (int tenth = 0; tenth < 20; tenth++) {
            line.at("seal", tenth * 100, 10_000);
            pass(100);
        }
        line.close();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLongerStepShowsRowsRateAndTimeLeftInOneLine() {
        ProgressLine line = line(true);
        line.at("seal", 0, 100_000);
        pass(4000);
        line.at("seal", 20_000, 100_000);
        assertThat(err.toString()).isEqualTo("\rseal: 20,000 of 100,000 rows, 5,000 a second, 0:16 left");
        pass(100);
        line.at("seal", 20_500, 100_000);
        assertThat(err.toString()).as("not every time").doesNotContain("20,500");
        pass(900);
        line.look();
        assertThat(err.toString()).contains("\rseal: 20,500 of 100,000 rows, 4,100 a second, 0:19 left");
    }

    @Test
    void aStepThatTellsNoRowsShowsHowLongItTakes() {
        ProgressLine line = line(true);
        line.at("cluster", 0, 0);
        pass(3_725_000);
        line.look();
        assertThat(err.toString()).isEqualTo("\rcluster: 1:02:05");
    }

    @Test
    void withoutATotalNothingIsSaidOfTheTimeLeft() {
        ProgressLine line = line(true);
        line.at("read", 0, 0);
        pass(10_000);
        line.at("read", 1000, 0);
        assertThat(err.toString()).isEqualTo("\rread: 1,000 rows, 100 a second");
    }

    @Test
    void theLineGoesAwayAtTheEndAndBeforeTheNextStep() {
        ProgressLine line = line(true);
        line.at("one", 0, 0);
        pass(3000);
        line.look();
        line.at("two", 0, 0);
        assertThat(err.toString()).isEqualTo("\rone: 0:03\r         \r");
        pass(3000);
        line.look();
        line.close();
        assertThat(err.toString()).endsWith("\rtwo: 0:03\r         \r");
        pass(60_000);
        assertThat(line.look()).isFalse();
        assertThat(err.toString()).endsWith("\r         \r");
    }

    @Test
    void aLogGetsALineEveryHalfMinuteAndNoCarriageReturn() {
        ProgressLine line = line(false);
        for (int second = 0; second <= 70; second++) {
            line.at("seal", second * 1000L, 100_000);
            pass(1000);
        }
        line.close();
        assertThat(err.toString()).doesNotContain("\r");
        assertThat(err.toString().lines())
                .containsExactly(
                        "seal: 2,000 of 100,000 rows, 1,000 a second, 1:38 left",
                        "seal: 32,000 of 100,000 rows, 1,000 a second, 1:08 left",
                        "seal: 62,000 of 100,000 rows, 1,000 a second, 0:38 left");
    }

    @Test
    void aTerminalIsKnownByItsDevice() {
        assertThat(Terminal.isTerminal("/dev/pts/3")).isTrue();
        assertThat(Terminal.isTerminal("/dev/tty1")).isTrue();
        assertThat(Terminal.isTerminal("/dev/null")).isFalse();
        assertThat(Terminal.isTerminal("pipe:[1234]")).isFalse();
        assertThat(Terminal.isTerminal("/var/log/linkage")).isFalse();
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(err), terminal, () -> now);
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
