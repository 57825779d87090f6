package uk.linkage.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

/**
 * A party's private keys: one to sign with (Ed25519, RFC 8032) and one to receive under (X25519, RFC 7748), drawn apart from each other. The
 * party alone holds it, in a file of its owner's alone ({@link IdentityFile}); others get its {@link #card}. It never prints.
 *
 * <pre>{@code
 * Identity hospital = Identity.random("hospital");
 * byte[] signature = hospital.sign("statement", content);
 * }</pre>
 */
public final class Identity implements AutoCloseable {
    /** Length of both keys together in bytes. */
    static final int BYTES = Ed25519PrivateKeyParameters.KEY_SIZE + X25519PrivateKeyParameters.KEY_SIZE;

    private final String name;
    private final byte[] keys;
    private final IdentityCard card;
    private volatile boolean closed;

    private Identity(String name, byte[] keys) {
        this.name = name;
        this.keys = keys;
        this.card = new IdentityCard(
                name,
                HexFormat.of().formatHex(signingKey().generatePublicKey().getEncoded()),
                HexFormat.of().formatHex(receivingKey().generatePublicKey().getEncoded()));
    }

    /**
     * A new party.
     *
     * @throws IdentityFault where the name is not one
     */
    public static Identity random(String name) {
        byte[] keys = new byte[BYTES];
        new SecureRandom().nextBytes(keys);
        return new Identity(name, keys);
    }

    /** The party of these keys, the signing key first; copied. */
    static Identity of(String name, byte[] keys) {
        IdentityFault.require(keys.length == BYTES, "an identity", "has two keys of 32 bytes");
        return new Identity(name, keys.clone());
    }

    /** What others may know. */
    public IdentityCard card() {
        return card;
    }

    /** Ed25519 over purpose and content: 64 bytes, always the same for the same. */
    public byte[] sign(String purpose, byte[] content) {
        return Signatures.sign(signingKey(), IdentityCard.signed(purpose, content));
    }

    /**
     * The key that somebody encapsulated for this party, to be closed after use. For another party's it is another key, which opens nothing.
     *
     * @throws IdentityFault where the encapsulation is no point that anybody honest sends
     */
    public SecretBytes decapsulate(byte[] encapsulation, byte[] info) {
        X25519PrivateKeyParameters own = receivingKey();
        try {
            return Hpke.key(Hpke.receiver(encapsulation, own, info));
        } catch (RuntimeException e) {
            throw new IdentityFault("an encapsulated key is not well formed");
        }
    }

    /**
     * Content that somebody sealed for this party, to be closed after use.
     *
     * @throws IdentityFault where it was sealed for another key or with another info, or was changed
     */
    public SecretBytes open(byte[] sealed, byte[] info) {
        X25519PrivateKeyParameters own = receivingKey();
        try {
            return new SecretBytes(Hpke.open(sealed, own, info));
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new IdentityFault("what was sealed does not open: it is for another key, or was changed");
        }
    }

    /** A copy of both keys, to be closed after use. */
    SecretBytes bytes(SecretAccess access) {
        return new SecretBytes(open().clone());
    }

    private Ed25519PrivateKeyParameters signingKey() {
        return new Ed25519PrivateKeyParameters(open(), 0);
    }

    private X25519PrivateKeyParameters receivingKey() {
        return new X25519PrivateKeyParameters(open(), Ed25519PrivateKeyParameters.KEY_SIZE);
    }

    /** Overwritten keys would still sign, as anybody could. */
    private byte[] open() {
        if (closed) {
            throw new IllegalStateException("this identity is closed");
        }
        return keys;
    }

    /** Overwrites the keys; the card stays, and nothing else can be asked any more. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(keys, (byte) 0);
    }

    @Override
    public String toString() {
        return "Identity[" + name + ", …]";
    }
}
