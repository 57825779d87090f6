package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.file.Step;
import uk.linkage.file.ToldSteps;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.review.ScoreFile;
import uk.linkage.quality.Truth;
import uk.linkage.report.AssurancePack;
import uk.linkage.report.Audit;
import uk.linkage.report.LinkageReport;

/** Whatever run.json counts in two ways comes to the same, and its report has nobody in it. */
class RunRecordTest {
    @TempDir
    private static Path folder;

    private static LinkageRun run;
    private static JsonNode record;
    private static final ToldSteps TOLD = new ToldSteps();

    @BeforeAll
    static void link() throws IOException {
        run = SampleRun.in(folder, TOLD);
        run.write(folder.resolve("watched"));
        record = run.record();
    }

    @Test
    void everyStepOfSealingLinkingAndWritingIsTold() {
        assertThat(TOLD.names())
                .containsSubsequence(
                        "sealing hospital.csv",
                        "sealing gp.csv",
                        "reading match keys",
                        "comparing match keys",
                        "reading codes",
                        "searching codes, hospital and gp (1 of 3)",
                        "searching codes, within hospital, hospital and gp (1 of 3)",
                        "searching codes, within gp, hospital and gp (1 of 3)",
                        "comparing, hospital and gp (1 of 3)",
                        "weighing what was seen, hospital and gp (1 of 3)",
                        "learning, hospital and gp (1 of 3)",
                        "deciding, hospital and gp (1 of 3)",
                        "estimating what was missed, hospital and gp (1 of 3)",
                        "searching codes, gp and council (3 of 3)",
                        "putting people together",
                        "naming people",
                        "giving records their study ids",
                        "counting what came of it",
                        "writing crosswalk-hospital.csv",
                        "writing the run");
        assertThat(TOLD.last("learning, hospital and gp (1 of 3)").done()).isPositive();
    }

    @Test
    void whatIsCountedComesToAllOfIt() {
        assertThat(TOLD.counted()).hasSizeGreaterThan(20).allSatisfy(step -> {
            boolean inBlocks = List.of("rows", "records", "links").contains(step.unit())
                    && !step.what().startsWith("writing");
            assertThat(step.total() - step.done()).as("%s", step).isBetween(0L, inBlocks ? 3 * 1024L : 0L);
        });
        assertThat(TOLD.last("reading codes").total()).isEqualTo(sum(record.path("inputs"), "records"));
        assertThat(TOLD.last("comparing, hospital and gp (1 of 3)").total())
                .isGreaterThan(record.at("/pairs/0/candidates").asLong());
    }

    @Test
    void measuringTheRunIsToldTo() throws IOException {
        ToldSteps told = new ToldSteps();
        RunFolder written = RunFolder.open(folder.resolve("watched"), told);
        Truth truth = written.truth(SampleRun.file("truth.csv"));
        written.evaluate(truth);
        written.breakDown(truth, Optional.of(SampleRun.file("labels.csv")), Optional.of(SampleRun.file("slips.csv")));
        assertThat(told.names())
                .containsSubsequence(
                        "reading crosswalk-council.csv",
                        "reading truth.csv",
                        "finding records in the truth",
                        "reading labels.csv",
                        "reading slips.csv",
                        "going through true pairs",
                        "going through false pairs");
        assertThat(told.last("reading labels.csv").done()).isEqualTo(400);
        Step found = told.last("finding records in the truth");
        assertThat(found.done()).isEqualTo(found.total()).isEqualTo(sum(record.path("inputs"), "records"));
    }

    @Test
    void recordsLinkedAreThoseOfPeopleWithTwoOrMore() {
        long inPeople = 0;
        for (var size : record.at("/people/by_records").properties()) {
            long records = Long.parseLong(size.getKey());
            inPeople += records > 1 ? records * size.getValue().asLong() : 0;
        }
        assertThat(inPeople).isPositive();
        assertThat(sum(record.path("inputs"), "linked")).isEqualTo(inPeople);
    }

    @Test
    void recordsByMissingFieldsAreAllRecordsAndMissAsManyAsTheFieldsDo() {
        for (JsonNode input : record.path("inputs")) {
            long records = input.path("records").asLong();
            JsonNode groups = input.path("by_missing_fields");
            assertThat(sum(groups, "records")).isEqualTo(records);
            assertThat(sum(groups, "linked")).isEqualTo(input.path("linked").asLong());
            long missing = items(groups).stream()
                    .mapToLong(group -> group.path("missing").asLong()
                            * group.path("records").asLong())
                    .sum();
            assertThat(records * input.path("fields").size() - sum(input.path("fields"), "records"))
                    .isEqualTo(missing);
        }
    }

