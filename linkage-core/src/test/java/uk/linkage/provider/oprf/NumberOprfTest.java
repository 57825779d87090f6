package uk.linkage.provider.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.file.Step;
import uk.linkage.file.ToldSteps;
import uk.linkage.provider.extract.ExtractSource;

class NumberOprfTest {
    private static final String NUMBER = "9990000018";
    private static final Scalar A = Scalar.random();
    private static final Scalar B = Scalar.random();

    private final ToldSteps told = new ToldSteps();

    @TempDir
    Path folder;

    @Test
    void theOutputIsThatOfTheSumOfTheShares() throws IOException {
        ask(share(A), share(B));
        answer("a", share(A));
        answer("b", share(B));
        NumberOprf.finish(at("state"), at("ask"), List.of(at("a"), at("b")), at("table"), told);
        Scalar whole = Scalar.of(A.value().add(B.value()).mod(P256.ORDER));
        byte[] input = NumberInputs.input("stroke", 1, "n" + NUMBER);
        Oprf oprf = Oprf.of(Oprf.Mode.VOPRF);
        byte[] direct = oprf.finish(
                input, new HashToCurve(oprf.groupTag()).element(input).times(whole));
        NumberTable table = NumberTable.read(at("table"));
        assertThat(table.of(FieldKind.NHS_NUMBER, NUMBER))
                .contains(HexFormat.of().formatHex(direct));
        assertThat(table.of(FieldKind.CHI_NUMBER, NUMBER)).isEmpty();
        assertThat(table.of(FieldKind.NHS_NUMBER, "9990000000")).isEmpty();
        assertThat(table.keyName())
                .isEqualTo(HexFormat.of().formatHex(Element.base(whole).bytes()));
        assertThat(table).hasToString("NumberTable[3]");
        assertThat(told.counted())
                .map(Step::toString)
                .containsExactly(
                        "blinding: 3 of 3 numbers",
                        "answering: 3 of 3 numbers",
                        "proving answers: 3 of 3 numbers",
                        "answering: 3 of 3 numbers",
                        "proving answers: 3 of 3 numbers",
                        "checking answers: 6 of 6 numbers",
                        "unblinding: 3 of 3 numbers");
    }

    @Test
    void otherSharesProjectsEpochsAndKindsGiveOtherInputsOrOutputs() throws IOException {
        String first = output(A, B);
        assertThat(output(B, A)).isEqualTo(first);
        assertThat(output(A, Scalar.random())).isNotEqualTo(first);
        assertThat(List.of(
                        hex(NumberInputs.input("stroke", 1, "n" + NUMBER)),
                        hex(NumberInputs.input("stroke", 2, "n" + NUMBER)),
                        hex(NumberInputs.input("stroke1", 1, "n" + NUMBER)),
                        hex(NumberInputs.input("stroke", 1, "c" + NUMBER))))
                .doesNotHaveDuplicates();
    }

    private String output(Scalar one, Scalar other) throws IOException {
        String name = "table" + System.nanoTime();
        ask(share(one), share(other));
        answer("a", share(one));
        answer("b", share(other));
        NumberOprf.finish(at("state"), at("ask"), List.of(at("a"), at("b")), at(name), told);
        StateFile.destroy(at("state"));
        return NumberTable.read(at(name)).of(FieldKind.NHS_NUMBER, NUMBER).orElseThrow();
    }

    @Test
    void anAnswerThatWasMadeWithAnotherShareIsFoundByItsProof() throws IOException {
        ask(share(A), share(B));
        answer("a", share(A));
        KeyShare claimed = share(B);
        Elements asked = Elements.received(
                MessageFile.read(at("ask"), OprfMessage.VERSION).body(), "ask");
        Scalar other = Scalar.random();
        Elements wrong = asked.times(i -> other, done -> {});
        byte[] proofs = Batches.prove(claimed, asked, wrong, done -> {});
        forge(claimed, wrong, proofs);
        assertThatThrownBy(this::finishForged)
                .isInstanceOf(ProtocolFault.class)
                .hasMessageContaining("forged: was not made with the share that it names");
        Elements right = asked.times(i -> B, done -> {});
        forge(claimed, right.inOrder(new int[] {1, 0, 2}), Batches.prove(claimed, asked, right, done -> {}));
        assertThatThrownBy(this::finishForged).isInstanceOf(ProtocolFault.class);
        forge(claimed, right, new byte[Proof.BYTES]);
        assertThatThrownBy(this::finishForged).isInstanceOf(ProtocolFault.class);
        byte[] beyond = new byte[Proof.BYTES];
        Arrays.fill(beyond, (byte) 0xff);
        forge(claimed, right, beyond);
        assertThatThrownBy(this::finishForged).isInstanceOf(ProtocolFault.class);
        assertThat(at("table")).doesNotExist();
        forge(claimed, right, Batches.prove(claimed, asked, right, done -> {}));
        assertThat(finishForged()).isEqualTo(3);
    }

