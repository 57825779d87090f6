package uk.linkage.provider.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.secret.Message;
import uk.linkage.secret.SecretFault;

class SecretSharesTest {
    private final LinkageSecret secret = LinkageSecret.random(new Binding("p", 1, List.of("gp", "hospital")));

    @TempDir
    private Path folder;

    @Test
    void everySetOfSharesFromTheThresholdOnGivesTheSecretAndNoSmallerOne() {
        for (int shares = 2; shares <= 5; shares++) {
            for (int threshold = 2; threshold <= shares; threshold++) {
                List<SecretShare> made = SecretShares.split(secret, shares, threshold);
                for (int chosen = 1; chosen < 1 << shares; chosen++) {
                    joinsIfEnough(made, chosen, threshold);
                }
            }
        }
    }

    private void joinsIfEnough(List<SecretShare> made, int chosen, int threshold) {
        List<SecretShare> some = IntStream.range(0, made.size())
                .filter(i -> (chosen >> i & 1) == 1)
                .mapToObj(made::get)
                .toList();
        if (some.size() >= threshold) {
            LinkageSecret joined = SecretShares.join(some);
            assertThat(WrappedSecretTest.bytes(joined)).isEqualTo(WrappedSecretTest.bytes(secret));
            assertThat(joined.binding()).isEqualTo(secret.binding());
        } else {
            assertThatThrownBy(() -> SecretShares.join(some))
                    .isInstanceOf(SecretFault.class)
                    .hasMessage(
                            threshold + " shares are needed to join this secret, and " + some.size() + " is too few");
        }
    }

    @Test
    void manySharesInAnyOrderJoin() {
        List<SecretShare> made =
                new ArrayList<>(SecretShares.split(secret, 255, 100).subList(120, 225));
        Collections.reverse(made);
        assertThat(WrappedSecretTest.bytes(SecretShares.join(made))).isEqualTo(WrappedSecretTest.bytes(secret));
    }

    @Test
    void whatCannotBeSplitIsRefused() {
        assertThatThrownBy(() -> SecretShares.split(secret, 3, 1)).hasMessageStartingWith("a threshold is at least 2");
        assertThatThrownBy(() -> SecretShares.split(secret, 3, 4))
                .hasMessage("the threshold (4) is above the number of shares (3)");
        assertThatThrownBy(() -> SecretShares.split(secret, 256, 2)).hasMessage("there are at most 255 shares");
        assertThatThrownBy(() -> SecretShares.join(List.of())).hasMessage("no share is given");
    }

    @Test
    void sharesOfDifferentSecretsOrSplittingsOrOneTwiceDoNotJoin() {
        List<SecretShare> one = SecretShares.split(secret, 3, 2);
        List<SecretShare> again = SecretShares.split(secret, 3, 2);
        List<SecretShare> other = SecretShares.split(LinkageSecret.random(), 3, 2);
        assertThatThrownBy(() -> SecretShares.join(List.of(one.get(0), other.get(1))))
                .hasMessage("share-1-of-3.json and share-2-of-3.json are shares of different secrets");
        assertThatThrownBy(() -> SecretShares.join(List.of(one.get(0), again.get(1))))
                .hasMessage("share-1-of-3.json and share-2-of-3.json are of different splittings of the secret");
        assertThatThrownBy(() -> SecretShares.join(List.of(one.get(0), one.get(0))))
                .hasMessage("share 1 is given twice");
    }

