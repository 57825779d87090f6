package uk.linkage.provider.psi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.file.ToldSteps;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.oprf.Element;
import uk.linkage.provider.oprf.MessageFile;
import uk.linkage.provider.oprf.ProtocolFault;
import uk.linkage.provider.psi.Psi.Common;
import uk.linkage.secret.SecretFault;

class PsiTest {
    @TempDir
    Path folder;

    @Test
    void bothLearnExactlyTheCommonNumbersAndTheSizes() throws IOException {
        NumberList a = people(0, 120);
        NumberList b = people(80, 180);
        assertThat(Psi.start(a, "stroke", at("a.psi1"), at("a.state"), Progress.UNSEEN)
                        .own())
                .isEqualTo(120);
        Psi.answer(at("a.psi1"), "stroke", b, 120, at("b.psi2"), at("b.state"), Progress.UNSEEN);
        Common atA = finish("b.psi2", "a.state", a, at("a.psi3"));
        Common atB = finish("a.psi3", "b.state", b, null);
        assertThat(atA.numbers()).isEqualTo(numbers(80, 120)).isEqualTo(atB.numbers());
        assertThat(atA.step()).isEqualTo(new Psi.Step("stroke", 120, 100));
        assertThat(atB.step()).isEqualTo(new Psi.Step("stroke", 100, 120));
    }

    @Test
    void everyNumberIsCounted() throws IOException {
        ToldSteps told = new ToldSteps();
        Psi.start(people(0, 300), "stroke", at("a.psi1"), at("a.state"), told);
        Psi.answer(at("a.psi1"), "stroke", people(0, 5), 300, at("b.psi2"), at("b.state"), told);
        assertThat(told.counted())
                .map(Step::toString)
                .containsExactly(
                        "blinding own numbers: 300 of 300 numbers",
                        "blinding their numbers: 300 of 300 numbers",
                        "blinding own numbers: 5 of 5 numbers");
    }

    @Test
    void nobodyInCommonIsAnAnswerToo() throws IOException {
        NumberList a = people(0, 5);
        NumberList b = people(5, 8);
        exchange(a, b);
        assertThat(finish("b.psi2", "a.state", a, at("a.psi3")).numbers()).isEmpty();
        assertThat(finish("a.psi3", "b.state", b, null).numbers()).isEmpty();
    }

    @Test
    void anotherSessionOfTheSameListHasOtherPoints() throws IOException {
        NumberList a = people(0, 5);
        Psi.start(a, "stroke", at("a.psi1"), at("a.state"), Progress.UNSEEN);
        Psi.start(a, "stroke", at("again.psi1"), at("again.state"), Progress.UNSEEN);
        assertThat(points("a.psi1")).doesNotContainAnyElementsOf(points("again.psi1"));
    }

    @Test
    void everyChangedByteOfAMessageIsFound() throws IOException {
        NumberList a = people(0, 2);
        NumberList b = people(1, 3);
        exchange(a, b);
        assertEveryChangeIsRefused(
                "b.psi2",
                changed -> Psi.finish(
                        changed, at("a.state"), a, Psi.NO_LIMIT, Optional.of(at("a.psi3")), Progress.UNSEEN));
        assertEveryChangeIsRefused(
                "a.psi1",
                changed ->
                        Psi.answer(changed, "stroke", b, Psi.NO_LIMIT, at("c.psi2"), at("c.state"), Progress.UNSEEN));
        assertThat(finish("b.psi2", "a.state", a, at("a.psi3")).numbers()).hasSize(1);
        assertEveryChangeIsRefused(
                "a.psi3",
                changed -> Psi.finish(changed, at("b.state"), b, Psi.NO_LIMIT, Optional.empty(), Progress.UNSEEN));
    }

    /** What is done with a message. */
    private interface Use {
        Object of(Path message) throws IOException;
    }

    private void assertEveryChangeIsRefused(String message, Use use) throws IOException {
        byte[] good = Files.readAllBytes(at(message));
        int files = folder.toFile().list().length;
        for (int i = 0; i < good.length; i++) {
            byte[] flipped = good.clone();
            flipped[i] ^= 1;
            assertRefused(flipped, use);
            assertRefused(Arrays.copyOf(good, i), use);
        }
        assertRefused(Arrays.copyOf(good, good.length + 1), use);
        Files.delete(at("changed"));
        assertThat(folder.toFile().list()).hasSize(files);
    }

    private void assertRefused(byte[] bytes, Use use) throws IOException {
        Files.write(at("changed"), bytes);
        assertThatThrownBy(() -> use.of(at("changed")))
                .isInstanceOf(ProtocolFault.class)
                .hasMessageStartingWith("changed: ");
    }

