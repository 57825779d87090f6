package uk.linkage.provider.oprf;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** The answers to many questions in batches with a proof each, on all processors. */
final class Batches {
    /** Questions of a full batch. */
    static final int SIZE = 1000;

    private Batches() {}

    static int count(int questions) {
        return (questions + SIZE - 1) / SIZE;
    }

    /** The proofs of all batches, one after the other, telling of questions. */
    static byte[] prove(KeyShare share, Elements asked, Elements answered, LongConsumer done) {
        byte[] proofs = new byte[count(asked.size()) * Proof.BYTES];
        IntStream.range(0, count(asked.size())).parallel().forEach(batch -> {
            Proof proof = new Proofs()
                    .prove(share.scalar(), share.publicShare().key(), batch(asked, batch), batch(answered, batch));
            System.arraycopy(proof.bytes(), 0, proofs, batch * Proof.BYTES, Proof.BYTES);
            done.accept(size(asked, batch));
        });
        return proofs;
    }

    /** Whether all proofs are sound, telling of questions. */
    static boolean hold(byte[] proofs, Element publicKey, Elements asked, Elements answered, LongConsumer done) {
        return IntStream.range(0, count(asked.size())).parallel().allMatch(batch -> {
            byte[] proof = new byte[Proof.BYTES];
            System.arraycopy(proofs, batch * Proof.BYTES, proof, 0, Proof.BYTES);
            boolean sound = holds(proof, publicKey, batch(asked, batch), batch(answered, batch));
            done.accept(size(asked, batch));
            return sound;
        });
    }

    private static boolean holds(byte[] proof, Element publicKey, List<Element> asked, List<Element> answered) {
        try {
            return new Proofs().holds(Proof.parse(proof), publicKey, asked, answered);
        } catch (IllegalArgumentException noProof) {
            return false;
        }
    }

    private static int size(Elements elements, int batch) {
        return Math.min(SIZE, elements.size() - batch * SIZE);
    }

    private static List<Element> batch(Elements elements, int batch) {
        return IntStream.range(batch * SIZE, Math.min(elements.size(), (batch + 1) * SIZE))
                .mapToObj(elements::get)
                .toList();
    }
}
