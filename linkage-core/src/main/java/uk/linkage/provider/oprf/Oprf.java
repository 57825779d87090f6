package uk.linkage.provider.oprf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The oblivious pseudorandom function of the suite P256-SHA256: who asks learns the output for an input, and who holds the
 * key learns nothing of either.
 *
 * <pre>{@code
 * Oprf oprf = Oprf.of(Mode.OPRF);
 * Element asked = oprf.blind(input, blind);                 // who asks
 * Element answered = asked.times(key);                      // who holds the key
 * byte[] output = oprf.finish(input, answered.times(blind.inverse()));
 * }</pre>
 *
 * <p>Source: RFC 9497, sections 3.1, 3.3.1 and 4.3.
 */
public final class Oprf {
    /** Length of an output in bytes. */
    public static final int BYTES = 32;

    private final String context;

    private Oprf(Mode mode) {
        this.context = "OPRFV1-" + (char) mode.number + "-P256-SHA256";
    }

    /** The mode, which is part of every domain separation tag. */
    public enum Mode {
        /** The plain function. */
        OPRF(0),
        /** With a proof that an answer was made with the key whose public part is known. */
        VOPRF(1);

        private final int number;

        Mode(int number) {
            this.number = number;
        }
    }

    /** The function in a mode. */
    public static Oprf of(Mode mode) {
        return new Oprf(mode);
    }

    /** What an input becomes on the curve. */
    public String groupTag() {
        return "HashToGroup-" + context;
    }

    String scalarTag() {
        return "HashToScalar-" + context;
    }

    String seedTag() {
        return "Seed-" + context;
    }

    String deriveTag() {
        return "DeriveKeyPair" + context;
    }

    /** What is sent for an input. */
    public Element blind(byte[] input, Scalar blind) {
        return new HashToCurve(groupTag()).element(input).times(blind);
    }

    /** The output, 32 bytes, from an answer whose blind is undone. */
    public byte[] finish(byte[] input, Element unblinded) {
        MessageDigest digest = sha256();
        addWithLength(digest, input);
        addWithLength(digest, unblinded.bytes());
        digest.update("Finalize".getBytes(StandardCharsets.US_ASCII));
        return digest.digest();
    }

    /** Behind its length as two big-endian bytes. */
    static void addWithLength(MessageDigest digest, byte[] bytes) {
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