    @Test
    void aForgedMessageWithWhatIsNoPointIsRefused() throws IOException {
        NumberList a = people(0, 3);
        NumberList b = people(1, 4);
        exchange(a, b);
        byte[] offTheCurve = new byte[Element.BYTES];
        offTheCurve[0] = 2;
        offTheCurve[32] = 1;
        for (byte[] bad : new byte[][] {offTheCurve, new byte[Element.BYTES]}) {
            forge("a.psi1", "bad.psi1", body -> System.arraycopy(bad, 0, body, Element.BYTES, bad.length));
            assertThatThrownBy(() ->
                            Psi.answer(at("bad.psi1"), "stroke", b, 9, at("c.psi2"), at("c.state"), Progress.UNSEEN))
                    .isInstanceOf(ProtocolFault.class)
                    .hasMessageContaining("bad.psi1: a point is not");
            forge("b.psi2", "bad.psi2", body -> System.arraycopy(bad, 0, body, 0, bad.length));
            assertThatThrownBy(() -> finish("bad.psi2", "a.state", a, at("a.psi3")))
                    .isInstanceOf(ProtocolFault.class)
                    .hasMessageContaining("bad.psi2: a point is not");
        }
        assertThat(at("c.psi2")).doesNotExist();
        assertThat(at("c.state")).doesNotExist();
        assertThat(at("a.psi3")).doesNotExist();
    }

    @Test
    void aNumberThatIsAskedForTwiceIsRefused() throws IOException {
        exchange(people(0, 3), people(1, 4));
        forge("a.psi1", "twice.psi1", body -> System.arraycopy(body, 0, body, Element.BYTES, Element.BYTES));
        assertThatThrownBy(() -> Psi.answer(
                        at("twice.psi1"), "stroke", people(1, 4), 9, at("c.psi2"), at("c.state"), Progress.UNSEEN))
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("twice.psi1: holds a point twice");
        int tags = 3 * Element.BYTES;
        forge("b.psi2", "twice.psi2", body -> System.arraycopy(body, tags, body, tags + 32, 32));
        assertThatThrownBy(() -> finish("twice.psi2", "a.state", people(0, 3), at("a.psi3")))
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("twice.psi2: holds a tag twice");
    }

    @Test
    void pointsOfTheFirstThatAreSentBackAsOnesOwnMatchNothing() throws IOException {
        NumberList a = people(0, 3);
        exchange(a, people(1, 4));
        byte[] sent = MessageFile.read(at("a.psi1"), PsiMessage.VERSION).body();
        forge("b.psi2", "mirror.psi2", body -> System.arraycopy(sent, 0, body, 0, sent.length));
        assertThat(finish("mirror.psi2", "a.state", a, at("a.psi3")).numbers()).isEmpty();
    }

    @Test
    void messagesOfTwoSessionsAreNotMixed() throws IOException {
        NumberList a = people(0, 3);
        NumberList b = people(1, 4);
        exchange(a, b);
        Psi.start(a, "stroke", at("other.psi1"), at("other.state"), Progress.UNSEEN);
        assertThatThrownBy(() -> finish("b.psi2", "other.state", a, at("a.psi3")))
                .hasMessage("b.psi2: is of another session");
        assertThatThrownBy(() -> finish("a.psi1", "a.state", a, at("a.psi3")))
                .hasMessage("a.psi1: is not the message 'answer' of a session");
        assertThatThrownBy(() -> finish("b.psi2", "b.state", b, null))
                .hasMessage("b.psi2: is not the message 'reply' of a session");
        Psi.answer(at("a.psi1"), "stroke", b, 9, at("again.psi2"), at("again.state"), Progress.UNSEEN);
        finish("again.psi2", "a.state", a, at("a.psi3"));
        assertThatThrownBy(() -> finish("a.psi3", "b.state", b, null))
                .hasMessage("a.psi3: answers another message than the one sent");
    }

    @Test
    void anotherProjectIsNotAnswered() throws IOException {
        Psi.start(people(0, 3), "stroke", at("a.psi1"), at("a.state"), Progress.UNSEEN);
        assertThatThrownBy(() -> Psi.answer(
                        at("a.psi1"), "cancer", people(0, 3), 9, at("b.psi2"), at("b.state"), Progress.UNSEEN))
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("a.psi1: is of another project");
    }

    @Test
    void aLongerListThanAllowedIsRefused() throws IOException {
        Psi.start(people(0, 3), "stroke", at("a.psi1"), at("a.state"), Progress.UNSEEN);
        assertThatThrownBy(() -> Psi.answer(
                        at("a.psi1"), "stroke", people(0, 3), 2, at("b.psi2"), at("b.state"), Progress.UNSEEN))
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("a.psi1: holds 3 numbers, more than the 2 that are allowed");
    }

