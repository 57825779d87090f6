package uk.linkage.provider.ceremony;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.Provider;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFile;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

/**
 * A Java process of its own in which a secret lives its whole life, and which then writes down its heap for {@link HeapTest} to look through. What
 * the secret is the test learns from its file, so that nothing here knows it in another way than the program does.
 */
final class HeapScene {
    private static final String PASSPHRASE = "correct horse battery";

    private final Path folder;
    private final Identity hospital = Identity.random("hospital");
    private final Identity gp = Identity.random("gp");

    /** Keeps what it holds alive until the heap is written. */
    private static final List<Object> HELD = new ArrayList<>();

    private HeapScene(Path folder) {
        this.folder = folder;
    }

    /** @param arguments a folder, and {@code closed} or {@code open} for what is left of the secret; open it is left as a text too */
    public static void main(String[] arguments) throws IOException {
        HeapScene scene = new HeapScene(Path.of(arguments[0]));
        scene.make();
        scene.seal();
        scene.wrap();
        scene.split();
        scene.lock();
        if (arguments[1].equals("open")) {
            scene.keep();
        }
        scene.dump("all.hprof", false);
        scene.dump("live.hprof", true);
        HELD.clear();
    }

    private void make() throws IOException {
        IdentityFile.write(hospital, folder.resolve("hospital.identity"), Optional.empty());
        IdentityFile.read(folder.resolve("hospital.identity"), HeapScene::passphrase)
                .close();
        try (LinkageSecret secret = LinkageSecret.random(new Binding("test", 1, List.of("gp", "hospital")))) {
            SecretFile.write(secret, folder.resolve("secret.key"));
        }
    }

    private LinkageSecret read() throws IOException {
        return SecretFile.read(folder.resolve("secret.key"));
    }

    private void seal() throws IOException {
        Agreement like = SealedTables.agreement();
        Purpose purpose = new Purpose("test", "To test", LocalDate.of(2099, 1, 1), 1);
        Agreement agreement = Profile2026.agreement(purpose, like.fields(), Profile2026.bounds());
        String csv = SealedTables.HEADER + "\nA,,Ann,Hill,F,1980-12-31,LS1 4AP\n";
        try (LinkageSecret secret = read()) {
            new Provider("hospital", agreement, secret)
                    .seal(
                            ExtractSource.of("extract.csv", csv.getBytes(StandardCharsets.UTF_8)),
                            Map.of(),
                            OptOuts.exempt("test data"),
                            true,
                            folder.resolve("hospital.sealed"));
        }
    }

    private void wrap() throws IOException {
        Path wrapped = folder.resolve("secret.for-gp");
        try (LinkageSecret secret = read()) {
            WrappedSecret.write(secret, gp.card(), hospital, wrapped);
        }
        try (LinkageSecret secret = WrappedSecret.read(wrapped, gp, List.of(hospital.card()))) {
            SecretFile.write(secret, folder.resolve("gp.key"));
        }
    }

    private void split() throws IOException {
        List<SecretShare> shares = new ArrayList<>();
        try (LinkageSecret secret = read()) {
            for (Path file : SecretShares.split(secret, 3, 2, folder.resolve("shares"))) {
                shares.add(SecretShare.read(file));
            }
        }
        try (LinkageSecret joined = SecretShares.join(shares)) {
            SecretFile.write(joined, folder.resolve("joined.key"));
        }
        shares.forEach(SecretShare::close);
    }

    private void lock() throws IOException {
        try (LinkageSecret secret = read();
                Passphrase passphrase = passphrase()) {
            SecretFile.write(secret, folder.resolve("locked.key"), Optional.of(passphrase));
        }
        SecretFile.read(folder.resolve("locked.key"), HeapScene::passphrase).close();
        hospital.close();
        gp.close();
    }

    private static Passphrase passphrase() {
        return new Passphrase(PASSPHRASE.toCharArray());
    }

    private void keep() throws IOException {
        HELD.add(read());
        try (LinkageSecret secret = read();
                SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            HELD.add(Base64.getEncoder().encodeToString(bytes.array()));
        }
    }

    private void dump(String name, boolean live) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), live);
    }
}
