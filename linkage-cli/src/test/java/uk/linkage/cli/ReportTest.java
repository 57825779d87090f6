package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a run, and the pack for those who answer for it. */
class ReportTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void seal() throws IOException {
        desk = new Desk(folder);
        desk.agree();
        desk.does(desk.seal("good.csv", "--holds-duplicates"));
    }

    @Test
    void aRunLeavesAReportThatCanBeMadeAgain() throws IOException {
        Desk.Outcome outcome = desk.does("link", desk.at("hospital.sealed"), "--out", desk.at("run"));
        assertThat(outcome.err()).contains("report in ");
        desk.does("report", desk.at("run"), "--out", desk.at("again.html"));
        byte[] again = Files.readAllBytes(desk.path("again.html"));
        assertThat(again).isEqualTo(Files.readAllBytes(desk.path("run/report.html")));
        assertThat(again).isEqualTo(Files.readAllBytes(desk.path("run/assurance/report.html")));
    }

    @Test
    void aReportIsMadeOfARunOnlyAndNeverWrittenOverIt() throws IOException {
        desk.refuses(Exit.USAGE, "run.json does not exist", "report", desk.at("none"), "--out", desk.at("x.html"));
        desk.put("run.json", "{}");
        desk.refuses(
                Exit.DATA_QUALITY,
                "is not the record of a run",
                "report",
                folder.toString(),
                "--out",
                desk.at("x.html"));
        desk.refuses(
                Exit.USAGE,
                "would be written over what is read",
                "report",
                folder.toString(),
                "--out",
                desk.at("run.json"));
    }

    @Test
    void anAuditGoesIntoThePackAndABadOneIsRefusedBeforeTheWork() throws IOException {
        desk.put("bad.json", "{\"attacks\": []}");
        desk.refuses(Exit.DATA_QUALITY, "bad.json: is no audit: it has no attacks", link("bad.json"));
        desk.put("audit.json", "{\"attacks\": [{\"name\": \"dictionary\", \"rate\": 0, \"low\": 0, \"high\": 0.001}]}");
        desk.does(link("audit.json"));
        assertThat(Files.readString(desk.path("run/assurance/dpia.md"))).contains("| dictionary | 0.00 % |");
    }

    @Test
    void aRunWithoutScoresIsMeasuredWithoutACurveAndSaysWhy() throws IOException {
        desk.does("link", desk.at("hospital.sealed"), "--no-scores", "--out", desk.at("run"));
        assertThat(desk.path("run/scores.csv")).doesNotExist();
        desk.put("truth.csv", "provider,local_id,person\n");
        String[] evaluate = {"evaluate", desk.at("run"), "--truth", desk.at("truth.csv")};
        assertThat(desk.does(evaluate).out().lines())
                .contains(
                        "No curve: the run kept no scores: it was linked with --no-scores, or by a version that kept none");
        desk.does("link", desk.at("hospital.sealed"), "--out", desk.at("kept"));
        Files.delete(desk.path("kept/scores.csv"));
        evaluate[1] = desk.at("kept");
        assertThat(desk.does(evaluate).out()).contains("No curve: scores.csv is not in the folder any more");
    }

    private String[] link(String audit) {
        return new String[] {"link", desk.at("hospital.sealed"), "--audit", desk.at(audit), "--out", desk.at("run")};
    }
}
