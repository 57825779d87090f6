package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.crosswalk.Crosswalk;

class BreakdownTest {
    private static final List<String> PROVIDERS = List.of("x", "y");

    private static final RecordMean NOTHING = new RecordMean(0, 0, 0);

    @TempDir
    private Path folder;

    /** Ann's two records are linked, Bob's are not, and Bob's second is linked to Cid's, who lives with him. */
    private static final List<Crosswalk> RUN = List.of(
            new Crosswalk("x", Map.of("a1", id(1), "b1", id(2), "c1", id(3))),
            new Crosswalk("y", Map.of("a2", id(1), "b2", id(3), "d2", id(4))));

    private static final String TRUTH = """
            provider,local_id,person
            x,a1,ann
            y,a2,ann
            x,b1,bob
            y,b2,bob
            x,c1,cid
            """;

    private static final String LABELS = """
            person,household,sex,age
            ann,1,f,5-17
            bob,2,m,18-29
            cid,2,m,
            eve,2,f,80+
            """;

    @Test
    void pairsCountForTheGroupsOfTheirPeople() throws IOException {
        Breakdown breakdown = of(TRUTH, LABELS, null);
        assertThat(counted(breakdown))
                .containsExactly(
                        new Grouping("sex", List.of(group("f", 1, 0, 0, 1, 1), group("m", 0, 1, 1, 0, 1))),
                        new Grouping(
                                "age",
                                List.of(
                                        group("5-17", 1, 0, 0, 1, 1),
                                        group("18-29", 0, 1, 1, 0, 1),
                                        group("not said", 0, 1, 0, 0, 0))));
    }

    @Test
    void aFalsePairOfOneHouseholdIsToldFromThoseOfStrangers() throws IOException {
        assertThat(of(TRUTH, LABELS, null).ofOneHousehold()).contains(1L);
        assertThat(of(TRUTH, LABELS.replace("cid,2", "cid,3"), null).ofOneHousehold())
                .contains(0L);
        assertThat(of(TRUTH, LABELS.replace("bob,2", "bob,").replace("cid,2", "cid,"), null)
                        .ofOneHousehold())
                .contains(0L);
        assertThat(of(TRUTH, LABELS.replace("household", "street"), null).ofOneHousehold())
                .isEmpty();
    }

    @Test
    void missedPairsAreToldByEachCauseAndByAllOfThemTogether() throws IOException {
        Breakdown breakdown = of(TRUTH, null, "provider,local_id,slips\nx,b1,moved\ny,b2,surname changed;moved\n");
        assertThat(breakdown.causes())
                .containsExactly(
                        new CauseCount(List.of("moved"), 1, 1, 1, 1),
                        new CauseCount(List.of("surname changed"), 1, 1, 1, 1),
                        new CauseCount(List.of(), 1, 0, 0, 1));
        assertThat(breakdown.together())
                .containsExactly(new CauseCount(List.of("moved", "surname changed"), 1, 1, 1, 1));
    }

    @Test
    void labelsOfRecordsServeATruthOfPairsAndARecordMayBeLabelledOtherwiseAtEachProvider() throws IOException {
        Breakdown breakdown = of("left,right\na1,a2\nb1,b2\n", """
                        provider,local_id,ethnic group
                        x,a1,White
                        y,a2,White
                        x,b1,Asian
                        y,b2,Mixed
                        """, null);
        assertThat(counted(breakdown))
                .containsExactly(new Grouping(
                        "ethnic group",
                        List.of(
                                group("Asian", 0, 0, 1, 0, 1),
                                group("Mixed", 0, 1, 1, 0, 0),
                                group("White", 1, 0, 0, 1, 1),
                                group("not said", 0, 1, 0, 0, 0))));
    }