    private int finishForged() throws IOException {
        return NumberOprf.finish(at("state"), at("ask"), List.of(at("a"), at("forged")), at("table"), told);
    }

    private void forge(KeyShare named, Elements elements, byte[] proofs) throws IOException {
        MessageFile ask = MessageFile.read(at("ask"), OprfMessage.VERSION);
        ObjectNode header =
                OprfMessage.Answer.header(hex(ask.digest()), named.publicShare().key(), elements.size());
        MessageFile.write(at("forged"), OprfMessage.VERSION, header, elements.bytes(), proofs);
    }

    @Test
    void sharesThatCancelEachOtherOutAreRefused() {
        Scalar minus = Scalar.of(P256.ORDER.subtract(A.value()));
        assertThatThrownBy(() -> ask(share(A), share(minus)))
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("the public shares cancel each other out");
    }

    @Test
    void aBatchMayBeFullOrNot() {
        int count = Batches.SIZE + 3;
        KeyShare share = share(A);
        Elements asked = Elements.hashed(
                "batches",
                count,
                i -> new byte[] {(byte) i, (byte) (i >> 8)},
                i -> Scalar.of(BigInteger.ONE),
                done -> {});
        Elements answered = asked.times(i -> A, done -> {});
        byte[] proofs = Batches.prove(share, asked, answered, done -> {});
        assertThat(proofs).hasSize(2 * Proof.BYTES);
        assertThat(Batches.hold(proofs, share.publicShare().key(), asked, answered, done -> {}))
                .isTrue();
        proofs[Proof.BYTES + 9] ^= 1;
        assertThat(Batches.hold(proofs, share.publicShare().key(), asked, answered, done -> {}))
                .isFalse();
    }

    @Test
    void nothingPrints() throws IOException {
        assertThat(share(A)).hasToString("KeyShare[…]");
        assertThat(inputs()).hasToString("NumberInputs[3]");
    }

    private void ask(KeyShare... shares) throws IOException {
        List<PublicShare> known =
                List.of(shares).stream().map(KeyShare::publicShare).toList();
        NumberOprf.ask(inputs(), "stroke", 1, "hospital", known, at("ask"), at("state"), told);
    }

    private void answer(String name, KeyShare share) throws IOException {
        Path file = at("share" + System.nanoTime());
        share.write(file);
        NumberOprf.answer(at("ask"), file, "hospital", 100, at(name), told);
    }

    /** Two of the numbers are the same and one is at fault. */
    private static NumberInputs inputs() throws IOException {
        String csv = "id,nhs_number,forename,surname,date_of_birth\n1,9990000018,ZEB,QUIL,1950-01-02\n"
                + "2,9990000026,ZEC,QUIL,1950-01-02\n3,999 000 0018,ZEB,QUIL,1950-01-02\n"
                + "4,9990000019,ZED,QUIL,1950-01-02\n5,9990000034,ZEE,QUIL,1950-01-02\n";
        ExtractSource extract = ExtractSource.of("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        return NumberInputs.of(agreement(), extract, Map.of(), List.of());
    }

    private static Agreement agreement() {
        Purpose purpose = new Purpose("stroke", "A study", LocalDate.of(2030, 1, 1), 1);
        List<Field> fields = List.of(
                new Field("nhs_number", FieldKind.NHS_NUMBER),
                new Field("forename", FieldKind.FORENAME),
                new Field("surname", FieldKind.SURNAME),
                new Field("birth_date", FieldKind.BIRTH_DATE));
        return Profile2026.withOprf(Profile2026.agreement(purpose, fields, Profile2026.bounds()));
    }

    private static KeyShare share(Scalar scalar) {
        return KeyShare.of("stroke", 1, scalar);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
