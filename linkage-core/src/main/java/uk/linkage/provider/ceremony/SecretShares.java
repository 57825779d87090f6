package uk.linkage.provider.ceremony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;
import uk.linkage.secret.Tags;

/**
 * A linkage secret in n shares of which any k give it back and fewer say nothing of it (Shamir 1979, "How to Share a Secret"), for an escrow
 * that no one person can open. Each byte is the value at 0 of a random polynomial of degree k − 1 over GF(2^8) with the AES polynomial x^8 + x^4 +
 * x^3 + x + 1; share i holds the values at i.
 *
 * <pre>{@code
 * SecretShares.split(secret, 3, 2, Path.of("shares"));                       // share-1-of-3.json and so on
 * LinkageSecret secret = SecretShares.join(List.of(shareOfAnn, shareOfBob));
 * }</pre>
 *
 * <p>Bouncy Castle does the arithmetic, without tables or branches on secret bytes.
 */
public final class SecretShares {
    /** Values at which a polynomial over a field of 256 elements can be shared. */
    static final int MOST = 255;

    private static final int SET_BYTES = 8;

    private SecretShares() {}

    /**
     * Splits a secret, each share to be closed after use.
     *
     * @throws SecretFault where the threshold is below 2 or above the shares, or these above 255
     */
    public static List<SecretShare> split(LinkageSecret secret, int shares, int threshold) {
        require(shares <= MOST, "there are at most " + MOST + " shares");
        require(threshold >= 2, "a threshold is at least 2: with 1 each share would be the secret itself");
        require(
                threshold <= shares,
                "the threshold (" + threshold + ") is above the number of shares (" + shares + ")");
        byte[] set = new byte[SET_BYTES];
        new SecureRandom().nextBytes(set);
        List<SecretShare> made = new ArrayList<>();
        for (ShamirSplitSecretShare share : points(secret, shares, threshold)) {
            int index = made.size() + 1;
            made.add(new SecretShare(
                    fileName(index, shares),
                    SecretShare.beside(secret, HexFormat.of().formatHex(set), index, shares, threshold),
                    encoded(share)));
        }
        return made;
    }

    private static ShamirSplitSecretShare[] points(LinkageSecret secret, int shares, int threshold) {
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            return points(bytes.array(), shares, threshold, new SecureRandom());
        }
    }

    static ShamirSplitSecretShare[] points(byte[] secret, int shares, int threshold, SecureRandom random) {
        return ShamirSecretSplitter.getInstance(Algorithm.AES, secret.length, random)
                .resplit(secret, threshold, shares)
                .getSecretShares();
    }

    private static SecretBytes encoded(ShamirSplitSecretShare share) {
        try {
            return new SecretBytes(share.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a share is bytes already", e);
        }
    }

    private static String fileName(int index, int shares) {
        return "share-" + index + "-of-" + shares + ".json";
    }

    /**
     * Splits a secret into files of their owner's alone in a new folder: all of them or none.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the folder is there
     */
    public static List<Path> split(LinkageSecret secret, int shares, int threshold, Path folder) throws IOException {
        List<SecretShare> made = split(secret, shares, threshold);
        Files.createDirectory(folder);
        List<Path> written = new ArrayList<>();
        try {
            for (SecretShare share : made) {
                Path file = folder.resolve(share.name());
                share.write(file);
                written.add(file);
            }
            return written;
        } catch (IOException | RuntimeException failed) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            throw failed;
        } finally {
            made.forEach(SecretShare::close);
        }
    }

    /**
     * The secret of enough shares, to be closed after use.
     *
     * @throws SecretFault where they are too few, not of one splitting, or do not give the secret they name
     */
    public static LinkageSecret join(List<SecretShare> shares) {
        require(!shares.isEmpty(), "no share is given");
        SecretShare first = shares.get(0);
        shares.forEach(share -> requireLike(first, share));
        requireDifferent(shares);
        require(
                shares.size() >= first.threshold(),
                first.threshold() + " shares are needed to join this secret, and " + shares.size() + " is too few");
        try (SecretBytes bytes = new SecretBytes(interpolated(shares))) {
            return joined(bytes, first);
        }
    }

    private static LinkageSecret joined(SecretBytes bytes, SecretShare first) {
        LinkageSecret secret = LinkageSecret.of(bytes.array(), first.binding());
        if (!secret.hasCheckValue(first.checkValue())) {
            secret.close();
            throw new SecretFault("these shares do not give the secret of check value " + first.checkValue()
                    + ": at least one is not as it was made");
        }
        secret.requireBindingCheck(first.bindingCheck(), first.name());
        return secret;
    }

    private static void requireLike(SecretShare first, SecretShare other) {
        String both = first.name() + " and " + other.name();
        require(Tags.same(first.checkValue(), other.checkValue()), both + " are shares of different secrets");
        require(first.common().equals(other.common()), both + " are of different splittings of the secret");
    }

    private static void requireDifferent(List<SecretShare> shares) {
        List<Integer> seen = new ArrayList<>();
        for (SecretShare share : shares) {
            require(!seen.contains(share.index()), "share " + share.index() + " is given twice");
            seen.add(share.index());
        }
    }

    private static byte[] interpolated(List<SecretShare> shares) {
        return interpolated(shares.stream()
                .map(share -> new ShamirSplitSecretShare(share.bytes(), share.index()))
                .toArray(ShamirSplitSecretShare[]::new));
    }

    static byte[] interpolated(ShamirSplitSecretShare[] points) {
        try {
            return ShamirSplitSecret.getInstance(Algorithm.AES, points).getSecret();
        } catch (IOException e) {
            throw new UncheckedIOException("a share is bytes already", e);
        }
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new SecretFault(rule);
        }
    }
}