    /** Bob's two records are apart, and his second is with Cid's: B-cubed sees half of each. */
    @Test
    void recordsOfAGroupHavePartMarks() throws IOException {
        GroupQuality men = of(TRUTH, LABELS, null).groupings().get(0).groups().get(1);
        assertThat(men.purity()).isEqualTo(new RecordMean(3, 2, 2 / 3.0));
        assertThat(men.completeness()).isEqualTo(new RecordMean(3, 2, 2 / 3.0));
        assertThat(men.bCubedF1(SmallNumbers.EXACT).orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(men.bCubedF1(SmallNumbers.SUPPRESSED)).isEmpty();
    }

    /** Two people of three records: of one all three pairs are found, of the other none. */
    @Test
    void theIntervalsOfAGroupTakePeopleAsTheirUnit() throws IOException {
        Truth truth = Truth.read(
                Files.writeString(
                        folder.resolve("truth.csv"),
                        "provider,local_id,person\nx,a1,ann\nx,a2,ann\ny,a3,ann\nx,b1,bob\nx,b2,bob\ny,b3,bob\n"),
                PROVIDERS);
        List<Crosswalk> run = List.of(
                new Crosswalk("x", Map.of("a1", id(1), "a2", id(1), "b1", id(2), "b2", id(3))),
                new Crosswalk("y", Map.of("a3", id(1), "b3", id(4))));
        GroupLabels labels = GroupLabels.read(
                Files.writeString(folder.resolve("labels.csv"), "person,town\nann,leeds\nbob,leeds\n"), truth);
        Breakdown breakdown = Breakdown.of(run, truth, Optional.of(labels), Optional.empty());
        Confusion pairs = breakdown.groupings().get(0).groups().get(0).pairwise();
        assertThat(pairs.counts()).isEqualTo(new Confusion(3, 0, 3));
        assertThat(pairs.effects().recall()).isEqualTo(2 * 5 / 6.0 * 4.5 / 1.5, within(1e-12));
        assertThat(pairs.effects().precision()).isEqualTo(3);
        assertThat(pairs.recall())
                .isEqualTo(Wilson.interval(3, 6, 6 / pairs.effects().recall()));
    }

    @Test
    void groupsThatDoNotOverlapAddUpToTheRun() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            Rehearsed made = Rehearsed.people(new Random(seed), 4);
            Truth truth = made.peopleTruth(folder, new Random(seed));
            Confusion all = Evaluation.of(made.crosswalks(), truth).pairwise();
            List<String> lines = new ArrayList<>(List.of("person,parity"));
            truth.persons().forEach((person, number) -> lines.add(person + "," + number % 2));
            GroupLabels labels = GroupLabels.read(Files.write(folder.resolve("labels.csv"), lines), truth);
            Breakdown breakdown = Breakdown.of(made.crosswalks(), truth, Optional.of(labels), Optional.empty());
            List<GroupQuality> groups = breakdown.groupings().get(0).groups();
            assertThat(sum(groups, Confusion::truePositives))
                    .as("seed %d", seed)
                    .isEqualTo(all.truePositives());
            assertThat(sum(groups, Confusion::falseNegatives))
                    .as("seed %d", seed)
                    .isEqualTo(all.falseNegatives());
            assertThat(sum(groups, Confusion::falsePositives))
                    .isBetween(all.falsePositives(), 2 * all.falsePositives());
            assertThat(breakdown.falseLinks()).isEqualTo(all.falsePositives());
            ClusterQuality whole = Evaluation.of(made.crosswalks(), truth).cluster();
            assertThat(groups.stream().mapToLong(GroupQuality::people).sum()).isEqualTo(whole.people());
            assertThat(groups.stream().mapToLong(GroupQuality::recovered).sum())
                    .isEqualTo(whole.exact().truePositives());
        }
    }

    @Test
    void smallNumbersAreNotToldUnlessAsked() throws IOException {
        Breakdown breakdown = of(TRUTH, LABELS, "provider,local_id,slips\nx,b1,moved\n");
        JsonNode json = breakdown.toJson(SmallNumbers.SUPPRESSED);
        assertThat(json.at("/small_numbers_suppressed").asBoolean()).isTrue();
        assertThat(json.at("/groups/0/groups/1/false_negatives").isNull()).isTrue();
        assertThat(json.at("/groups/0/groups/1/true_positives").asLong()).isZero();
        assertThat(json.at("/groups/0/groups/1/recall").isNull()).isTrue();
        assertThat(json.at("/causes/each/0/missed").isNull()).isTrue();
        assertThat(breakdown.toText(SmallNumbers.SUPPRESSED)).contains("By sex", "*", "counts of 1 to 7 are *");
        JsonNode exact = breakdown.toJson(SmallNumbers.EXACT);
        assertThat(exact.at("/groups/0/groups/1/false_negatives").asLong()).isEqualTo(1);
        assertThat(exact.at("/groups/0/groups/1/recall").asDouble()).isZero();
        assertThat(exact.at("/causes/false_links/of_one_household").asLong()).isEqualTo(1);
        assertThat(breakdown.toText(SmallNumbers.EXACT))
                .contains("False pairs: 1, of people of one household 1")
                .doesNotContain("*");
    }

    @Test
    void suppressedSharesAreOfWhatIsToldOrBounds() {
        SmallNumbers suppressed = SmallNumbers.SUPPRESSED;
        assertThat(List.of(0L, 8L, 12L, 13L, 1_002L).stream()
                        .map(suppressed::told)
                        .map(told -> told.orElse(-1)))
                .containsExactly(0L, 10L, 10L, 15L, 1_000L);
        assertThat(suppressed.told(1)).isEmpty();
        assertThat(suppressed.told(7)).isEmpty();
        assertThat(suppressed.share(991, 22, ""))
                .isEqualTo(new SmallNumbers.Share.Told(Estimate.proportion(990, 1_010, "")));
        assertThat(suppressed.share(100, 3, "")).isEqualTo(new SmallNumbers.Share.AtLeast(98 / 105.0));
        assertThat(suppressed.share(3, 100, "")).isEqualTo(new SmallNumbers.Share.AtMost(7 / 105.0));
        assertThat(suppressed.share(3, 3, "")).isEqualTo(new SmallNumbers.Share.Withheld());
    }

    @Test
    void aBoundHoldsWhateverCountItHides() {
        for (long told = 0; told < 60; told++) {
            for (long hidden = 1; hidden <= 7; hidden++) {
                double share = told / (double) (told + hidden);
                if (SmallNumbers.SUPPRESSED.share(told, hidden, "") instanceof SmallNumbers.Share.AtLeast least) {
                    assertThat(share).isGreaterThanOrEqualTo(least.value() - 1e-12);
                }
                if (SmallNumbers.SUPPRESSED.share(hidden, told, "") instanceof SmallNumbers.Share.AtMost most) {
                    assertThat(1 - share).isLessThanOrEqualTo(most.value() + 1e-12);
                }
            }
        }
    }

    /** Newcombe's own example: 56 of 70 and 48 of 80 differ by .2, from .0524 to .3339 by his method 10. */
    @Test
    void theGapIsThatOfTheWorstAndTheBestWithNewcombesInterval() {
        Grouping grouping = new Grouping(
                "g",
                List.of(group("a", 560, 0, 140, 0, 0), group("b", 480, 0, 320, 0, 0), group("few", 1, 0, 9, 0, 0)));
        RecallGap gap = RecallGap.of(grouping, SmallNumbers.EXACT).orElseThrow();
        assertThat(List.of(gap.worst(), gap.best())).containsExactly("b", "a");
        assertThat(gap.gap().value()).isEqualTo(0.2, within(1e-12));
        Estimate.Measured best = Wilson.interval(560, 700);
        Estimate.Measured worst = Wilson.interval(480, 800);
        assertThat(gap.gap().low()).isEqualTo(0.2 - Math.hypot(0.8 - best.low(), worst.high() - 0.6), within(1e-12));
        assertThat(RecallGap.between(Wilson.interval(56, 70), Wilson.interval(48, 80)))
                .satisfies(example -> {
                    assertThat(example.low()).isEqualTo(0.0524, within(5e-5));
                    assertThat(example.high()).isEqualTo(0.3339, within(5e-5));
                });
    }

    @Test
    void whereMissedLinksAreFewTheGapIsOnlySaidNotToBeMore() {
        Grouping grouping = new Grouping("g", List.of(group("a", 500, 0, 0, 0, 0), group("b", 500, 0, 3, 0, 0)));
        RecallGap gap = RecallGap.of(grouping, SmallNumbers.SUPPRESSED).orElseThrow();
        assertThat(gap.exact()).isFalse();
        assertThat(gap.gap().value()).isEqualTo(7 / 505.0, within(1e-12));
        assertThat(RecallGap.of(new Grouping("g", List.of(group("a", 500, 0, 9, 0, 0))), SmallNumbers.EXACT))
                .isEmpty();
    }

    @Test
    void badLabelsAreRefusedWithThePlaceAndTheRule() {
        refused("name,sex\nann,f\n", "labels.csv: line 1: labels begin with the column person");
        refused("person\nann\n", "line 1: each grouping needs a column with a name of its own");
        refused("person,sex,sex\nann,f,f\n", "line 1: each grouping needs a column with a name of its own");
        refused("person,sex\nann,f\nann,m\n", "line 3: person was given before");
        refused("provider,local_id,sex\nz,1,f\n", "line 2: provider is none of x, y");
        StringBuilder names = new StringBuilder("provider,local_id,surname\n");
        for (int i = 0; i <= GroupLabels.MOST_GROUPS; i++) {
            names.append("x,").append(i).append(",name").append(i).append('\n');
        }
        refused(names.toString(), "line 102: column 3 has more than 100 groups");
    }

    @Test
    void badCausesAreRefusedWithThePlaceAndTheRule() {
        assertThatThrownBy(() -> of(TRUTH, null, "local_id,slips\na1,moved\n"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("causes.csv: line 1: causes have the columns provider,local_id and the causes");
        assertThatThrownBy(() -> of(TRUTH, null, "provider,local_id,slips\nx,a1,moved\nx,a1,\n"))
                .hasMessage("causes.csv: line 3: record was given before");
        assertThatThrownBy(() -> of(TRUTH, null, "provider,local_id,slips\nz,a1,moved\n"))
                .hasMessage("causes.csv: line 2: provider is none of x, y");
    }

    private void refused(String labels, String message) {
        assertThatThrownBy(() -> of(TRUTH, labels, null))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(message);
    }

    private Breakdown of(String truthText, String labelsText, String causesText) throws IOException {
        Truth truth = Truth.read(Files.writeString(folder.resolve("truth.csv"), truthText), PROVIDERS);
        Optional<GroupLabels> labels = labelsText == null
                ? Optional.empty()
                : Optional.of(GroupLabels.read(Files.writeString(folder.resolve("labels.csv"), labelsText), truth));
        Optional<CauseLabels> causes = causesText == null
                ? Optional.empty()
                : Optional.of(CauseLabels.read(Files.writeString(folder.resolve("causes.csv"), causesText), truth));
        return Breakdown.of(RUN, truth, labels, causes);
    }

    private static GroupQuality group(String name, long found, long wrong, long missed, long recovered, long people) {
        return new GroupQuality(name, new Confusion(found, wrong, missed), recovered, people, NOTHING, NOTHING);
    }

    /** The groupings by their counts alone. */
    private static List<Grouping> counted(Breakdown breakdown) {
        return breakdown.groupings().stream()
                .map(grouping -> new Grouping(
                        grouping.name(),
                        grouping.groups().stream()
                                .map(group -> new GroupQuality(
                                        group.group(),
                                        group.pairwise().counts(),
                                        group.recovered(),
                                        group.people(),
                                        NOTHING,
                                        NOTHING))
                                .toList()))
                .toList();
    }

    private static long sum(List<GroupQuality> groups, ToLongFunction<Confusion> of) {
        return groups.stream().map(GroupQuality::pairwise).mapToLong(of).sum();
    }

    private static String id(int number) {
        return "S%016d".formatted(number);
    }
}
