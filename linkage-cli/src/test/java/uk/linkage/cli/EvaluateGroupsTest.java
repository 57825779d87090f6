package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

/** A rehearsed run measured group by group at the command line. */
class EvaluateGroupsTest {
    private static Desk desk;

    @BeforeAll
    static void rehearse(@TempDir Path folder) {
        desk = new Desk(folder);
        desk.does("rehearse", "--people", "1000", "--seed", "3", "--out", desk.at("town"));
    }

    @Test
    void everyGroupingOfTheLabelsIsMeasuredAndItsTruePairsAddUp() throws IOException {
        JsonNode quality = json("--groups", beside("labels.csv"), "--no-suppression");
        assertThat(names(quality.path("groups"), "grouping"))
                .containsExactly("age_band", "sex", "ethnic_group", "deprivation", "name_origin");
        long pairs = quality.at("/truth/pairs").asLong();
        for (JsonNode grouping : quality.path("groups")) {
            long sum = 0;
            for (JsonNode group : grouping.path("groups")) {
                sum += group.path("true_positives").asLong()
                        + group.path("false_negatives").asLong();
            }
            assertThat(sum).as(grouping.path("grouping").asText()).isEqualTo(pairs);
            assertThat(names(grouping.path("groups"), "group")).doesNotContain("not said");
        }
        assertThat(quality.at("/groups/1/recall_gap/gap").isNumber()).isTrue();
        assertThat(quality.at("/causes/false_links/all").asLong())
                .isEqualTo(quality.at("/pairwise/false_positives").asLong());
    }

    @Test
    void missedPairsAreToldByCause() throws IOException {
        JsonNode quality = json("--causes", beside("slips.csv"), "--no-suppression");
        JsonNode each = quality.at("/causes/each");
        assertThat(each).hasSizeGreaterThan(10);
        long missed = 0;
        for (JsonNode together : quality.at("/causes/together")) {
            missed += together.path("missed").asLong();
        }
        assertThat(missed).isEqualTo(quality.at("/pairwise/false_negatives").asLong());
    }

    @Test
    void smallNumbersAreSuppressedByDefault() throws IOException {
        JsonNode quality = json("--groups", beside("labels.csv"), "--causes", beside("slips.csv"));
        assertThat(quality.path("small_numbers_suppressed").asBoolean()).isTrue();
        for (JsonNode grouping : quality.path("groups")) {
            for (JsonNode group : grouping.path("groups")) {
                for (String count : List.of("true_positives", "false_positives", "false_negatives", "people")) {
                    assertThat(group.path(count).asLong() % 5).isZero();
                }
            }
        }
        String page = desk.does(
                        "evaluate",
                        desk.at("town/run"),
                        "--truth",
                        beside("truth.csv"),
                        "--groups",
                        beside("labels.csv"))
                .out();
        assertThat(page).contains("By age_band", "By name_origin", "80+", "gap in recall", "counts of 1 to 7 are *");
    }

    @Test
    void theCurveTellsWhatOtherThresholdsWouldHaveDone() throws IOException {
        JsonNode quality = json();
        assertThat(quality.path("curve")).hasSizeBetween(20, 60);
        assertThat(quality.at("/scored_pairs/average_precision").asDouble()).isGreaterThan(0.98);
        long pairs = quality.at("/truth/pairs").asLong();
        double before = 0;
        for (JsonNode point : quality.path("curve")) {
            assertThat(point.path("threshold").asDouble()).isGreaterThan(before);
            assertThat(point.path("recall").asDouble() * pairs)
                    .isCloseTo(point.path("true_positives").asLong(), within(1e-6));
            assertThat(quality.at("/scored_pairs/best_f1/f1").asDouble())
                    .isGreaterThanOrEqualTo(point.path("f1").asDouble());
            before = point.path("threshold").asDouble();
        }
        assertThat(desk.does("evaluate", desk.at("town/run"), "--truth", beside("truth.csv"))
                        .out())
                .contains("before one-to-one assignment", "best F1", "average precision");
    }

    @Test
    void thePageHasTheSameFiguresAndNobodyInIt() throws IOException {
        Desk.Outcome outcome = desk.does(
                "evaluate",
                desk.at("town/run"),
                "--truth",
                beside("truth.csv"),
                "--groups",
                beside("labels.csv"),
                "--html",
                desk.at("evaluation.html"));
        assertThat(outcome.err()).contains("page in ");
        String page = Files.readString(desk.path("evaluation.html"));
        assertThat(page).contains("Linkage evaluation: rehearsal", "Recall by age_band", "Precision against recall");
        for (String row : Files.readAllLines(desk.path("town/run/crosswalk-gp.csv"))) {
            assertThat(page.contains(row.split(",")[1]) && !row.startsWith("local_id"))
                    .isFalse();
        }
        desk.refuses(
                Exit.USAGE,
                "would be written over what is read",
                "evaluate",
                desk.at("town/run"),
                "--truth",
                beside("truth.csv"),
                "--html",
                beside("truth.csv"));
    }

    @Test
    void suppressionIsNotToBeLeftOutOfNothing() throws IOException {
        desk.refuses(
                Exit.USAGE,
                "--no-suppression goes with --groups, --causes or --html",
                "evaluate",
                desk.at("town/run"),
                "--truth",
                beside("truth.csv"),
                "--no-suppression");
    }

    @Test
    void labelsThatAreNoneAreRefused() throws IOException {
        desk.refuses(
                Exit.DATA_QUALITY,
                "labels begin with the column person",
                "evaluate",
                desk.at("town/run"),
                "--truth",
                beside("truth.csv"),
                "--groups",
                beside("README.txt"));
    }

    private static String beside(String name) {
        return desk.at("town/providers/" + name);
    }

    private static JsonNode json(String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("evaluate", desk.at("town/run"), "--truth", beside("truth.csv"), "--json"));
        command.addAll(List.of(more));
        return CanonicalJson.parse(
                desk.does(command.toArray(String[]::new)).out().getBytes(UTF_8));
    }

    private static List<String> names(JsonNode list, String field) {
        List<String> names = new ArrayList<>();
        list.forEach(node -> names.add(node.path(field).asText()));
        return names;
    }
}
