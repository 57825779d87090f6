package uk.linkage.hub.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.decide.Decision;
import uk.linkage.quality.ReviewRate;

/** Lists of pairs in doubt, and answers to them. */
class ReviewListTest {
    private static final String NEAR = "forename: same; surname: close";
    private static final String FAR = "forename: initial; surname: same";

    @TempDir
    private Path folder;

    private ReviewList review;

    @BeforeEach
    void listPairs() throws IOException {
        List<PairInDoubt> pairs = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> pairs.add(pair("H1" + i, "G1" + i, FAR, Decision.POTENTIAL_MATCH)));
        IntStream.range(0, 8).forEach(i -> pairs.add(pair("H2" + i, "G2" + i, NEAR, Decision.POTENTIAL_MATCH)));
        IntStream.range(0, 2).forEach(i -> pairs.add(pair("H30", "G3" + i, NEAR, Decision.MANY_MATCH)));
        review = ReviewList.of(pairs, new Random(1));
        review.write(folder);
    }

    @Test
    void theHubsListNamesNoRecord() throws IOException {
        String list = Files.readString(folder.resolve("review.csv"));
        assertThat(list).doesNotContainPattern("\\b[HG][123][0-9]\\b");
        assertThat(list.lines().findFirst().orElseThrow())
                .isEqualTo("handle,pattern,pairs,left,right,levels,weight,probability,decision,answer");
    }

    @Test
    void pairsThatLookAlikeStandTogetherTheCommonestFirst() throws IOException {
        List<String[]> rows = rows("review.csv");
        assertThat(rows).extracting(row -> row[1]).containsExactly("1,1,1,1,1,1,1,1,2,2,2,3,3".split(","));
        assertThat(rows).extracting(row -> row[2]).containsExactly("8,8,8,8,8,8,8,8,3,3,3,2,2".split(","));
        assertThat(rows.get(0)).contains(NEAR, "potential_match", "3.25", "0.9048");
        assertThat(rows.get(12)).contains(NEAR, "many_match");
        assertThat(review.patterns()).isEqualTo(3);
        assertThat(review.size()).isEqualTo(13);
    }

    @Test
    void withinAPatternTheOrderIsThatOfRandomHandles() throws IOException {
        List<String> handles =
                rows("review.csv").stream().limit(8).map(row -> row[0]).toList();
        assertThat(handles).isSorted().doesNotHaveDuplicates().allMatch(Handles::isHandle);
        List<String> ids = handles.stream()
                .map(handle -> key().find(handle).orElseThrow().records().left().localId())
                .toList();
        assertThat(ids).isNotEqualTo(new ArrayList<>(new TreeSet<>(ids)));
    }

    @Test
    void theKeySaysWhoseRecordsAHandleStandsFor() throws IOException {
        ReviewKey read = ReviewKey.read(folder.resolve("review-key.csv"));
        assertThat(read.entries()).isEqualTo(review.key().entries()).hasSize(13);
        assertThat(read.toString()).isEqualTo("ReviewKey[pairs=13]");
    }

    @Test
    void aProviderSeesItsOwnLocalIdsAndWhichProviderToAsk() throws IOException {
        assertThat(review.writeForProviders(folder, 2)).isEqualTo(6);
        String gp = Files.readString(folder.resolve("review-gp.csv"));
        assertThat(gp).startsWith("handle,local_id,other_provider,answer\n").doesNotContainPattern("\\bH[123][0-9]\\b");
        List<String[]> rows = rows("review-gp.csv");
        assertThat(rows).hasSize(6).allMatch(row -> row[2].equals("hospital"));
        assertThat(rows)
                .allMatch(
                        row -> key().find(row[0]).orElseThrow().records().left().equals(new NamedRecord("gp", row[1])));
        assertThat(rows).extracting(row -> row[0]).isSorted();
        assertThat(rows("review-hospital.csv"))
                .extracting(row -> row[0])
                .isEqualTo(rows.stream().map(row -> row[0]).toList());
    }

    @Test
    void answersAreReadByHandleWhateverElseIsInTheFile() throws IOException {
        Answers answers = answers(
                "answer,handle,note",
                "match," + handle(0) + ",x",
                "No Match ," + handle(1) + ",",
                "," + handle(2) + ",");
        assertThat(answers.fresh()).hasSize(2);
        assertThat(answers.fresh()).extracting(Given::answer).containsExactly(Answer.MATCH, Answer.NO_MATCH);
        assertThat(answers.fresh())
                .extracting(Given::records)
                .first()
                .isEqualTo(key().find(handle(0)).orElseThrow().records());
    }

    @Test
    void ofTwoAnswersToOnePairUnsureGivesWay() throws IOException {
        Answers answers = answers("handle,answer", handle(0) + ",unsure", handle(0) + ",match", handle(0) + ",unsure");
        assertThat(answers.fresh()).extracting(Given::answer).containsExactly(Answer.MATCH);
    }

    @Test
    void answersThatContradictEachOtherAreRefused() {
        refuses(
                "answers.csv: line 4: answer contradicts that of line 2 of answers.csv to the same pair",
                "handle,answer",
                handle(0) + ",match",
                handle(1) + ",match",
                handle(0) + ",no match");
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        refuses(
                "answers.csv: line 3: answer is not match, no match or unsure",
                "handle,answer",
                handle(0) + ",",
                handle(1) + ",yes");
        refuses(
                "answers.csv: line 2: handle is not R and 16 characters of Crockford base32",
                "handle,answer",
                "H10,match");
        refuses("answers.csv: line 1: the header must name the columns handle and answer, once each", "handle,said");
    }

    @Test
    void answersToAnotherRunAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("other.csv"), List.of("handle,answer", "R0000000000000000,match"));
        assertThatThrownBy(() -> Answers.none().and(folder, List.of(file)))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessage("other.csv: line 2: handle is of no pair that " + folder.getFileName()
                        + " asked for; answers go with the run that asked");
    }

    @Test
    void theRateOfAPatternIsEstimatedFromThoseThatWereAnswered() throws IOException {
        Answers answers = answers(
                "handle,answer",
                handle(0) + ",match",
                handle(1) + ",match",
                handle(2) + ",match",
                handle(3) + ",no match",
                handle(4) + ",unsure",
                handle(8) + ",unsure");
        List<ReviewRate> rates = ReviewRate.of(answers);
        assertThat(rates)
                .containsExactly(
                        new ReviewRate(1, "gp", "hospital", 8, 3, 1, 1),
                        new ReviewRate(2, "gp", "hospital", 3, 0, 0, 1));
        assertThat(rates.get(0).rate().toString()).isEqualTo("0.7500 (0.3006 to 0.9544)");
        assertThat(rates.get(1).rate().toString()).isEqualTo("undefined (nobody was sure of any)");
    }

    private static PairInDoubt pair(String hospital, String gp, String levels, Decision decision) {
        NamedPair records = new NamedPair(new NamedRecord("hospital", hospital), new NamedRecord("gp", gp));
        return new PairInDoubt(records, levels, 3.25, 0.90478, decision);
    }

    private ReviewKey key() {
        return review.key();
    }

    private String handle(int row) {
        try {
            return rows("review.csv").get(row)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answers answers(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("answers.csv"), List.of(lines));
        return Answers.none().and(folder, List.of(file));
    }

    private void refuses(String message, String... lines) {
        assertThatThrownBy(() -> answers(lines))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
