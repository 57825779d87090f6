package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.Explanation;
import uk.linkage.hub.decide.Explanation.Ground;
import uk.linkage.hub.decide.PairWeight;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;

/** Why pairs of the committed sample are linked or not. */
class ExplanationTest {
    private static final Path SAMPLE = Path.of(System.getProperty("linkage.root"), "testdata", "sample");
    private static final List<String> PROVIDERS = List.of("hospital", "gp", "council");
    private static final double EXACTLY = 1e-9;

    @TempDir
    private static Path folder;

    private static Agreement agreement;
    private static LinkageRun run;

    @BeforeAll
    static void linkTheSample() throws IOException {
        Proposal proposal = Proposal.of(extract("hospital"), Map.of());
        Purpose purpose = new Purpose("sample", "To test", LocalDate.of(2099, 1, 1), 1);
        agreement = Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
        List<SealedReader> sealed = new ArrayList<>();
        for (String provider : PROVIDERS) {
            Path file = folder.resolve(provider + ".sealed");
            new Provider(provider, agreement, SealedTables.secret(1))
                    .seal(extract(provider), Map.of(), OptOuts.exempt("invented people"), true, file);
            sealed.add(SealedReader.open(file));
        }
        run = new Hub(new SecureRandom()).link(sealed);
    }

    @Test
    void whatIsShownOfAnyPairAddsUpToTheLogOddsItWasDecidedBy() {
        for (ScoredPairs pairs : run.scored()) {
            for (int pair = 0; pair < pairs.size(); pair++) {
                Explanation why = why(pairs, pair);
                PairWeight weight = why.weight();
                double sum = weight.levels().stream()
                        .mapToDouble(PairWeight.OfLevel::bits)
                        .sum();
                assertThat(weight.sumOfLevels()).isCloseTo(sum, within(EXACTLY));
                assertThat(sum + weight.dependence() + weight.openness() + weight.rarity() + weight.prior())
                        .isCloseTo(weight.logOdds(), within(EXACTLY));
                assertThat(weight.logOdds()).isCloseTo(pairs.weight(pair), within(EXACTLY));
            }
        }
    }

    @Test
    void aLevelWeighsTheLogarithmOfItsChances() {
        for (Explanation why : all()) {
            why.weight()
                    .levels()
                    .forEach(level -> assertThat(level.bits())
                            .isCloseTo(Math.log(level.m() / level.u()) / Math.log(2), within(EXACTLY)));
        }
    }

    @Test
    void decisionAndRulesAreThoseOfTheRun() {
        for (ScoredPairs pairs : run.scored()) {
            for (int pair = 0; pair < pairs.size(); pair++) {
                Explanation why = why(pairs, pair);
                assertThat(why.decision()).isEqualTo(pairs.decision(pair));
                assertThat(why.foundBy()).isNotEmpty();
                assertThat(1 / (1 + Math.pow(2, -why.among())))
                        .isCloseTo(pairs.probabilityAmongRivals(pair), within(EXACTLY));
                if (why.decision() == Decision.MATCH) {
                    assertThat(why.words()).isEqualTo("a link: likely, and ahead of its rivals");
                    assertThat(why.ground()).isEqualTo(Ground.WEIGHT);
                }
            }
        }
    }

    @Test
    void jointLevelsAreThoseThatWhatIsSeenLeavesOpen() {
        for (Explanation why : all()) {
            List<PairWeight.JointLevel> joint = why.weight().joint();
            assertThat(joint.stream().mapToDouble(PairWeight.JointLevel::ifOne).sum())
                    .isLessThanOrEqualTo(1 + EXACTLY);
            assertThat(joint.stream().mapToDouble(PairWeight.JointLevel::ifTwo).sum())
                    .isLessThanOrEqualTo(1 + EXACTLY);
            joint.stream()
                    .limit(1)
                    .forEach(first -> assertThat(first.levels())
                            .isEqualTo(why.weight().levels().stream()
                                    .map(PairWeight.OfLevel::level)
                                    .toList()));
        }
    }

