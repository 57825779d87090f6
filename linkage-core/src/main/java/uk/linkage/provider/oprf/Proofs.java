package uk.linkage.provider.oprf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Makes and checks proofs that all answers of a batch were made with one key. One thread.
 *
 * <p>The answers of a batch are put together into one point by factors that nobody can choose, and so are the questions;
 * one proof of equal logarithms is then for all of them. Factors and points are public, so these sums take the fast way;
 * what is secret takes the constant-time one.
 *
 * <pre>{@code
 * Proof proof = new Proofs().prove(key, publicKey, asked, answered);
 * boolean sound = new Proofs().holds(proof, publicKey, asked, answered);
 * }</pre>
 *
 * <p>Source: RFC 9497, sections 2.2.1, 2.2.2 and 3.3.2; Chaum and Pedersen (CRYPTO 1992).
 */
public final class Proofs {
    /** Most points of a batch: their places are written as two bytes. */
    public static final int MOST = 0xffff;

    private final Oprf oprf = Oprf.of(Oprf.Mode.VOPRF);
    private final HashToScalar scalars = new HashToScalar(oprf.scalarTag());

    /** The questions and the answers of a batch, each put together. */
    private record Composite(ECPoint asked, ECPoint answered) {}

    /** A proof that each answer is the key times its question. */
    public Proof prove(Scalar key, Element publicKey, List<Element> asked, List<Element> answered) {
        return prove(key, publicKey, asked, answered, Scalar.random());
    }

    /** @param random fresh for every proof: with one used twice the key can be worked out */
    Proof prove(Scalar key, Element publicKey, List<Element> asked, List<Element> answered, Scalar random) {
        ECPoint question = sum(asked, factors(publicKey, asked, answered));
        Composite composite = new Composite(question, P256.SECRETLY.multiply(question, key.value()));
        BigInteger challenge = challenge(
                publicKey,
                composite,
                P256.SECRETLY.multiply(P256.BASE, random.value()),
                P256.SECRETLY.multiply(question, random.value()));
        BigInteger response =
                random.value().subtract(challenge.multiply(key.value())).mod(P256.ORDER);
        return new Proof(challenge, response);
    }

    /** Whether a proof is sound. */
    public boolean holds(Proof proof, Element publicKey, List<Element> asked, List<Element> answered) {
        BigInteger[] factors = factors(publicKey, asked, answered);
        Composite composite = new Composite(sum(asked, factors), sum(answered, factors));
        BigInteger challenge = challenge(
                publicKey,
                composite,
                combined(P256.BASE, proof.response(), publicKey.point(), proof.challenge()),
                combined(composite.asked(), proof.response(), composite.answered(), proof.challenge()));
        return MessageDigest.isEqual(challenge.toByteArray(), proof.challenge().toByteArray());
    }

    private static ECPoint combined(ECPoint first, BigInteger times, ECPoint second, BigInteger timesSecond) {
        return ECAlgorithms.sumOfTwoMultiplies(first, times, second, timesSecond);
    }

    private static ECPoint sum(List<Element> elements, BigInteger[] factors) {
        return ECAlgorithms.sumOfMultiplies(
                elements.stream().map(Element::point).toArray(ECPoint[]::new), factors);
    }

    private BigInteger[] factors(Element publicKey, List<Element> asked, List<Element> answered) {
        if (asked.size() != answered.size() || asked.isEmpty() || asked.size() > MOST) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST + " questions and as many answers");
        }
        byte[] seed = seed(publicKey);
        BigInteger[] factors = new BigInteger[asked.size()];
        for (int i = 0; i < factors.length; i++) {
            Transcript transcript = new Transcript().add(seed).number(i);
            transcript.add(asked.get(i).bytes()).add(answered.get(i).bytes());
            factors[i] = scalars.number(transcript.end("Composite"));
        }
        return factors;
    }

    private byte[] seed(Element publicKey) {
        MessageDigest digest = Oprf.sha256();
        Oprf.addWithLength(digest, publicKey.bytes());
        Oprf.addWithLength(digest, oprf.seedTag().getBytes(StandardCharsets.US_ASCII));
        return digest.digest();
    }

    private BigInteger challenge(Element publicKey, Composite composite, ECPoint ofBase, ECPoint ofQuestion) {
        Transcript transcript = new Transcript().add(publicKey.bytes());
        for (ECPoint point : List.of(composite.asked(), composite.answered(), ofBase, ofQuestion)) {
            transcript.add(point.getEncoded(true));
        }
        return scalars.number(transcript.end("Challenge"));
    }

    /** Parts behind their length as two big-endian bytes, and a word that says what for. */
    private static final class Transcript {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Transcript add(byte[] part) {
            number(part.length);
            bytes.writeBytes(part);
            return this;
        }

        Transcript number(int number) {
            bytes.write(number >>> 8);
            bytes.write(number);
            return this;
        }

        byte[] end(String word) {
            bytes.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
            return bytes.toByteArray();
        }
    }
}
