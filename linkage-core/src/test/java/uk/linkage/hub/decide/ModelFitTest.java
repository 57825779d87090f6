package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.SelfPairs;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.compare.Patterns.Look;
import uk.linkage.hub.decide.ModelFit.Strangers;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.testdata.Synthetic;
import uk.linkage.testdata.Written;

/** A hospital and a GP federation of one synthetic population, whose households are many near misses. */
class ModelFitTest {
    private static final double TOLERANCE = 0.03;

    /**
     * Of false pairs whole states are learnt, and here they are taken apart as if comparisons were independent, which shifts
     * chances between the levels of a date most.
     */
    private static final double JOINT_TOLERANCE = 0.15;

    /** Found once for each file. */
    private static final Map<EncodedTable, Look> WITHIN = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Agreement agreement;
    private static Side hospital;
    private static Side gp;
    private static Side strangers;
    private static Fitted usual;

    /** One provider: its extract, its table, and who is who. */
    private record Side(String csv, EncodedTable table, Map<String, String> person) {}

    /** What two tables gave the fit and what came of it. */
    private record Fitted(CandidatePairs pairs, Patterns patterns, FittedModel fit) {
        MatchModel model() {
            return fit.model();
        }

        long links() {
            return IntStream.range(0, pairs.size())
                    .filter(pair -> probability(pair) >= 0.8)
                    .count();
        }

        double probability(int pair) {
            return MatchModel.probability(fit.logOdds()[patterns.of(pair)]);
        }
    }

    @BeforeAll
    static void populate() throws IOException {
        Written population = new Synthetic(2000, 5).writeTo(Files.createDirectory(folder.resolve("a")));
        Written others = new Synthetic(2000, 6).writeTo(Files.createDirectory(folder.resolve("b")));
        Path first = population.extracts().get(0).file();
        agreement = Profile2026.agreement(
                SealedTables.agreement().purpose(),
                Proposal.of(ExtractSource.of(first), Map.of()).fields(),
                Profile2026.bounds());
        hospital = side(population, 0, "hospital");
        gp = side(population, 1, "gp");
        strangers = side(others, 1, "strangers");
        usual = fit(hospital.table(), gp.table());
    }

    private static Side side(Written population, int provider, String name) throws IOException {
        String csv = Files.readString(population.extracts().get(provider).file());
        Map<String, String> person = new HashMap<>();
        for (String line : Files.readAllLines(population.truth())) {
            String[] cells = line.split(",");
            person.put(cells[0] + "," + cells[1], cells[2]);
        }
        Map<String, String> own = new HashMap<>();
        String prefix = population.extracts().get(provider).provider() + ",";
        person.forEach((record, who) -> {
            if (record.startsWith(prefix)) {
                own.put(record.substring(prefix.length()), who);
            }
        });
        return new Side(csv, new SealedTables(folder, agreement).of(name, csv), own);
    }

    @Test
    void chancesOfThePopulationAreRecoveredWithoutLabels() {
        Fitted fitted = usual;
        BiPredicate<Integer, Integer> same = (left, right) -> isSame(hospital, gp, left, right);
        for (int c = 0; c < fitted.model().comparisons().size(); c++) {
            double[] m = shares(fitted, c, same, fitted.model()::logM);
            double[] u = shares(fitted, c, same.negate(), fitted.model()::logU);
            if (fitted.model().comparisons().get(c).role() == Role.SWAP) {
                continue; // records of one person differ in both names too seldom to tell
            }
            for (int level = 1; level < m.length; level++) {
                String what = fitted.model().comparisons().get(c).name() + ", level " + level;
                assertThat(fitted.model().m(c, level)).as("m of %s", what).isCloseTo(m[level], within(TOLERANCE));
                assertThat(fitted.model().u(c, level)).as("u of %s", what).isCloseTo(u[level], within(JOINT_TOLERANCE));
            }
        }
    }

