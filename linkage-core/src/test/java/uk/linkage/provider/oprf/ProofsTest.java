package uk.linkage.provider.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final int COUNT = 20;
    private static final Scalar KEY = Scalar.random();
    private static final Element PUBLIC_KEY = Element.base(KEY);

    private final List<Element> asked = IntStream.range(0, COUNT)
            .mapToObj(i -> new HashToCurve("proofs-test").element(new byte[] {(byte) i}))
            .toList();
    private final List<Element> answered =
            asked.stream().map(element -> element.times(KEY)).toList();
    private final Proof proof = new Proofs().prove(KEY, PUBLIC_KEY, asked, answered);

    @Test
    void rightAnswersAreProven() {
        assertThat(new Proofs().holds(proof, PUBLIC_KEY, asked, answered)).isTrue();
        assertThat(new Proofs().holds(Proof.parse(proof.bytes()), PUBLIC_KEY, asked, answered))
                .isTrue();
    }

    @Test
    void oneWrongAnswerAmongManyIsFound() {
        for (int wrong = 0; wrong < COUNT; wrong++) {
            List<Element> forged = new ArrayList<>(answered);
            forged.set(wrong, forged.get(wrong).times(Scalar.random()));
            assertThat(new Proofs().holds(proof, PUBLIC_KEY, asked, forged)).isFalse();
        }
    }

    /** The sums of both rows stay the same, so it is the factors that find it. */
    @Test
    void answersInAnotherOrderAreFound() {
        List<Element> swapped = new ArrayList<>(answered);
        Collections.swap(swapped, 3, 11);
        assertThat(new Proofs().holds(proof, PUBLIC_KEY, asked, swapped)).isFalse();
    }

    @Test
    void answersOfAnotherKeyAreFound() {
        Scalar other = Scalar.random();
        List<Element> others =
                asked.stream().map(element -> element.times(other)).toList();
        Proof ofOther = new Proofs().prove(other, Element.base(other), asked, others);
        assertThat(new Proofs().holds(ofOther, PUBLIC_KEY, asked, others)).isFalse();
        assertThat(new Proofs().holds(new Proofs().prove(other, PUBLIC_KEY, asked, others), PUBLIC_KEY, asked, others))
                .isFalse();
    }

    @Test
    void everyChangedBitOfAProofIsFound() {
        for (int bit = 0; bit < 8 * Proof.BYTES; bit++) {
            byte[] bytes = proof.bytes();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(holds(bytes)).as("bit " + bit).isFalse();
        }
    }

    private boolean holds(byte[] bytes) {
        try {
            return new Proofs().holds(Proof.parse(bytes), PUBLIC_KEY, asked, answered);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void aBatchHasAsManyAnswersAsQuestions() {
        assertThatThrownBy(() -> new Proofs().holds(proof, PUBLIC_KEY, asked, answered.subList(1, COUNT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proofs().holds(proof, PUBLIC_KEY, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
