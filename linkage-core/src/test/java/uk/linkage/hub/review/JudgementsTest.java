package uk.linkage.hub.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.crosswalk.RecordNames;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Evidence;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.resolve.Veto;

/**
 * What the linkage makes of answers. Three providers with three records each: a0 to a2, b0 to b2 and c0 to c2; a and b hold each
 * person once, c does not.
 */
class JudgementsTest {
    private static final RecordNames NAMES = new RecordNames(
            List.of("a", "b", "c"),
            List.of(List.of("a0", "a1", "a2"), List.of("b0", "b1", "b2"), List.of("c0", "c1", "c2")));
    private static final int[] PROVIDER_OF = {0, 0, 0, 1, 1, 1, 2, 2, 2};
    private static final boolean[] ONCE = {true, true, false};
    private static final int A0 = 0;
    private static final int A1 = 1;
    private static final int B0 = 3;
    private static final int B1 = 4;
    private static final int C0 = 6;
    private static final int C1 = 7;

    @TempDir
    private Path folder;

    private final List<Given> former = new ArrayList<>();
    private final List<Given> fresh = new ArrayList<>();

    @Test
    void anAnsweredMatchIsALinkOfMoreWeightThanAnyOther() throws IOException {
        says("a0", "b0", Answer.MATCH);
        Judgements judgements = judgements();
        assertThat(judgements.matches().size()).isOne();
        assertThat(judgements.matches().weight(0)).isEqualTo(Judgements.SURE);
        assertThat(judgements.isMatch(B0, A0)).isTrue();
        assertThat(judgements.isMatch(A0, B1)).isFalse();
    }

    @Test
    void anAnsweredMatchRulesOutASecondRecordOfAProviderThatHoldsEachPersonOnce() throws IOException {
        says("a0", "b0", Answer.MATCH);
        says("c0", "a0", Answer.MATCH);
        Judgements judgements = judgements();
        assertThat(judgements.forbids(A0, B1)).isTrue();
        assertThat(judgements.forbids(A1, B0)).isTrue();
        assertThat(judgements.forbids(A1, B1)).isFalse();
        assertThat(judgements.forbids(A1, C0)).as("by way of a0").isTrue();
        assertThat(judgements.forbids(A0, C1)).as("c may hold a person twice").isFalse();
        assertThat(judgements.forbids(A0, B0)).isFalse();
    }

    @Test
    void whoMatchesTheSameRecordMatchesEachOther() throws IOException {
        says("a0", "c0", Answer.MATCH);
        says("b0", "c0", Answer.MATCH);
        assertThat(judgements().isMatch(A0, B0)).isTrue();
    }

    @Test
    void anAnsweredNoMatchKeepsGroupsApart() throws IOException {
        says("a0", "b0", Answer.NO_MATCH);
        says("b0", "c0", Answer.MATCH);
        Judgements judgements = judgements();
        assertThat(judgements.forbids(A0, B0)).isTrue();
        assertThat(judgements.forbids(A0, C0)).as("c0 is whoever b0 is").isTrue();
        assertThat(judgements.forbids(A1, B0)).isFalse();
    }

    /** Links alone would make one person of a0, b0 and c0. */
    @Test
    void anAnsweredNoMatchHoldsWithinClustersToo() throws IOException {
        says("a0", "b0", Answer.NO_MATCH);
        Judgements judgements = judgements();
        Links.Builder links = Links.builder().add(A0, C0, 20).add(B0, C0, 15);
        Clusters people = Clusters.of(PROVIDER_OF, ONCE, links.build(), judgements.veto(Veto.none()), Evidence.none());
        assertThat(people.clusterOf(A0)).isEqualTo(people.clusterOf(C0)).isNotEqualTo(people.clusterOf(B0));
    }

    /** All that is measured speaks against it. */
    @Test
    void anAnsweredMatchHoldsWithinClustersWhateverSpeaksAgainstIt() throws IOException {
        says("a0", "b0", Answer.MATCH);
        Judgements judgements = judgements();
        Links.Builder links = Links.builder().add(A0, C0, 400).add(A1, B0, 400).add(A0, B0, Judgements.SURE);
        Evidence against = judgements.evidence((record, other) -> -500);
        Clusters people = Clusters.of(PROVIDER_OF, ONCE, links.build(), judgements.veto(Veto.none()), against);
        assertThat(people.clusterOf(A0)).isEqualTo(people.clusterOf(B0)).isNotEqualTo(people.clusterOf(A1));
    }

    @Test
    void unsureSaysNothing() throws IOException {
        says("a0", "b0", Answer.UNSURE);
        Judgements judgements = judgements();
        assertThat(judgements.isMatch(A0, B0)).isFalse();
        assertThat(judgements.forbids(A0, B0)).isFalse();
        assertThat(judgements.counts()).isEqualTo(new AnswerCounts(0, 0, 1, 0, 0, 0));
    }