    @Test
    void everyPersonIsKnownToOneSetOfProviders() {
        assertThat(sum(record.at("/people/by_providers"), "people"))
                .isEqualTo(record.at("/people/count").asLong());
    }

    @Test
    void everyPairLookedAtHasAWeightAndADecision() {
        for (int i = 0; i < run.scored().size(); i++) {
            JsonNode pair = record.path("pairs").get(i);
            ScoredPairs scored = run.scored().get(i);
            long heavy = 0;
            for (int p = 0; p < scored.size(); p++) {
                heavy += scored.weight(p) >= 10 && scored.decision(p) == Decision.MATCH ? 1 : 0;
            }
            JsonNode weights = pair.path("weights");
            assertThat(items(weights).stream()
                            .filter(bin -> bin.path("from").asInt() >= 10)
                            .mapToLong(bin -> bin.path("match").asLong())
                            .sum())
                    .isEqualTo(heavy)
                    .isPositive();
            for (String decision : List.of("match", "many_match", "potential_match")) {
                assertThat(sum(weights, decision))
                        .isEqualTo(pair.path("decisions").path(decision).asLong());
            }
            assertThat(sum(weights, "match")
                            + sum(weights, "many_match")
                            + sum(weights, "potential_match")
                            + sum(weights, "no_match"))
                    .isEqualTo(pair.path("candidates").asLong());
        }
    }

