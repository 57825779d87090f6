package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.StudyIds;

class EvaluationTest {
    private static final String A = "S000000000000000A";
    private static final String B = "S000000000000000B";
    private static final String C = "S000000000000000C";

    @TempDir
    private Path folder;

    @Test
    void aTruthOfPeopleAgreesWithEveryPairAndSetWrittenOut() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Rehearsed made = Rehearsed.people(random, 1 + random.nextInt(5));
            Evaluation evaluation = Evaluation.of(made.crosswalks(), made.peopleTruth(folder, random));
            assertAgrees(evaluation, PlainEvaluation.ofPeople(made), seed);
        }
    }

    @Test
    void aTruthOfPairsAgreesWithEveryPairAndSetWrittenOut() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Rehearsed made = Rehearsed.pairs(random);
            Evaluation evaluation = Evaluation.of(made.crosswalks(), made.pairsTruth(folder, random));
            assertAgrees(evaluation, PlainEvaluation.ofPairs(made), seed);
        }
    }

    @Test
    void theFiguresDoNotDependOnTheOrderOfAnything() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Rehearsed made = Rehearsed.people(new Random(seed), 4);
            String once = json(made, new Random(1), false);
            assertThat(json(made, new Random(2), true)).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void pairsWithinAProviderCountWhereTheTruthNamesPeople() throws IOException {
        Truth truth = truth("provider,local_id,person\nx,1,ann\nx,2,ann\n", "x");
        Evaluation evaluation = Evaluation.of(List.of(new Crosswalk("x", Map.of("1", A, "2", A))), truth);
        assertThat(evaluation.pairwise().counts()).isEqualTo(new Confusion(1, 0, 0));
        assertThat(evaluation.providers()).containsExactly(new ProviderPair("x", "x", new Confusion(1, 0, 0)));
    }

    @Test
    void pairsWithinAProviderDoNotCountWhereTheTruthNamesPairs() throws IOException {
        Truth truth = truth("a,b\n1,1\n", "x", "y");
        List<Crosswalk> run =
                List.of(new Crosswalk("x", Map.of("1", A, "2", A, "3", A)), new Crosswalk("y", Map.of("1", A)));
        assertThat(Evaluation.of(run, truth).pairwise().counts()).isEqualTo(new Confusion(1, 2, 0));
    }

    @Test
    void aRecordNamedNowhereHasNoPartner() throws IOException {
        Truth truth = truth("a,b\n1,1\n", "x", "y");
        List<Crosswalk> run =
                List.of(new Crosswalk("x", Map.of("1", A, "2", B)), new Crosswalk("y", Map.of("1", A, "2", B)));
        Evaluation evaluation = Evaluation.of(run, truth);
        assertThat(evaluation.pairwise().counts()).isEqualTo(new Confusion(1, 1, 0));
        assertThat(evaluation.truth().runRecordsNotInTruth()).isEqualTo(2);
    }

    @Test
    void truthRecordsThatAreNotInTheRunAreMissedAndCountedApart() throws IOException {
        Truth truth = truth("a,b\n1,1\n2,2\n3,3\n", "x", "y");
        List<Crosswalk> run = List.of(new Crosswalk("x", Map.of("1", A, "2", B)), new Crosswalk("y", Map.of("1", A)));
        Evaluation evaluation = Evaluation.of(run, truth);
        assertThat(evaluation.pairwise().counts()).isEqualTo(new Confusion(1, 0, 2));
        assertThat(evaluation.truth().recordsNotInRun()).isEqualTo(3);
        assertThat(evaluation.truth().pairs()).isEqualTo(3);
    }

    @Test
    void eachTwoProvidersHaveTheirOwnFigures() throws IOException {
        Truth truth = truth("provider,local_id,person\nx,1,ann\ny,1,ann\nz,1,ann\n", "x", "y", "z");
        List<Crosswalk> run = List.of(
                new Crosswalk("z", Map.of("1", C)),
                new Crosswalk("x", Map.of("1", A)),
                new Crosswalk("y", Map.of("1", A)));
        assertThat(Evaluation.of(run, truth).providers())
                .contains(
                        new ProviderPair("x", "y", new Confusion(1, 0, 0)),
                        new ProviderPair("x", "z", new Confusion(0, 0, 1)),
                        new ProviderPair("y", "z", new Confusion(0, 0, 1)))
                .hasSize(6);
    }

    @Test
    void groupsOfManyRecordsAreCountedWithoutListingTheirPairs() throws IOException {
        int size = 200_000;
        Map<String, String> all = new HashMap<>();
        for (int record = 0; record < size; record++) {
            all.put("L" + record, A);
        }
        List<Crosswalk> run = List.of(new Crosswalk("x", all), new Crosswalk("y", all));
        Evaluation evaluation = Evaluation.of(run, truth("a,b\nL0,L0\n", "x", "y"));
        assertThat(evaluation.pairwise().counts()).isEqualTo(new Confusion(1, (long) size * size - 1, 0));
    }

    @Test
    void crosswalksOfOtherProvidersAreLeftOut() throws IOException {
        Truth truth = truth("a,b\n1,1\n", "x", "y");
        Crosswalk own = new Crosswalk("x", Map.of("1", A));
        List<Crosswalk> run = List.of(own, new Crosswalk("y", Map.of("1", A)), new Crosswalk("z", Map.of("1", A)));
        assertThat(Evaluation.of(run, truth).pairwise().counts()).isEqualTo(new Confusion(1, 0, 0));
    }

    @Test
    void eachProviderOfTheTruthNeedsJustOneCrosswalk() throws IOException {
        Truth truth = truth("a,b\n1,1\n", "x", "y");
        Crosswalk own = new Crosswalk("x", Map.of("1", A));
        assertThatThrownBy(() -> Evaluation.of(List.of(own), truth))
                .hasMessage("provider y needs one crosswalk, there are 0");
        assertThatThrownBy(() -> Evaluation.of(List.of(own, own), truth))
                .hasMessage("provider x needs one crosswalk, there are 2");
    }

    private static void assertAgrees(Evaluation evaluation, PlainEvaluation plain, int seed) {
        assertSame(evaluation.pairwise(), plain.pairwise(), seed);
        assertThat(evaluation.cluster().exact()).as("seed %d", seed).isEqualTo(plain.exact());
        assertThat(evaluation.providers())
                .as("seed %d", seed)
                .allSatisfy(pair ->
                        assertSame(pair.pairwise(), plain.pairwise(number(pair.left()), number(pair.right())), seed));
        BCubed bCubed = evaluation.cluster().bCubed();
        assertThat(bCubed.precision().isEmpty()).as("seed %d", seed).isEqualTo(plain.isEmpty());
        if (!plain.isEmpty()) {
            double precision = plain.bCubedPrecision();
            double recall = plain.bCubedRecall();
            assertThat(bCubed.precision().getAsDouble()).as("seed %d", seed).isCloseTo(precision, within(1e-12));
            assertThat(bCubed.recall().getAsDouble()).as("seed %d", seed).isCloseTo(recall, within(1e-12));
            assertThat(bCubed.f1().getAsDouble())
                    .as("seed %d", seed)
                    .isCloseTo(2 / (1 / precision + 1 / recall), within(1e-12));
        }
    }

    /** Counts, and how far pairs go together. */
    private static void assertSame(Confusion one, Confusion plain, int seed) {
        assertThat(one.counts()).as("seed %d", seed).isEqualTo(plain.counts());
        assertThat(one.effects().precision())
                .as("seed %d", seed)
                .isCloseTo(plain.effects().precision(), within(1e-9));
        assertThat(one.effects().recall())
                .as("seed %d", seed)
                .isCloseTo(plain.effects().recall(), within(1e-9));
        assertThat(one.effects().f1())
                .as("seed %d", seed)
                .isCloseTo(plain.effects().f1(), within(1e-9));
    }

    private static int number(String provider) {
        return Integer.parseInt(provider.substring(1));
    }

    /** The figures of a run whose study ids may be drawn afresh: they are names only. */
    private String json(Rehearsed made, Random order, boolean renamed) throws IOException {
        List<Crosswalk> crosswalks = made.crosswalks();
        StudyIds names = new StudyIds(new Random(5));
        Map<String, String> nameOf = new HashMap<>();
        List<Crosswalk> run = crosswalks.stream()
                .map(crosswalk -> {
                    Map<String, String> studyIds = new HashMap<>(crosswalk.studyIds());
                    studyIds.replaceAll(
                            (localId, id) -> renamed ? nameOf.computeIfAbsent(id, unseen -> names.next()) : id);
                    return new Crosswalk(crosswalk.provider(), studyIds);
                })
                .toList();
        return Evaluation.of(run, made.peopleTruth(folder, order)).toJson().toString();
    }

    private Truth truth(String content, String... providers) throws IOException {
        return Truth.read(Files.writeString(folder.resolve("truth.csv"), content), List.of(providers));
    }
}
