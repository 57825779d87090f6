package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.SealedTables;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.decide.Mixture.Kind;

/** A kind is told by the comparisons that are nearly always of their first or last level in it. */
class KindsTest {
    private static final double NEARLY_ALWAYS = 0.8;
    private static final List<Comparison> COMPARISONS = Comparison.of(SealedTables.agreement());
    private static final List<Kind> ONE_PERSON = Kinds.ofOnePerson(COMPARISONS);
    private static final List<Kind> TWO_PEOPLE = Kinds.ofTwoPeople(COMPARISONS);

    @Test
    void theirSharesSumToOneAndSoDoChancesInEach() {
        for (List<Kind> kinds : List.of(ONE_PERSON, TWO_PEOPLE)) {
            assertThat(kinds.stream().mapToDouble(Kind::share).sum()).isCloseTo(1, within(1e-9));
            for (Kind kind : kinds) {
                assertThat(kind.chance().length).isEqualTo(COMPARISONS.size());
                assertThat(List.of(kind.chance())).allSatisfy(chances -> {
                    assertThat(chances[Comparison.MISSING]).isZero();
                    assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-9));
                    assertThat(Arrays.stream(chances).skip(1)).allMatch(chance -> chance > 0);
                });
            }
        }
    }

    @Test
    void mostPairsOfOnePersonAreAsTheAgreementExpects() {
        Kind usual = ONE_PERSON.get(0);
        assertThat(usual.share()).isGreaterThan(0.5);
        for (int c = 0; c < COMPARISONS.size(); c++) {
            List<Double> m = COMPARISONS.get(c).m();
            for (int level = 1; level <= m.size(); level++) {
                assertThat(usual.chance()[c][level]).isEqualTo(m.get(level - 1));
            }
        }
    }

    @Test
    void somePeopleHaveMovedSomeHaveAnotherSurnameAndSomeBoth() {
        assertThat(ONE_PERSON)
                .anyMatch(kind -> differs(kind, Role.PLACE) && !differs(kind, Role.SURNAME))
                .anyMatch(kind -> differs(kind, Role.SURNAME) && !differs(kind, Role.PLACE))
                .anyMatch(kind -> differs(kind, Role.SURNAME) && differs(kind, Role.PLACE))
                .noneMatch(kind -> differs(kind, Role.BIRTH));
    }

    @Test
    void twoPeopleMayBeOfOneHouseholdTwinsNamesakesOrOfOneBirthday() {
        assertThat(TWO_PEOPLE)
                .as("household")
                .anyMatch(kind -> agrees(kind, Role.SURNAME) && agrees(kind, Role.PLACE) && !agrees(kind, Role.BIRTH));
        assertThat(TWO_PEOPLE)
                .as("twins")
                .anyMatch(kind -> agrees(kind, Role.SURNAME) && agrees(kind, Role.PLACE) && agrees(kind, Role.BIRTH));
        assertThat(TWO_PEOPLE)
                .as("namesakes")
                .anyMatch(
                        kind -> agrees(kind, Role.SURNAME) && agrees(kind, Role.FORENAME) && !agrees(kind, Role.PLACE));
        assertThat(TWO_PEOPLE)
                .as("one birthday")
                .anyMatch(kind -> agrees(kind, Role.BIRTH) && !agrees(kind, Role.SURNAME) && !agrees(kind, Role.PLACE));
        assertThat(TWO_PEOPLE).as("one number").noneMatch(kind -> agrees(kind, Role.NUMBER));
    }

    @Test
    void whereNothingIsComparedThatAKindIsOfTheOthersStand() {
        List<Comparison> names = COMPARISONS.subList(0, 2);
        assertThat(Kinds.ofOnePerson(names)).hasSameSizeAs(ONE_PERSON);
        assertThat(Kinds.ofOnePerson(List.of()))
                .allSatisfy(kind -> assertThat(kind.chance().length).isZero());
    }

    private static boolean agrees(Kind kind, Role role) {
        return IntStream.range(0, COMPARISONS.size())
                .filter(c -> COMPARISONS.get(c).role() == role)
                .allMatch(c -> kind.chance()[c][1] > NEARLY_ALWAYS);
    }

    private static boolean differs(Kind kind, Role role) {
        return IntStream.range(0, COMPARISONS.size())
                .filter(c -> COMPARISONS.get(c).role() == role)
                .allMatch(c -> kind.chance()[c][COMPARISONS.get(c).levels().size() - 1] > NEARLY_ALWAYS);
    }
}