    @Test
    void sharesComeBackFromTheirFilesWhichAreTheirOwnersAlone() throws IOException {
        List<Path> files = SecretShares.split(secret, 3, 2, folder.resolve("shares"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("share-1-of-3.json", "share-2-of-3.json", "share-3-of-3.json");
        List<SecretShare> two = List.of(SecretShare.read(files.get(2)), SecretShare.read(files.get(0)));
        assertThat(WrappedSecretTest.bytes(SecretShares.join(two))).isEqualTo(WrappedSecretTest.bytes(secret));
        assertThat(two.get(0)).hasToString("SecretShare[…]");
        assertThatThrownBy(() -> SecretShares.split(secret, 3, 2, folder.resolve("shares")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aShareThatOthersMayReadIsRefused() throws IOException {
        Path file = SecretShares.split(secret, 2, 2, folder.resolve("shares")).get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SecretShare.read(file))
                .isInstanceOf(SecretFault.class)
                .hasMessageStartingWith("share-1-of-2.json: others than its owner may read this file");
    }

    @Test
    void aDamagedShareIsRefusedByItsChecksum() throws IOException {
        Path file = SecretShares.split(secret, 2, 2, folder.resolve("shares")).get(0);
        String whole = Files.readString(file);
        int changed = 0;
        for (int at = 0; at < whole.length(); at++) {
            if (Character.isLetterOrDigit(whole.charAt(at))) {
                char other = whole.charAt(at) == '7' ? '8' : '7';
                Files.writeString(file, whole.substring(0, at) + other + whole.substring(at + 1));
                assertThatThrownBy(() -> SecretShare.read(file))
                        .as("character %d", at)
                        .isInstanceOf(SecretFault.class)
                        .hasMessageStartingWith("share-1-of-2.json: ");
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(150);
        for (int length = 0; length < whole.strip().length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> SecretShare.read(file)).isInstanceOf(SecretFault.class);
        }
    }

    /** Whoever changes a share can give it a checksum that fits, but cannot make the secret's check value fit. */
    @Test
    void aForgedShareIsRefusedByTheSecretsCheckValue() throws IOException {
        List<Path> files = SecretShares.split(secret, 2, 2, folder.resolve("shares"));
        ObjectNode json = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(files.get(0)));
        byte[] share = Base64.getDecoder().decode(json.remove("share").textValue());
        json.remove("checksum");
        share[31] ^= 1;
        Message message = new Message()
                .add("linkage/1")
                .add("share")
                .add(CanonicalJson.bytes(json))
                .add(share);
        json.put("checksum", Fingerprint.sha256(message.bytes()).substring(0, 16));
        json.put("share", Base64.getEncoder().encodeToString(share));
        Files.write(files.get(0), CanonicalJson.bytes(json));
        List<SecretShare> both = List.of(SecretShare.read(files.get(0)), SecretShare.read(files.get(1)));
        assertThatThrownBy(() -> SecretShares.join(both))
                .isInstanceOf(SecretFault.class)
                .hasMessage("these shares do not give the secret of check value " + secret.checkValue()
                        + ": at least one is not as it was made");
    }

    @Test
    void anUnboundSecretIsSplitToo() throws IOException {
        LinkageSecret unbound = LinkageSecret.random();
        List<SecretShare> shares = new ArrayList<>();
        for (Path file : SecretShares.split(unbound, 3, 3, folder.resolve("shares"))) {
            shares.add(SecretShare.read(file));
        }
        LinkageSecret joined = SecretShares.join(shares);
        assertThat(joined.binding()).isEqualTo(Optional.empty());
        assertThat(joined.checkValue()).isEqualTo(unbound.checkValue());
    }

    /** Coefficients as given instead of random ones; the second implementation computes the same shares. */
    @TestFactory
    Stream<DynamicTest> sharesAgreeWithShamirsPolynomials() {
        return Vectors.each("shamir", (in, out) -> {
            List<byte[]> coefficients = new ArrayList<>();
            in.get("coefficients").forEach(c -> coefficients.add(HexFormat.of().parseHex(c.textValue())));
            ShamirSplitSecretShare[] points = SecretShares.points(
                    Vectors.hex(in, "secret"),
                    in.get("shares").intValue(),
                    coefficients.size() + 1,
                    giving(coefficients));
            List<String> shares = new ArrayList<>();
            for (ShamirSplitSecretShare point : points) {
                shares.add(Vectors.hex(point.getEncoded()));
            }
            assertThat(out.get("shares")).extracting(JsonNode::textValue).containsExactlyElementsOf(shares);
            assertThat(SecretShares.interpolated(points)).isEqualTo(Vectors.hex(in, "secret"));
        });
    }

    private static SecureRandom giving(List<byte[]> coefficients) {
        Iterator<byte[]> next = coefficients.iterator();
        return new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(next.next(), 0, bytes, 0, bytes.length);
            }
        };
    }

    /** One share of two is compatible with every secret: each byte of it is uniform whatever the secret. */
    @Test
    void aShareBelowTheThresholdHasEveryValueAlike() {
        int[] counts = new int[256];
        byte[] zero = new byte[32];
        for (int i = 0; i < 4000; i++) {
            for (byte b : encoded(zero)) {
                counts[b & 0xff]++;
            }
        }
        double expected = 4000 * 32 / 256.0;
        double chiSquare = IntStream.of(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(420); // 255 degrees of freedom: above it once in 10^9 runs
    }

    private static byte[] encoded(byte[] secret) {
        try {
            return SecretShares.points(secret, 2, 2, new SecureRandom())[0].getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
