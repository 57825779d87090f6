package uk.linkage.hub.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.review.ScoreFile.Score;

class ScoreFileTest {
    private static final List<Score> SCORES =
            List.of(score("gp", "G1", "hospital", "H,1", 12.34567), score("hospital", "=2+2", "gp", "G1", -6.5));

    @TempDir
    private Path folder;

    @Test
    void pairsAreWrittenByProviderWithWeightAndProbability() throws IOException {
        assertThat(Files.readAllLines(written()))
                .containsExactly(
                        "left_provider,left_id,right_provider,right_id,weight,probability",
                        "gp,G1,hospital,\"H,1\",12.3457,0.999808",
                        "gp,G1,hospital,=2+2,-6.5000,0.010928");
    }

    @Test
    void theyAreReadBackAsTheyWereToTheLastPlace() throws IOException {
        assertThat(read(written()))
                .containsExactly(
                        score("gp", "G1", "hospital", "H,1", 12.3457), score("gp", "G1", "hospital", "=2+2", -6.5));
    }

    @Test
    void onlyPairsThatAnybodyMightLinkAreKept() {
        assertThat(ScoreFile.keeps(-6.6)).isTrue();
        assertThat(ScoreFile.keeps(-6.7)).isFalse();
    }

    @Test
    void theFileIsCopiedWithoutPairsOfWhoIsGone() throws IOException {
        written();
        Path other = Files.createDirectory(folder.resolve("other"));
        ScoreFile.copyWithout(folder, record -> record.localId().equals("=2+2"), other);
        assertThat(read(other.resolve(ScoreFile.FILE))).containsExactly(score("gp", "G1", "hospital", "H,1", 12.3457));
        ScoreFile.copyWithout(folder, record -> record.provider().equals("gp"), other);
        assertThat(read(other.resolve(ScoreFile.FILE))).isEmpty();
    }

    /** Of a weight that is rounded the probability could be another one in the last place. */
    @Test
    void rowsThatStayAreTheSameToTheByte() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        ScoreFile.write(
                folder.resolve(ScoreFile.FILE),
                IntStream.range(0, 1000).mapToObj(i -> score("gp", "G1", "hospital", "H1", i * 0.00001)));
        ScoreFile.copyWithout(folder, record -> false, other);
        assertThat(other.resolve(ScoreFile.FILE)).hasSameBinaryContentAs(folder.resolve(ScoreFile.FILE));
    }

    @Test
    void aRunWithoutScoresGivesNone() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        ScoreFile.copyWithout(folder, record -> true, other);
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNoneIsRefusedWithoutAWordOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> ScoreFile.open(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("scores.csv: line 1: the header must be"
                        + " left_provider,left_id,right_provider,right_id,weight,probability");
        String header = "left_provider,left_id,right_provider,right_id,weight,probability\n";
        for (String weight : List.of("", "heavy", "NaN", "1e9", "1.5", "12345678.0000")) {
            Files.writeString(file, header + "gp,G1,hospital,H1,12.0000,1\ngp,G2,hospital,H2," + weight + ",0.5\n");
            assertThatThrownBy(() -> read(file))
                    .hasMessage("scores.csv: line 3: weight is not a number with 4 decimal places");
            Path other = Files.createDirectories(folder.resolve("other"));
            assertThatThrownBy(() -> ScoreFile.copyWithout(folder, record -> false, other))
                    .isInstanceOf(MalformedFileException.class);
            assertThat(other).as("nothing half-written").isEmptyDirectory();
        }
    }

    private Path written() throws IOException {
        Path file = folder.resolve(ScoreFile.FILE);
        ScoreFile.write(file, SCORES.stream());
        return file;
    }

    private static List<Score> read(Path file) throws IOException {
        List<Score> read = new ArrayList<>();
        try (ScoreFile scores = ScoreFile.open(file)) {
            for (Optional<Score> score = scores.next(); score.isPresent(); score = scores.next()) {
                read.add(score.get());
            }
        }
        return read;
    }

    private static Score score(String left, String leftId, String right, String rightId, double weight) {
        return new Score(new NamedPair(new NamedRecord(left, leftId), new NamedRecord(right, rightId)), weight);
    }
}