    @Test
    void anAnsweredMatchOfDifferentNumbersIsRefusedWithItsLine() {
        says("a1", "b1", Answer.MATCH);
        says("a0", "b0", Answer.MATCH);
        Veto differentNumbers = (left, right) -> left == A0 && right == B0;
        assertThatThrownBy(() -> Judgements.of(answers(), NAMES, PROVIDER_OF, ONCE, differentNumbers))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(
                        "answers.csv: line 3: says match of records with different numbers of which a person has one");
    }

    @Test
    void twoMatchesForOneRecordOfAProviderThatHoldsEachPersonOnceAreRefused() {
        says("a0", "b0", Answer.MATCH);
        says("a0", "b1", Answer.MATCH);
        assertThatThrownBy(this::judgements)
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(
                        "answers.csv: line 3: says match, but with other answers a person would have two records of b,"
                                + " which holds each person once");
    }

    @Test
    void twoMatchesForOneRecordOfAProviderWithDuplicatesAreTaken() throws IOException {
        says("a0", "c0", Answer.MATCH);
        says("a0", "c1", Answer.MATCH);
        assertThat(judgements().isMatch(C0, C1)).isTrue();
    }

    @Test
    void anAnsweredNoMatchOfRecordsThatOthersPutTogetherIsRefused() {
        says("a0", "b0", Answer.NO_MATCH);
        says("a0", "c0", Answer.MATCH);
        says("b0", "c0", Answer.MATCH);
        assertThatThrownBy(this::judgements)
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("answers.csv: line 2: says no match of two records that other answers put together");
    }

    @Test
    void formerAnswersThatAreRuledOutNowAreSetAside() throws IOException {
        former.add(given("a0", "b0", Answer.MATCH, 0));
        former.add(given("a1", "b1", Answer.MATCH, 0));
        Veto differentNumbers = (left, right) -> left == A0 && right == B0;
        Judgements judgements = Judgements.of(answers(), NAMES, PROVIDER_OF, ONCE, differentNumbers);
        assertThat(judgements.counts()).isEqualTo(new AnswerCounts(0, 0, 0, 1, 0, 1));
        assertThat(judgements.isMatch(A0, B0)).isFalse();
        assertThat(judgements.isMatch(A1, B1)).isTrue();
    }

    @Test
    void answersAboutRecordsThatAreGoneAreCounted() throws IOException {
        says("a0", "b9", Answer.MATCH);
        former.add(given("a1", "d0", Answer.NO_MATCH, 0));
        assertThat(judgements().counts()).isEqualTo(new AnswerCounts(0, 0, 0, 0, 2, 0));
    }

    @Test
    void whatIsInForceGoesOnAndUnsureIsAskedAgain() throws IOException {
        says("a0", "b0", Answer.MATCH);
        says("c1", "a1", Answer.NO_MATCH);
        says("a2", "b2", Answer.UNSURE);
        says("a2", "b9", Answer.MATCH);
        judgements().write(folder);
        assertThat(Files.readAllLines(folder.resolve("answers.csv")))
                .containsExactly(
                        "left_provider,left_id,right_provider,right_id,answer",
                        "a,a0,b,b0,match",
                        "a,a1,c,c1,no match");
        Answers next = Answers.before(folder);
        assertThat(next.former()).extracting(Given::answer).containsExactly(Answer.MATCH, Answer.NO_MATCH);
        assertThat(next.without(Set.of("c")).former()).hasSize(1);
    }

    @Test
    void withoutAnswersNothingIsWrittenAndNothingForbidden() throws IOException {
        Judgements judgements = judgements();
        judgements.write(folder);
        assertThat(folder).isEmptyDirectory();
        assertThat(judgements.forbids(A0, B0)).isFalse();
        assertThat(Answers.before(folder).areNone()).isTrue();
    }

    private void says(String left, String right, Answer answer) {
        fresh.add(given(left, right, answer, 1));
    }

    private Given given(String left, String right, Answer answer, int pattern) {
        NamedPair pair = new NamedPair(
                new NamedRecord(left.substring(0, 1), left), new NamedRecord(right.substring(0, 1), right));
        return new Given(pair, answer, pattern, Path.of("answers.csv"), fresh.size() + 2);
    }

    private Answers answers() {
        return new Answers(former, fresh, new ReviewKey(Map.of()));
    }

    private Judgements judgements() throws IOException {
        return Judgements.of(answers(), NAMES, PROVIDER_OF, ONCE, Veto.none());
    }
}