    @Test
    void aPairThatNoRuleFoundIsComparedAllTheSame() {
        ScoredPairs pairs = run.scored().get(0);
        Set<String> lookedAt = new HashSet<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            lookedAt.add(pairs.left(pair) + " " + pairs.right(pair));
        }
        int strangers = 0;
        for (String left : some(0)) {
            for (String right : some(1)) {
                if (!lookedAt.contains(left + " " + right)) {
                    assertStrangers(explain("hospital", left, "gp", right));
                    strangers++;
                }
            }
        }
        assertThat(strangers).isGreaterThan(20);
    }

    private static void assertStrangers(Explanation why) {
        PairWeight weight = why.weight();
        assertThat(why.foundBy()).isEmpty();
        assertThat(why.decision()).isEqualTo(Decision.NO_MATCH);
        assertThat(weight.sumOfLevels() + weight.dependence() + weight.openness() + weight.rarity() + weight.prior())
                .isCloseTo(weight.logOdds(), within(EXACTLY));
        assertThat(why.among()).isEqualTo(weight.logOdds());
        assertThat(weight.logOdds()).isLessThan(12);
    }

    @Test
    void aPairLooksTheSameFromBothSides() {
        ScoredPairs pairs = run.scored().get(1);
        for (int pair = 0; pair < Math.min(50, pairs.size()); pair++) {
            Explanation turned =
                    explain(pairs.rightProvider(), pairs.right(pair), pairs.leftProvider(), pairs.left(pair));
            assertThat(turned).isEqualTo(why(pairs, pair));
        }
    }

    @Test
    void bothRecordsHaveOneStudyIdWhereItIsSaid() {
        ScoredPairs pairs = run.scored().get(0);
        for (int pair = 0; pair < pairs.size(); pair++) {
            boolean one = run.crosswalks()
                    .get(0)
                    .studyIds()
                    .get(pairs.left(pair))
                    .equals(run.crosswalks().get(1).studyIds().get(pairs.right(pair)));
            assertThat(why(pairs, pair).together()).isEqualTo(one);
        }
    }

    @Test
    void rivalsAreCountedAndAPairWithoutAnyHasNoLead() {
        List<Explanation> all = all();
        assertThat(all).filteredOn(why -> why.rivals() > 0).isNotEmpty();
        assertThat(all)
                .filteredOn(why -> why.rivals() == 0)
                .isNotEmpty()
                .allMatch(why -> why.lead().isEmpty())
                .allMatch(why -> Math.abs(why.among() - why.weight().logOdds()) < EXACTLY);
        assertThat(all).filteredOn(why -> why.lead().isPresent()).isNotEmpty().allMatch(why -> why.rivals() > 0);
    }

    @Test
    void differentNumbersAreNamedAsTheGround() {
        assertThat(all())
                .filteredOn(why -> why.ground() == Ground.DIFFERENT_NUMBERS)
                .isNotEmpty()
                .allMatch(why -> why.decision() == Decision.NO_MATCH)
                .allMatch(why -> why.words().equals("no link: different numbers of which a person has one forbid it"));
    }

    /** Nothing but names of rules, comparisons and levels, and numbers: every word is known from the agreement or the program. */
    @Test
    void anExplanationSaysNobody() throws IOException {
        Set<String> cells = cells();
        for (Explanation why : all()) {
            String said = why.text() + why.json();
            assertThat(cells.stream().filter(said::contains)).isEmpty();
            why.weight().levels().forEach(level -> assertThat(levels()).contains(level.level()));
        }
    }

    @Test
    void whoIsNotThereHasNoExplanation() {
        ScoredPairs pairs = run.scored().get(0);
        assertThat(run.explain("hospital", pairs.left(0), "gp", "nobody")).isEmpty();
        assertThat(run.explain("prison", pairs.left(0), "gp", pairs.right(0))).isEmpty();
        assertThat(run.explain("hospital", pairs.left(0), "hospital", pairs.left(1)))
                .as("a provider that holds each person once is not linked with itself")
                .isEmpty();
    }

    private static List<Explanation> all() {
        return run.scored().stream()
                .flatMap(pairs ->
                        Stream.iterate(0, pair -> pair + 1).limit(pairs.size()).map(pair -> why(pairs, pair)))
                .toList();
    }

    private static Explanation why(ScoredPairs pairs, int pair) {
        return explain(pairs.leftProvider(), pairs.left(pair), pairs.rightProvider(), pairs.right(pair));
    }

    private static Explanation explain(String provider, String localId, String other, String otherId) {
        return run.explain(provider, localId, other, otherId).orElseThrow();
    }

    private static List<String> some(int provider) {
        return new TreeSet<>(run.crosswalks().get(provider).studyIds().keySet())
                .stream().limit(6).toList();
    }

    private static Set<String> levels() {
        Set<String> levels = new HashSet<>();
        Comparison.of(agreement).forEach(comparison -> levels.addAll(comparison.levels()));
        return levels;
    }

    /** Cells of the extracts that are long enough to be somebody's, dates and numbers among them. */
    private static Set<String> cells() throws IOException {
        Set<String> cells = new HashSet<>();
        for (String provider : PROVIDERS) {
            Files.readAllLines(SAMPLE.resolve(provider + ".csv")).stream()
                    .skip(1)
                    .flatMap(row -> Stream.of(row.split(",")))
                    .filter(cell -> cell.length() >= 7)
                    .forEach(cells::add);
        }
        return cells;
    }

    private static ExtractSource extract(String provider) throws IOException {
        return ExtractSource.of(SAMPLE.resolve(provider + ".csv"));
    }
}
