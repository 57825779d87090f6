package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.exchange.IncompatibleFiles;

/** Who goes when a record is withdrawn, and who stays. */
class WithdrawalTest {
    private static final String ONE = Story.id(1);
    private static final String TWO = Story.id(2);
    private static final String THREE = Story.id(3);
    private static final List<Crosswalk> RUN = List.of(
            new Crosswalk("hospital", Map.of("H1", ONE, "H2", TWO)),
            new Crosswalk("gp", Map.of("G1", ONE, "G9", ONE, "G2", TWO, "G3", THREE)));

    @TempDir
    private Path folder;

    @Test
    void allRecordsOfThePersonGoAtEveryProvider() throws IOException {
        Withdrawal withdrawal = withdraw("hospital", "H1");
        assertThat(withdrawal.studyIds()).containsExactly(ONE);
        assertThat(withdrawal.removed())
                .containsExactly(
                        new Crosswalk("hospital", Map.of("H1", ONE)),
                        new Crosswalk("gp", Map.of("G1", ONE, "G9", ONE)));
        assertThat(withdrawal.remaining())
                .containsExactly(
                        new Crosswalk("hospital", Map.of("H2", TWO)),
                        new Crosswalk("gp", Map.of("G2", TWO, "G3", THREE)));
    }

    @Test
    void twoRecordsOfAPersonAreOnePerson() throws IOException {
        assertThat(withdraw("gp", "G1\nG9\nG3").studyIds()).containsExactly(ONE, THREE);
    }

    @Test
    void recordsWithdrawnBeforeAreNoFault() throws IOException {
        Withdrawal first = withdraw("gp", "G1");
        WithdrawnRecords withdrawn = WithdrawnRecords.none(new SecureRandom()).and(first.removed());
        Withdrawal second = Withdrawal.of(first.remaining(), withdrawn, "gp", list("G1\nG9\nG3"));
        assertThat(second.studyIds()).containsExactly(THREE);
        assertThat(second.before()).isEqualTo(2);
        assertThat(Withdrawal.of(second.remaining(), withdrawn.and(second.removed()), "gp", list("G3"))
                        .isNothing())
                .isTrue();
    }

    @Test
    void idsOfNoRecordAreCountedByLineAndNeverQuoted() {
        String unknown = "X\n".repeat(30);
        assertThatThrownBy(() -> withdraw("gp", "G1\n" + unknown))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessageStartingWith(
                        "ids.txt: 30 of 31 local ids are of no record that gp has in the run: line 2, 3, ")
                .hasMessageEndingWith(", 21 and 10 more; nothing was changed")
                .hasMessageNotContaining("X");
        assertThatThrownBy(() -> withdraw("gp", "H1")).isInstanceOf(IncompatibleFiles.class);
        assertThatThrownBy(() -> withdraw("prison", "H1")).hasMessage("the run has no provider prison");
    }

    private Withdrawal withdraw(String provider, String ids) throws IOException {
        return Withdrawal.of(RUN, WithdrawnRecords.none(new SecureRandom()), provider, list(ids));
    }

    private LocalIdList list(String ids) throws IOException {
        return LocalIdList.read(Files.writeString(folder.resolve("ids.txt"), ids));
    }
}
