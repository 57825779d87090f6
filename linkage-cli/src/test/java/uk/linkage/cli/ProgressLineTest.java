package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.linkage.file.Step;

/** What somebody at a terminal sees of long work; the clock is turned by hand. */
class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private long now = 12345;
    private final ProgressLine line = new ProgressLine(new PrintWriter(err), 80, () -> now);

    @Test
    void workOfLessThanTwoSecondsShowsNothing() {
        Step step = line.begin("sealing gp.csv", "rows", 10_000);
        for (int tenth = 0; tenth < 20; tenth++) {
            step.accept(500);
            line.look();
            pass(100);
        }
        line.close();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void longerWorkShowsRowsRateAndTimeLeftInOneLine() {
        Step step = line.begin("sealing gp.csv", "rows", 100_000);
        step.accept(20_000);
        pass(4000);
        line.look();
        assertThat(shown()).isEqualTo("sealing gp.csv: 20,000 of 100,000 rows, 5,000/s, 0:16 left");
        step.accept(500);
        pass(1000);
        line.look();
        assertThat(shown()).isEqualTo("sealing gp.csv: 20,500 of 100,000 rows, 4,100/s, 0:19 left");
    }

    @Test
    void aLaterStepOfLongWorkIsShownAtOnceAndTimedByItself() {
        line.begin("reading", "rows", 0);
        pass(5000);
        Step step = line.begin("comparing", "pairs", 1000);
        pass(1000);
        step.accept(200);
        line.look();
        assertThat(shown()).isEqualTo("comparing: 200 of 1,000 pairs, 200/s, 0:04 left");
    }

    @Test
    void whatIsWrittenOverIsLongerThanWhatItWritesOver() {
        line.begin("a step of a long name", "rows", 0);
        pass(2000);
        line.look();
        line.begin("next", "rows", 0);
        line.look();
        assertThat(shown()).isEqualTo("next: 0:00" + " ".repeat("a step of a long name: 0:02".length() - 10));
    }

    @Test
    void theLineGoesAwayAtTheEnd() {
        line.begin("one", "rows", 0);
        pass(3000);
        assertThat(line.look()).isTrue();
        line.close();
        assertThat(err.toString()).isEqualTo("\rone: 0:03\r         \r");
        pass(60_000);
        assertThat(line.look()).isFalse();
        assertThat(err.toString()).endsWith("\r         \r");
    }

    @Test
    void whatIsSaidMeanwhileStays() {
        line.begin("one", "rows", 0);
        pass(3000);
        line.look();
        line.say("a finding");
        line.look();
        assertThat(err.toString())
                .isEqualTo("\rone: 0:03\r         \ra finding" + System.lineSeparator() + "\rone: 0:03");
    }

    @Test
    void aTerminalIsKnownByItsDevice() {
        assertThat(Terminal.isTerminal("/dev/pts/3")).isTrue();
        assertThat(Terminal.isTerminal("/dev/tty1")).isTrue();
        assertThat(Terminal.isTerminal("/dev/null")).isFalse();
        assertThat(Terminal.isTerminal("pipe:[1234]")).isFalse();
        assertThat(Terminal.isTerminal("/var/log/linkage")).isFalse();
    }

    @Test
    void aTerminalIsAsWideAsTheShellSaysOrEightyColumns() {
        assertThat(Terminal.columns("132")).isEqualTo(132);
        assertThat(Terminal.columns(null)).isEqualTo(80);
        assertThat(Terminal.columns("wide")).isEqualTo(80);
        assertThat(Terminal.columns("5")).isEqualTo(40);
    }

    private String shown() {
        return err.toString().substring(err.toString().lastIndexOf('\r') + 1);
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