    @Test
    void aListThatHasChangedIsRefused() throws IOException {
        exchange(people(0, 3), people(1, 4));
        assertThatThrownBy(() -> finish("b.psi2", "a.state", people(1, 4), at("a.psi3")))
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("a.state: holds other numbers than when the session began");
        assertThat(at("a.psi3")).doesNotExist();
    }

    @Test
    void aStateThatOthersMayReadIsRefused() throws IOException {
        NumberList a = people(0, 3);
        exchange(a, people(1, 4));
        assertThat(Files.getPosixFilePermissions(at("a.state")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(at("a.state"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> finish("b.psi2", "a.state", a, at("a.psi3"))).isInstanceOf(SecretFault.class);
    }

    @Test
    void aStateIsNeverWrittenOverAndNoneStaysWithoutItsMessage() throws IOException {
        Psi.start(people(0, 3), "stroke", at("a.psi1"), at("a.state"), Progress.UNSEEN);
        byte[] state = Files.readAllBytes(at("a.state"));
        assertThatThrownBy(() -> Psi.start(people(0, 3), "stroke", at("b.psi1"), at("a.state"), Progress.UNSEEN))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(at("a.state")).hasBinaryContent(state);
        assertThat(at("b.psi1")).doesNotExist();
        assertThatThrownBy(
                        () -> Psi.start(people(0, 3), "stroke", at("nowhere/b.psi1"), at("b.state"), Progress.UNSEEN))
                .isInstanceOf(IOException.class);
        assertThat(at("b.state")).doesNotExist();
    }

    @Test
    void rowsWithoutAValidNumberAreCountedAndLeftOut() throws IOException {
        String csv = "id,nhs_number\n1," + number(1) + "\n2,\n3,9990000019\n4," + number(1) + "\n5,not a number\n6\n";
        NumberList numbers = NumberList.of(rows(csv));
        assertThat(numbers.size()).isEqualTo(1);
        assertThat(numbers.counts()).isEqualTo(new NumberRows.Counts(6, 0, 1, 3, 2));
        assertThat(numbers).hasToString("NumberList[1]");
        assertThatThrownBy(() -> NumberList.of(rows("id,nhs_number\n1,\n"))).isInstanceOf(ExtractFault.class);
        assertThatThrownBy(() -> rows("id,surname\n1,Q\n")).isInstanceOf(ExtractFault.class);
    }

    private void exchange(NumberList a, NumberList b) throws IOException {
        Psi.start(a, "stroke", at("a.psi1"), at("a.state"), Progress.UNSEEN);
        Psi.answer(at("a.psi1"), "stroke", b, Psi.NO_LIMIT, at("b.psi2"), at("b.state"), Progress.UNSEEN);
    }

    private Common finish(String message, String state, NumberList numbers, Path reply) throws IOException {
        return Psi.finish(at(message), at(state), numbers, Psi.NO_LIMIT, Optional.ofNullable(reply), Progress.UNSEEN);
    }

    /** Changes a body. */
    private interface Change {
        void to(byte[] body);
    }

    /** A message with another body and the digest that fits. */
    private void forge(String message, String target, Change change) throws IOException {
        MessageFile good = MessageFile.read(at(message), PsiMessage.VERSION);
        byte[] body = good.body().clone();
        change.to(body);
        MessageFile.write(at(target), PsiMessage.VERSION, (ObjectNode) good.header(), body);
    }

    private Iterable<String> points(String message) throws IOException {
        byte[] body = MessageFile.read(at(message), PsiMessage.VERSION).body();
        return IntStream.range(0, body.length / Element.BYTES)
                .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(body, i * Element.BYTES, (i + 1) * Element.BYTES)))
                .toList();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    static NumberList people(int from, int to) throws IOException {
        String rows = IntStream.range(from, to)
                .mapToObj(i -> i + "," + number(i) + "\n")
                .collect(Collectors.joining());
        return NumberList.of(rows("id,nhs_number\n" + rows));
    }

    private static NumberRows rows(String csv) throws IOException {
        ExtractSource extract = ExtractSource.of("numbers.csv", csv.getBytes(StandardCharsets.UTF_8));
        return new NumberRows(extract, Map.of(), List.of());
    }

    private static Set<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(PsiTest::number).collect(Collectors.toSet());
    }

    /** Of the range that is never issued. */
    private static String number(int i) {
        for (int body = 999_000_000 + i * 11; ; body++) {
            int sum = 0;
            for (int weight = 2, rest = body; weight <= 10; weight++, rest /= 10) {
                sum += weight * (rest % 10);
            }
            int check = (11 - sum % 11) % 11;
            if (check != 10) {
                return Integer.toString(body) + check;
            }
        }
    }
}
