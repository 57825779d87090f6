package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.provider.extract.NationalAnswer.Finding;
import uk.linkage.provider.person.NhsNumber;

class NationalAnswerTest {
    private static final String CHECK = "9990000018,\n9990000026,\n9990000034,\n";

    @TempDir
    private Path folder;

    @Test
    void whoCameBackIsClearedAndWhoDidNotHasOptedOut() throws IOException {
        NationalAnswer answer = answer(CHECK, "9990000034,\n9990000018,\n");
        assertThat(answer.of(numbers("9990000018"))).isEqualTo(Finding.CLEARED);
        assertThat(answer.of(numbers("9990000034"))).isEqualTo(Finding.CLEARED);
        assertThat(answer.of(numbers("9990000026"))).isEqualTo(Finding.OPTED_OUT);
        assertThat(answer.evidence()).isEqualTo(new OptOutEvidence.Cleaned(3, 2));
    }

    @Test
    void ofWhoWasNotAskedNothingIsKnown() throws IOException {
        assertThat(answer(CHECK, CHECK).of(numbers("9990000042"))).isEqualTo(Finding.NOT_CHECKED);
        assertThat(answer(CHECK, CHECK).of(numbers())).isEqualTo(Finding.NO_NUMBER);
    }

    @Test
    void ofSeveralNumbersTheWorstCounts() throws IOException {
        NationalAnswer answer = answer(CHECK, "9990000018,\n");
        assertThat(answer.of(numbers("9990000018", "9990000026"))).isEqualTo(Finding.OPTED_OUT);
        assertThat(answer.of(numbers("9990000042", "9990000026"))).isEqualTo(Finding.OPTED_OUT);
        assertThat(answer.of(numbers("9990000018", "9990000042"))).isEqualTo(Finding.NOT_CHECKED);
    }

    @Test
    void lineEndsOrderSpacesAndRepetitionsDoNotMatter() throws IOException {
        for (String same : List.of(
                "9990000018,\r\n9990000026,\r\n",
                "9990000026\n9990000018",
                "\uFEFF999 000 0018,\n\n999 000 0026 ,\n",
                "9990000018,\n9990000026,\n9990000018,\n9990000026,\n")) {
            NationalAnswer answer = answer(CHECK, same);
            assertThat(answer.evidence()).isEqualTo(new OptOutEvidence.Cleaned(3, 2));
            assertThat(answer.of(numbers("9990000034"))).isEqualTo(Finding.OPTED_OUT);
        }
    }

    @Test
    void aLineThatWasNotAskedIsRefused() {
        assertRefused(
                CHECK,
                "9990000018,\n9990000042,\n",
                "cleaned.dat: line 2: holds an NHS Number that is not in check.dat");
    }

    @Test
    void aLineThatIsNoNumberIsRefused() {
        assertRefused(CHECK, "9990000018,\n9990000019,\n", "cleaned.dat: line 2: is not an NHS Number");
        assertRefused(CHECK, "NHSNUMBER,\n", "cleaned.dat: line 1: is not an NHS Number");
        assertRefused(CHECK, "9990000018,9990000026\n", "cleaned.dat: line 1: is more than an NHS Number");
        assertRefused("A1,\n" + CHECK, CHECK, "check.dat: line 1: is not an NHS Number");
    }

    @Test
    void anAnswerThatClearsNobodyIsRefusedUnlessSaid() throws IOException {
        assertRefused(CHECK, "", "cleaned.dat: clears nobody, as if everyone had opted out");
        assertRefused(CHECK, "\r\n", "cleaned.dat: clears nobody, as if everyone had opted out");
        NationalAnswer answer = NationalAnswer.readThoughEmpty(put("check.dat", CHECK), put("cleaned.dat", ""));
        assertThat(answer.of(numbers("9990000018"))).isEqualTo(Finding.OPTED_OUT);
        assertThat(answer.evidence()).isEqualTo(new OptOutEvidence.Cleaned(3, 0));
    }

    @Test
    void anEmptyCheckFileAsksNothing() {
        assertRefused("", "", "check.dat: lists no NHS Number");
    }

    @Test
    void theCheckFileIsNotItsOwnAnswer() throws IOException {
        Path check = put("check.dat", CHECK);
        assertThatThrownBy(() -> NationalAnswer.read(check, folder.resolve(".").resolve("check.dat")))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("check.dat: is the check file itself, not the answer to it");
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsToldAsSuch() throws IOException {
        Path check = put("check.dat", CHECK);
        assertThatThrownBy(() -> NationalAnswer.read(check, folder.resolve("none.dat")))
                .isInstanceOf(NoSuchFileException.class);
        Path latin = Files.write(folder.resolve("x.dat"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> NationalAnswer.read(check, latin)).hasMessage("x.dat: is not UTF-8");
    }

    @Test
    void itPrintsHowManyAndNotWho() throws IOException {
        assertThat(answer(CHECK, "9990000018\n")).hasToString("NationalAnswer[1 of 3]");
    }

    private void assertRefused(String check, String cleaned, String message) {
        assertThatThrownBy(() -> answer(check, cleaned))
                .isInstanceOf(OptOutFault.class)
                .hasMessage(message);
    }

    private NationalAnswer answer(String check, String cleaned) throws IOException {
        return NationalAnswer.read(put("check.dat", check), put("cleaned.dat", cleaned));
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<NhsNumber> numbers(String... texts) {
        return Stream.of(texts).map(text -> NhsNumber.parse(text).orElseThrow()).toList();
    }
}