    @Test
    void chancesOfAComparisonSumToOne() {
        MatchModel model = usual.model();
        for (int c = 0; c < model.comparisons().size(); c++) {
            double m = 0;
            double u = 0;
            for (int level = 1; level < model.comparisons().get(c).levels().size(); level++) {
                m += model.m(c, level);
                u += model.u(c, level);
            }
            assertThat(m).isCloseTo(1, within(1e-9));
            assertThat(u).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void probabilitiesMeanWhatTheySay() {
        Fitted fitted = usual;
        int linked = 0;
        int right = 0;
        for (int pair = 0; pair < fitted.pairs().size(); pair++) {
            if (fitted.probability(pair) >= 0.8) {
                linked++;
                right += isSame(
                                hospital,
                                gp,
                                fitted.pairs().left(pair),
                                fitted.pairs().right(pair))
                        ? 1
                        : 0;
            }
        }
        assertThat((double) right / linked).as("precision").isGreaterThan(0.99);
        assertThat((double) right / inCommon()).as("recall").isGreaterThan(0.99);
    }

    private static long inCommon() {
        return hospital.person().values().stream()
                .filter(new HashSet<>(gp.person().values())::contains)
                .count();
    }

    @Test
    void theSameRecordsGiveTheSameModel() {
        Fitted again = fit(hospital.table(), gp.table());
        assertSameModel(usual, again, 0);
        assertThat(again.fit().rank()).isEqualTo(usual.fit().rank());
        assertThat(again.fit().logOdds()).isEqualTo(usual.fit().logOdds());
    }

    @Test
    void theOrderOfRecordsDoesNotMatter() throws IOException {
        SealedTables tables = new SealedTables(folder, agreement);
        EncodedTable left = tables.of("hospital", shuffled(hospital.csv(), new Random(11)));
        EncodedTable right = tables.of("gp", shuffled(gp.csv(), new Random(12)));
        assertSameModel(usual, fit(left, right), 0.005);
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        assertSameModel(usual, fit(gp.table(), hospital.table()), 0.005);
    }

    @Test
    void filesWithNobodyInCommonGiveNextToNoLinks() {
        Fitted fitted = fit(hospital.table(), strangers.table());
        assertThat(fitted.pairs().size()).isPositive();
        assertThat(fitted.links()).isLessThan(hospital.table().rows() / 200);
    }

    @Test
    void householdsDoNotBecomeAClassOfMatches() throws IOException {
        Set<String> hospitalPeople = new HashSet<>(hospital.person().values());
        List<String> lines = gp.csv().lines().toList();
        List<String> others = new ArrayList<>(lines.subList(0, 1));
        lines.stream()
                .skip(1)
                .filter(line -> !hospitalPeople.contains(gp.person().get(line.substring(0, line.indexOf(',')))))
                .forEach(others::add);
        EncodedTable families = new SealedTables(folder, agreement).of("families", String.join("\n", others) + "\n");
        Fitted fitted = fit(hospital.table(), families);
        assertThat(fitted.pairs().size())
                .as("pairs of people who live together, mostly")
                .isGreaterThan(families.rows() / 3);
        assertThat(fitted.links()).isLessThan(families.rows() / 100);
    }

    @Test
    void withoutPairsOfStrangersLosersShowHowFalsePairsLook() {
        Fitted fitted = fit(hospital.table(), gp.table(), List.of());
        long right = IntStream.range(0, fitted.pairs().size())
                .filter(pair -> fitted.probability(pair) >= 0.8)
                .filter(pair -> isSame(
                        hospital, gp, fitted.pairs().left(pair), fitted.pairs().right(pair)))
                .count();
        assertThat((double) right / fitted.links()).as("precision").isGreaterThan(0.99);
        assertThat((double) right / inCommon()).as("recall").isGreaterThan(0.97);
    }

    @Test
    void fewTruePairsAreFoundWithoutManyFalseOnes() throws IOException {
        List<String> lines = new ArrayList<>(strangers.csv().lines().toList());
        List<String> known = gp.csv().lines().toList();
        for (int i = 1; i <= 60; i++) {
            lines.add("IN-COMMON-" + known.get(i));
        }
        EncodedTable mixed = new SealedTables(folder, agreement).of("mixed", String.join("\n", lines) + "\n");
        Fitted fitted = fit(gp.table(), mixed);
        int right = 0;
        int wrong = 0;
        for (int pair = 0; pair < fitted.pairs().size(); pair++) {
            if (fitted.probability(pair) >= 0.8) {
                String id = mixed.localId(fitted.pairs().right(pair));
                boolean same = id.equals(
                        "IN-COMMON-" + gp.table().localId(fitted.pairs().left(pair)));
                right += same ? 1 : 0;
                wrong += same ? 0 : 1;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(58);
        assertThat(wrong).isLessThan(gp.table().rows() / 150);
    }

    @Test
    void withoutCandidatesTheKindsStandAsTheyBegin() throws IOException {
        EncodedTable nobody = new SealedTables(folder, SealedTables.agreement()).ofNobody("nobody");
        List<Comparison> comparisons = Comparison.of(SealedTables.agreement());
        CandidatePairs none = CandidatePairs.of(Blocking.of(SealedTables.agreement()), nobody, nobody);
        Patterns patterns = Patterns.of(none, new Comparer(SealedTables.agreement(), nobody, nobody));
        MatchModel model =
                ModelFit.of(comparisons, none, patterns, true, true, List.of()).model();
        assertThat(model.prior()).isBetween(0.0, 1.0);
        Mixture kinds = new Mixture(comparisons, Kinds.ofOnePerson(comparisons));
        for (int c = 0; c < comparisons.size(); c++) {
            for (int level = 1; level < comparisons.get(c).levels().size(); level++) {
                assertThat(model.m(c, level)).isCloseTo(kinds.chance(c, level), within(0.001));
            }
        }
    }

    @Test
    void aComparisonThatIsMissingThroughoutKeepsItsPriorAndWeighsNothing() throws IOException {
        SealedTables tables = new SealedTables(folder, SealedTables.agreement());
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add("R%d,,Forename%s,Hill,F,19%d-12-31,LS1 4AP".formatted(i, "abcdefghij".charAt(i % 10), 50 + i));
        }
        EncodedTable table = tables.of("same", rows);
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(SealedTables.agreement()), table, table);
        Patterns patterns = Patterns.of(pairs, new Comparer(SealedTables.agreement(), table, table));
        List<Comparison> comparisons = Comparison.of(SealedTables.agreement());
        FittedModel fitted = ModelFit.of(comparisons, pairs, patterns, true, true, List.of());
        MatchModel model = fitted.model();
        int number = comparisons.size() - 1;
        assertThat(model.m(number, 1)).isCloseTo(comparisons.get(number).m().get(0), within(0.001));
        assertThat(model.weight(number, Comparison.MISSING)).isZero();
        assertThat(fitted.logOdds()[patterns.of(0)]).isFinite();
    }

    /** As a linkage of two providers is fitted: with the pairs within each, which are of two people. */
    private static Fitted fit(EncodedTable left, EncodedTable right) {
        return fit(left, right, List.of(left, right));
    }

    private static Fitted fit(EncodedTable left, EncodedTable right, List<EncodedTable> once) {
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), left, right);
        List<Look> looks = new ArrayList<>(List.of(new Look(pairs, Comparer.byRarity(agreement, left, right))));
        once.forEach(table -> looks.add(ownPairs(table)));
        List<Patterns> patterns = Patterns.together(looks, Progress.UNSEEN);
        List<Strangers> strangers = IntStream.range(1, looks.size())
                .mapToObj(i -> new Strangers(looks.get(i).pairs(), patterns.get(i)))
                .toList();
        List<Comparison> comparisons = Comparison.of(agreement);
        return new Fitted(
                pairs, patterns.get(0), ModelFit.of(comparisons, pairs, patterns.get(0), true, true, strangers));
    }

