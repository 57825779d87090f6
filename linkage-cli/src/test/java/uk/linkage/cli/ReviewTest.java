package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.testdata.Synthetic;

/** Decisions explained, and pairs in doubt asked for and answered, at the command line. */
class ReviewTest {
    private static final int PEOPLE = 1000;

    private static Desk made;

    private static final Map<String, String> PERSON_OF = new HashMap<>();

    @TempDir
    private Path folder;

    private Desk desk;

    /** The parties want links to be very sure and look at much, so that many pairs are in doubt; which they are goes with agreement and secret. */
    @BeforeAll
    static void linkTwoProviders(@TempDir Path folder) throws IOException {
        Desk desk = new Desk(folder);
        made = desk;
        new Synthetic(PEOPLE, 7).writeTo(folder);
        desk.does("init", desk.at("hospital.csv"), "--destroy-by", "2099-12-31", "--out", desk.at("agreement.json"));
        ObjectNode agreement = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(desk.path("agreement.json")));
        ((ObjectNode) agreement.path("decide")).put("link", 0.999999).put("review", 0.001);
        Files.writeString(desk.path("agreement.json"), CanonicalJson.pretty(agreement));
        SecretFile.write(LinkageSecret.of(DigestUtils.sha256("review")), desk.path("secret.key"));
        seal(desk, "hospital");
        seal(desk, "gp");
        rows(desk, "truth.csv").forEach(row -> PERSON_OF.put(row[0] + ":" + row[1], row[2]));
        desk.does(link(desk, "--out", desk.at("run-1")));
    }

    @BeforeEach
    void sitDown() throws IOException {
        desk = made.copiedTo(folder);
    }

    @Test
    void pairsInDoubtAreListedWithoutALocalId() throws IOException {
        List<String[]> review = rows("run-1/review.csv");
        JsonNode decisions = record("run-1").at("/pairs/0/decisions");
        assertThat(review.size())
                .isEqualTo(decisions.path("potential_match").asInt()
                        + decisions.path("many_match").asInt())
                .isGreaterThan(5);
        assertThat(record("run-1").at("/review/pairs").asInt()).isEqualTo(review.size());
        String list = Files.readString(desk.path("run-1/review.csv"));
        assertThat(rows("run-1/review-key.csv"))
                .hasSameSizeAs(review)
                .allMatch(row -> !list.contains(row[3]) && !list.contains(row[5]));
    }

    @Test
    void providersAreToldNothingOfNearMissesUnlessItIsAskedFor() throws IOException {
        assertThat(names("run-1"))
                .containsExactly(
                        "assurance",
                        "crosswalk-gp.csv",
                        "crosswalk-hospital.csv",
                        "report.html",
                        "review-key.csv",
                        "review.csv",
                        "run.json",
                        "scores.csv");
        assertThat(record("run-1").at("/review").has("shown_to_providers")).isFalse();
        Desk.Outcome outcome = desk.does(link("--out", desk.at("run-2"), "--review", "1"));
        assertThat(outcome.err()).contains("each learns which of its records nearly match");
        assertThat(names("run-2")).contains("review-gp.csv", "review-hospital.csv");
        int shown = record("run-2").at("/review/shown_to_providers").asInt();
        assertThat(rows("run-2/review-gp.csv")).hasSize(shown);
        assertThat(shown).isPositive().isLessThan(rows("run-2/review.csv").size());
        String own = Files.readString(desk.path("run-2/review-gp.csv"));
        assertThat(PERSON_OF.keySet().stream().filter(id -> id.startsWith("hospital:")))
                .noneMatch(id -> own.contains(id.substring("hospital:".length())));
    }

    @Test
    void answersDecideWhateverPairsWeighAndGoOnFromRunToRun() throws IOException {
        Map<String, String> answers = new HashMap<>();
        rows("run-1/review-key.csv").forEach(row -> answers.put(row[0], isOnePerson(row) ? "match" : "no match"));
        answer("answers.csv", answers);
        Desk.Outcome outcome = desk.does(answered("run-2", "answers.csv"));
        long matches = answers.values().stream().filter("match"::equals).count();
        assertThat(matches).isPositive();
        assertThat(outcome.err())
                .contains("answers: " + matches + " match, " + (answers.size() - matches) + " no match, 0 unsure");
        assertFollowed(answers, "run-2");
        assertThat(record("run-2").at("/answers/match").asLong()).isEqualTo(matches);
        assertThat(rows("run-2/answers.csv")).hasSize(answers.size());
        Desk.Outcome next = desk.does(link("--previous", desk.at("run-2"), "--out", desk.at("run-3")));
        assertThat(next.err()).contains("; " + answers.size() + " of earlier runs go on");
        assertFollowed(answers, "run-3");
        assertThat(Files.readString(desk.path("run-3/answers.csv")))
                .isEqualTo(Files.readString(desk.path("run-2/answers.csv")));
    }

    /** Answers against the truth are followed too: they are people's to give. */
    @Test
    void wrongAnswersAreFollowedAllTheSame() throws IOException {
        Map<String, String> answers = new HashMap<>();
        rows("run-1/review-key.csv").forEach(row -> answers.put(row[0], "no match"));
        answer("answers.csv", answers);
        desk.does(answered("run-2", "answers.csv"));
        assertFollowed(answers, "run-2");
    }

    @Test
    void aSampleEstimatesItsPattern() throws IOException {
        Map<String, String> answers = new HashMap<>();
        List<String[]> commonest = rows("run-1/review.csv").stream()
                .filter(row -> row[1].equals("1"))
                .toList();
        assertThat(commonest).hasSizeGreaterThan(2);
        commonest.stream().limit(2).forEach(row -> answers.put(row[0], "match"));
        answer("answers.csv", answers);
        assertThat(desk.does(answered("run-2", "answers.csv")).err())
                .contains("pattern 1 of gp and hospital: 2 match of 2 answered for sure; of all " + commonest.size()
                        + " pairs 100 % (34 to 100 %)");
        JsonNode pattern = record("run-2").at("/answers/patterns/0");
        assertThat(pattern.path("pairs").asInt()).isEqualTo(commonest.size()).isGreaterThan(2);
        assertThat(pattern.path("low").asDouble()).isEqualTo(0.34238);
    }

    @Test
    void answersThatCannotBeTrueAreRefusedByLineAndRule() throws IOException {
        String handle = rows("run-1/review.csv").get(0)[0];
        desk.put("unknown.csv", "handle,answer\nR0000000000000000,match\n");
        desk.refuses(
                Exit.INCOMPATIBLE,
                "unknown.csv: line 2: handle is of no pair that run-1 asked for",
                answered("run-2", "unknown.csv"));
        desk.put("both.csv", "handle,answer\n" + handle + ",match\n" + handle + ",no match\n");
        desk.refuses(
                Exit.DATA_QUALITY,
                "both.csv: line 3: answer contradicts that of line 2",
                answered("run-2", "both.csv"));
        desk.put("word.csv", "handle,answer\n" + handle + ",perhaps\n");
        desk.refuses(
                Exit.DATA_QUALITY,
                "word.csv: line 2: answer is not match, no match or unsure",
                answered("run-2", "word.csv"));
        desk.put("good.csv", "handle,answer\n" + handle + ",match\n");
        desk.refuses(
                Exit.USAGE,
                "--answers goes with --previous",
                link("--answers", desk.at("good.csv"), "--out", desk.at("run-2")));
        desk.refuses(Exit.USAGE, "--review must be 1", link("--review", "0", "--out", desk.at("run-2")));
    }

    /** One record of the hospital's answered to match two of the GPs'. */
    @Test
    void twoMatchesForOneRecordAreRefused() throws IOException {
        List<String> key = new ArrayList<>(Files.readAllLines(desk.path("run-1/review-key.csv")));
        String[] first = key.get(1).split(",");
        String[] second = key.get(2).split(",");
        second[5] = first[5];
        key.set(2, String.join(",", second));
        Files.write(desk.path("run-1/review-key.csv"), key);
        desk.put("twice.csv", "handle,answer\n" + first[0] + ",match\n" + second[0] + ",match\n");
        desk.refuses(
                Exit.DATA_QUALITY,
                "twice.csv: line 3: says match, but with other answers a person would have two records of gp",
                answered("run-2", "twice.csv"));
    }

    @Test
    void anyPairIsExplainedByLevelNamesAndNumbers() throws IOException {
        String[] row = rows("run-1/review-key.csv").get(0);
        String gp = row[2] + ":" + row[3];
        String hospital = row[4] + ":" + row[5];
        Desk.Outcome page = desk.does(link("--out", desk.at("run-2"), "--explain", hospital, gp));
        assertThat(page.out())
                .startsWith("pair 1: hospital and gp\nfound by ")
                .contains("log-odds alone", "decision: no link: ", "the records have different study ids")
                .doesNotContain(row[3], row[5]);
        String json = desk.does(
                        link("--out", desk.at("run-3"), "--json", "--explain", gp, hospital, "--explain", gp, hospital))
                .out();
        JsonNode all = CanonicalJson.parse(json.getBytes(UTF_8)).path("explanations");
        assertThat(all).hasSize(2);
        assertThat(json).doesNotContain(row[3], row[5]);
        assertAddsUp(all.get(0));
    }

    private static void assertAddsUp(JsonNode explanation) {
        double sum = 0;
        for (JsonNode level : explanation.path("levels")) {
            sum += level.path("bits").asDouble();
        }
        for (String part : List.of("dependence", "openness", "rarity", "prior")) {
            sum += explanation.path(part).asDouble();
        }
        assertThat(sum).isCloseTo(explanation.path("log_odds").asDouble(), within(1e-9));
    }

    @Test
    void anAnswerIsNamedAsTheGround() throws IOException {
        String[] row = rows("run-1/review-key.csv").get(0);
        answer("answers.csv", Map.of(row[0], "match"));
        List<String> words = new ArrayList<>(List.of(answered("run-2", "answers.csv")));
        words.addAll(List.of("--explain", row[2] + ":" + row[3], row[4] + ":" + row[5]));
        assertThat(desk.does(words.toArray(String[]::new)).out())
                .contains("decision: a link: people answered that it matches\nboth records have one study id\n");
    }

    @Test
    void whoCannotBeExplainedIsRefusedAndNotNamed() throws IOException {
        String[] row = rows("run-1/review-key.csv").get(0);
        String gp = "gp:" + row[3];
        String out = desk.at("run-2");
        refusesExplaining(
                "pair 1 of --explain names a local id that is not in the file of hospital",
                "--out",
                out,
                "--explain",
                gp,
                "hospital:no-such-id");
        refusesExplaining(
                "pair 1 of --explain names a provider of which no file is given",
                "--out",
                out,
                "--explain",
                gp,
                "prison:no-such-id");
        refusesExplaining(
                "pair 1 of --explain names two records of gp, which are not to be linked with each other",
                "--out",
                out,
                "--explain",
                gp,
                gp);
        refusesExplaining("--explain needs two records, each as PROVIDER:ID", "--explain", gp, "--out", out);
        refusesExplaining("--explain needs two records, each as PROVIDER:ID", "--out", out, "--explain", gp);
    }

    private void refusesExplaining(String rule, String... more) throws IOException {
        Desk.Outcome outcome = desk.refuses(Exit.USAGE, rule, link(more));
        assertThat(outcome.err())
                .doesNotContain("no-such-id", rows("run-1/review-key.csv").get(0)[3]);
    }

    private boolean isOnePerson(String[] key) {
        return PERSON_OF.get(key[2] + ":" + key[3]).equals(PERSON_OF.get(key[4] + ":" + key[5]));
    }

    private void assertFollowed(Map<String, String> answers, String run) throws IOException {
        Map<String, Map<String, String>> ids =
                Map.of("gp", crosswalk(run, "gp"), "hospital", crosswalk(run, "hospital"));
        for (String[] row : rows("run-1/review-key.csv")) {
            boolean together =
                    ids.get(row[2]).get(row[3]).equals(ids.get(row[4]).get(row[5]));
            assertThat(together).isEqualTo(answers.get(row[0]).equals("match"));
        }
    }

    /** The hub's list with its last column filled in. */
    private void answer(String name, Map<String, String> answers) throws IOException {
        List<String> lines = Files.readAllLines(desk.path("run-1/review.csv")).stream()
                .map(line -> line + answers.getOrDefault(line.split(",")[0], ""))
                .toList();
        Files.write(desk.path(name), lines);
    }

    private String[] answered(String out, String answers) {
        return link("--previous", desk.at("run-1"), "--answers", desk.at(answers), "--out", desk.at(out));
    }

    private String[] link(String... more) {
        return link(desk, more);
    }

    private static String[] link(Desk desk, String... more) {
        List<String> words = new ArrayList<>(List.of("link", desk.at("hospital.sealed"), desk.at("gp.sealed")));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    private static void seal(Desk desk, String provider) {
        List<String> words = new ArrayList<>(List.of("seal", desk.at(provider + ".csv")));
        words.addAll(List.of("--agreement", desk.at("agreement.json"), "--secret", desk.at("secret.key")));
        words.addAll(List.of("--provider", provider, "--out", desk.at(provider + ".sealed")));
        desk.does(words.toArray(String[]::new));
    }

    private JsonNode record(String run) throws IOException {
        return CanonicalJson.parse(Files.readAllBytes(desk.path(run + "/run.json")));
    }

    private Map<String, String> crosswalk(String run, String provider) throws IOException {
        Map<String, String> ids = new HashMap<>();
        rows(run + "/crosswalk-" + provider + ".csv").forEach(row -> ids.put(row[0], row[1]));
        return ids;
    }

    private TreeSet<String> names(String run) throws IOException {
        try (Stream<Path> files = Files.list(desk.path(run))) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private List<String[]> rows(String file) throws IOException {
        return rows(desk, file);
    }

    private static List<String[]> rows(Desk desk, String file) throws IOException {
        return Files.readAllLines(desk.path(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