    @Test
    void pairsThatAnybodyMightLinkAreKeptWithWhatTheyWeigh() throws IOException {
        Path target = folder.resolve("scored");
        run.write(target);
        List<String> rows = Files.readAllLines(target.resolve(ScoreFile.FILE));
        List<String> kept = new ArrayList<>();
        for (ScoredPairs pairs : run.scored()) {
            for (int p = 0; p < pairs.size(); p++) {
                if (pairs.probability(p) >= 0.01) {
                    kept.add(String.format(Locale.ROOT, "%.4f", pairs.weight(p)));
                }
            }
        }
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[4])).containsExactlyElementsOf(kept);
        JsonNode told = RunFolder.json(target.resolve(LinkageRun.RECORD)).path("scores");
        assertThat(told.path("pairs").asInt()).isEqualTo(kept.size());
        assertThat(told.path("least_probability").asDouble()).isEqualTo(0.01);
    }

    @Test
    void aRunThatKeepsNoScoresHasNoneAndSaysNothingOfThem() throws IOException {
        Path target = folder.resolve("unscored");
        run.write(target, 0, Optional.empty(), false);
        assertThat(target.resolve(ScoreFile.FILE)).doesNotExist();
        assertThat(RunFolder.json(target.resolve(LinkageRun.RECORD)).has("scores"))
                .isFalse();
    }

    @Test
    void theWeightOfATypicalPatternIsTheSumOfItsParts() {
        for (JsonNode pair : record.path("pairs")) {
            assertThat(pair.path("patterns")).isNotEmpty();
            for (JsonNode pattern : pair.path("patterns")) {
                double sum = levels(pair, pattern);
                for (String part : List.of("dependence", "openness", "rarity", "prior")) {
                    sum += pattern.path(part).asDouble();
                }
                assertThat(sum)
                        .isCloseTo(pattern.path("log_odds").asDouble(), org.assertj.core.api.Assertions.within(2e-5));
            }
        }
    }

    private static double levels(JsonNode pair, JsonNode pattern) {
        double sum = 0;
        for (JsonNode comparison : pair.at("/model/comparisons")) {
            String level = pattern.path("levels")
                    .path(comparison.path("name").asText())
                    .asText();
            for (JsonNode of : comparison.path("levels")) {
                sum += of.path("name").asText().equals(level)
                        ? of.path("weight").asDouble()
                        : 0;
            }
        }
        return sum;
    }

    @Test
    void atItsOwnThresholdARunIsAsGoodAsItSays() {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode pair : record.path("pairs")) {
            for (JsonNode at : pair.path("at_thresholds")) {
                if (at.path("link").equals(pair.at("/thresholds/link"))) {
                    own.add(at);
                    assertThat(at.path("links")).isEqualTo(pair.at("/decisions/match"));
                    assertThat(at.path("precision")).isEqualTo(pair.at("/estimate/precision"));
                    assertThat(at.path("recall")).isEqualTo(pair.at("/estimate/recall"));
                }
            }
        }
        assertThat(own).isNotEmpty();
    }

    @Test
    void aHigherThresholdLinksFewerPairs() {
        for (JsonNode pair : record.path("pairs")) {
            List<Long> links = items(pair.path("at_thresholds")).stream()
                    .map(at -> at.path("links").asLong())
                    .toList();
            assertThat(links).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void nobodyIsInTheReport() throws IOException {
        Path target = folder.resolve("run");
        run.write(target);
        String page = Files.readString(target.resolve(LinkageReport.FILE));
        run.crosswalks()
                .forEach(crosswalk -> crosswalk.studyIds().forEach((localId, studyId) -> {
                    assertThat(page.contains(localId)).as("a local id").isFalse();
                    assertThat(page.contains(studyId)).as("a study id").isFalse();
                }));
    }

    @Test
    void theReportCanBeMadeAgainFromTheRecordAlone() throws IOException {
        Path target = folder.resolve("again");
        run.write(target);
        String page = Files.readString(target.resolve(LinkageReport.FILE));
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.copy(target.resolve(LinkageRun.RECORD), alone.resolve(LinkageRun.RECORD));
        assertThat(RunFolder.report(alone).html().equals(page)).isTrue();
    }

    @Test
    void thePackForABoardIsWholeAndHasNobodyInIt() throws IOException {
        Path target = folder.resolve("assured");
        run.write(target);
        Path pack = target.resolve(AssurancePack.FOLDER);
        try (Stream<Path> files = Files.list(pack)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(AssurancePack.FILES);
        }
        assertThat(Files.readAllBytes(pack.resolve(LinkageRun.RECORD)))
                .isEqualTo(Files.readAllBytes(target.resolve(LinkageRun.RECORD)));
        assertThat(AgreementFile.read(pack.resolve("agreement.json")).purpose().project())
                .isEqualTo("sample");
        for (String name : AssurancePack.FILES) {
            String text = Files.readString(pack.resolve(name));
            run.crosswalks()
                    .forEach(crosswalk -> crosswalk.studyIds().forEach((localId, studyId) -> {
                        assertThat(text.contains(localId) || text.contains(studyId))
                                .as(name)
                                .isFalse();
                    }));
        }
    }

    @Test
    void theAnnexSaysWhatAttacksCameToOrThatNoneWereMade() throws IOException {
        Path none = folder.resolve("unaudited");
        run.write(none);
        Path annex = Path.of(AssurancePack.FOLDER, "dpia.md");
        assertThat(Files.readString(none.resolve(annex))).contains("No audit was given", "2099-01-01");
        Path given = folder.resolve("audited");
        Audit.Attack over = new Audit.Attack("graph <b>", 0.02, 0.01, 0.04, OptionalDouble.of(0.03));
        run.write(given, 0, Optional.of(new Audit(List.of(over))));
        assertThat(Files.readString(given.resolve(annex)))
                .contains("| graph &lt;b&gt; | 2.00 % | 1.00 % to 4.00 % | 3.00 % | OVER THE BOUND |")
                .contains("is over its bound")
                .doesNotContain("No audit was given");
        assertThat(Files.readString(given.resolve(AssurancePack.FOLDER).resolve("dpia.html")))
                .contains("graph &lt;b&gt;", "script-src 'none'")
                .doesNotContain("<script");
    }

    @Test
    void countsOfThePackAreSuppressed() throws IOException {
        Path target = folder.resolve("counted");
        run.write(target);
        List<String> lines =
                Files.readAllLines(target.resolve(AssurancePack.FOLDER).resolve("counts.csv"));
        assertThat(lines.get(0)).isEqualTo("stage,of,count");
        assertThat(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .hasSizeGreaterThan(20)
                .contains("*")
                .allMatch(count -> count.equals("*") || Long.parseLong(count) % 5 == 0);
    }

    private static long sum(JsonNode list, String name) {
        return items(list).stream().mapToLong(item -> item.path(name).asLong()).sum();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