    private static Look ownPairs(EncodedTable table) {
        return WITHIN.computeIfAbsent(table, file -> {
            SelfPairs self = SelfPairs.of(Blocking.of(agreement), file);
            return new Look(self.pairs(), new Comparer(agreement, self.sample(), self.table()));
        });
    }

    private static boolean isSame(Side left, Side right, int leftRow, int rightRow) {
        String person = left.person().get(left.table().localId(leftRow));
        return person.equals(right.person().get(right.table().localId(rightRow)));
    }

    /** Shares of a comparison's levels among the candidates of that kind, each in the states it can come of. */
    private static double[] shares(
            Fitted fitted, int comparison, BiPredicate<Integer, Integer> kind, ToDoubleFunction<byte[]> logChance) {
        double[] shares =
                new double[fitted.model().comparisons().get(comparison).levels().size()];
        for (int pair = 0; pair < fitted.pairs().size(); pair++) {
            if (kind.test(fitted.pairs().left(pair), fitted.pairs().right(pair))) {
                add(shares, fitted.patterns(), fitted.patterns().of(pair), comparison, logChance);
            }
        }
        double present = Arrays.stream(shares).skip(1).sum();
        return Arrays.stream(shares).map(share -> share / present).toArray();
    }

    private static void add(
            double[] shares, Patterns patterns, int pattern, int comparison, ToDoubleFunction<byte[]> logChance) {
        double[] chances = patterns.chances(pattern).clone();
        for (int i = 0; i < chances.length; i++) {
            chances[i] *= Math.pow(2, logChance.applyAsDouble(patterns.levels(patterns.states(pattern)[i])));
        }
        double all = Arrays.stream(chances).sum();
        for (int i = 0; i < chances.length; i++) {
            shares[patterns.levels(patterns.states(pattern)[i])[comparison]] += chances[i] / all;
        }
    }

    private static void assertSameModel(Fitted one, Fitted other, double tolerance) {
        for (int c = 0; c < one.model().comparisons().size(); c++) {
            for (int level = 1;
                    level < one.model().comparisons().get(c).levels().size();
                    level++) {
                assertThat(other.model().m(c, level)).isCloseTo(one.model().m(c, level), within(tolerance));
                assertThat(other.model().u(c, level)).isCloseTo(one.model().u(c, level), within(tolerance));
            }
        }
        assertThat(other.model().prior()).isCloseTo(one.model().prior(), within(tolerance));
    }

    private static String shuffled(String csv, Random random) {
        List<String> lines = new ArrayList<>(csv.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return String.join("\n", lines) + "\n";
    }
}
