package uk.linkage.provider.tokenise;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.Purpose;
import uk.linkage.secret.Message;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;
import uk.linkage.secret.Tags;

/**
 * The secret that all providers of a linkage share and the hub never sees: 32 random bytes, from which every key is
 * derived. Whoever holds it can test guesses at the people behind encoded records. It can be bound to what it is for.
 *
 * <pre>{@code
 * try (LinkageSecret secret = SecretFile.read(Path.of("secret.key"))) {
 *     new Provider("hospital", agreement, secret).seal(...);
 * }
 * }</pre>
 *
 * <p>It never prints. People compare its {@link #checkValue}, which tells two secrets apart and nothing else. Closing overwrites it; what was
 * derived from it meanwhile, and copies that the Java heap made, cannot be reached.
 */
public final class LinkageSecret implements AutoCloseable {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;
    private final Optional<Binding> binding;
    private volatile boolean closed;

    private LinkageSecret(byte[] bytes, Optional<Binding> binding) {
        this.bytes = bytes;
        this.binding = binding;
    }

    /** A new secret from the platform's strong random numbers, for any one project. */
    public static LinkageSecret random() {
        return random(Optional.empty());
    }

    /** A new secret for one epoch of one project. */
    public static LinkageSecret random(Binding binding) {
        return random(Optional.of(binding));
    }

    private static LinkageSecret random(Optional<Binding> binding) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new LinkageSecret(bytes, binding);
    }

    /**
     * The secret of these bytes, copied, for any one project.
     *
     * @throws IllegalArgumentException where they are not 32 or all the same
     */
    public static LinkageSecret of(byte[] bytes) {
        return of(bytes, Optional.empty());
    }

    /**
     * The secret of these bytes, copied, and what it is for.
     *
     * @throws IllegalArgumentException where they are not 32 or all the same
     */
    public static LinkageSecret of(byte[] bytes, Optional<Binding> binding) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a linkage secret has 32 bytes, not " + bytes.length);
        }
        boolean same = true;
        for (byte b : bytes) {
            same &= b == bytes[0];
        }
        if (same) {
            throw new IllegalArgumentException("a linkage secret of 32 equal bytes is not random");
        }
        return new LinkageSecret(bytes.clone(), binding);
    }

    /**
     * A secret that came from somewhere, held to all that can be said of it.
     *
     * @param checkValue what it is to have
     * @param name what to call it in faults
     * @throws SecretFault where the bytes are not 32 or surely not random, or do not fit the check value
     */
    public static LinkageSecret checked(byte[] bytes, Optional<Binding> binding, String checkValue, String name) {
        require(bytes.length == BYTES, name, "does not hold 32 random bytes in Base64");
        Randomness.fault(bytes).ifPresent(fault -> require(false, name, fault));
        LinkageSecret secret = of(bytes, binding);
        if (secret.hasCheckValue(checkValue)) {
            return secret;
        }
        secret.close();
        throw new SecretFault(name + ": does not fit its check value");
    }

    /** What it is for; nothing where it is bound to no project. */
    public Optional<Binding> binding() {
        return binding;
    }

    /**
     * Lets the use pass that it is for.
     *
     * @throws SecretFault where it is bound to another project or epoch than the agreement's, or the provider is not to hold it
     */
    public void requireFor(Purpose purpose, String provider) {
        binding.ifPresent(bound -> bound.requireFor(purpose, provider));
    }

    /**
     * A fresh secret for the epoch after, of the same project and providers.
     *
     * @throws SecretFault where this one is bound to no project
     */
    public LinkageSecret next() {
        return random(binding.orElseThrow(() -> new SecretFault("this secret is bound to no project and has no epoch"))
                .next());
    }

    /** A copy of the bytes, to be closed after use. */
    public SecretBytes bytes(SecretAccess access) {
        if (closed) {
            throw new IllegalStateException("this secret is closed");
        }
        return new SecretBytes(bytes.clone());
    }

    /** Sixteen hexadecimal digits by which parties see that they hold the same secret. */
    public String checkValue() {
        return HexFormat.of().formatHex(derived("check", "", "", new byte[0]), 0, 8);
    }

    /** The same for the secret together with the key of an oblivious function: files under another key of that have another. */
    public String checkValue(NumberOutputs outputs) {
        return HexFormat.of().formatHex(derived("check", "oprf", outputs.keyName(), new byte[0]), 0, 8);
    }

    /** Whether that is its check value. */
    public boolean hasCheckValue(String other) {
        return Tags.same(checkValue(), other);
    }

    /** Thirty-two hexadecimal digits over what it is for, which nobody without it can make; nothing where it is bound to no project. */
    public Optional<String> bindingCheck() {
        return binding.map(bound -> {
            Message providers = new Message();
            bound.providers().forEach(providers::add);
            byte[] digest = HexFormat.of().parseHex(Fingerprint.sha256(providers.bytes()));
            return HexFormat.of().formatHex(derived("binding", bound.project(), "" + bound.epoch(), digest), 0, 16);
        });
    }

    /** @throws SecretFault where it was not bound to this by somebody who holds it */
    public void requireBindingCheck(String check, String name) {
        require(
                Tags.same(bindingCheck().orElse(""), check),
                name,
                "the project, epoch or providers in it are not those that the secret was made for");
    }

    private byte[] derived(String purpose, String scope, String field, byte[] digest) {
        return KeyDerivation.of(this).derive(purpose, scope, field, digest);
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }

    /** Overwrites the secret. No key can be derived from it any more. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "LinkageSecret[…]";
    }
}
