package uk.linkage.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import uk.linkage.exchange.Parts;
import uk.linkage.exchange.SealedFileFault;
import uk.linkage.exchange.SealedReader;
import uk.linkage.exchange.SealedTrust;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFault;

/** Any bytes are a sealed file, or are refused with one clear fault and without a record. */
class SealedFuzzTest {
    private static final Identity HUB = Identity.random("hub");

    @FuzzTest(maxDuration = "1m")
    void asItIs(byte[] bytes) throws IOException {
        read(bytes);
    }

    /** With the digest made to fit, so that what lies behind it is reached: by one who can compute a digest, that is by anybody. */
    @FuzzTest(maxDuration = "1m")
    void withItsDigestMadeToFit(byte[] bytes) throws IOException {
        read(redigested(bytes));
    }

    /** As the records of a file that is good but for them. */
    @FuzzTest(maxDuration = "1m")
    void asRecords(byte[] bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] good = Files.readAllBytes(kit("plain.sealed"));
        int chunk = 17 + 4 + ByteBuffer.wrap(good).getInt(17);
        file.write(good, 0, chunk);
        byte[] records = Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16));
        if (records.length > 0) {
            file.write(ByteBuffer.allocate(4).putInt(records.length).array());
            file.write(records);
        }
        int behind = chunk + 4 + ByteBuffer.wrap(good).getInt(chunk);
        file.write(good, behind, good.length - behind - 34);
        read(redigested(file.toByteArray()));
    }

    @FuzzTest(maxDuration = "1m")
    void listOfParts(byte[] bytes) throws IOException {
        Path folder = Bytes.in(bytes).resolveSibling("parts");
        Files.createDirectories(folder);
        Files.write(folder.resolve("parts.json"), bytes);
        try {
            Parts.join(folder, folder.resolveSibling("whole"));
        } catch (SealedFileFault refused) {
            return;
        }
    }

    private static void read(byte[] bytes) throws IOException {
        Path file = Bytes.in(bytes);
        try (SealedReader reader = SealedReader.open(file)) {
            reader.forEach(record -> {});
        } catch (SealedFileFault | IdentityFault refused) {
            refuse(file);
        }
    }

    private static void refuse(Path file) throws IOException {
        try {
            SealedReader.open(file, new SealedTrust(HUB, List.of())).close();
        } catch (SealedFileFault refused) {
            return;
        }
        throw new IllegalStateException("a file that nobody signed was read");
    }

    private static byte[] redigested(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return ByteBuffer.allocate(bytes.length + 34).put(bytes).put(digest).array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path kit(String name) {
        return Path.of(System.getProperty("linkage.root"), "testdata", "vectors", "sealed", name);
    }
}
