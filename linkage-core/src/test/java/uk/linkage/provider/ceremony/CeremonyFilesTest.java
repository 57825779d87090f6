package uk.linkage.provider.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFile;
import uk.linkage.identity.Statement;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretFault;

/** Files that an earlier version wrote are read as they stand in {@code testdata/vectors/ceremony.json}: identities, cards, boxes, shares, records. */
class CeremonyFilesTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> identitiesAndCardsAreRead() {
        return Vectors.each("ceremony", (in, out) -> {
            for (String party : List.of("hospital", "gp")) {
                IdentityCard card = IdentityCard.read(file(in, party + ".card"));
                assertThat(card.fingerprint()).isEqualTo(out.get(party).textValue());
                assertThat(identity(in, party).card()).isEqualTo(card);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> boxesOpenWithThePassphraseHoweverItsAccentsAreTyped() {
        return Vectors.each("ceremony", (in, out) -> {
            String passphrase = in.get("passphrase").textValue();
            for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                Supplier<Passphrase> typed = () ->
                        new Passphrase(Normalizer.normalize(passphrase, form).toCharArray());
                assertIsTheSecret(SecretFile.read(file(in, "locked.key"), typed), out);
                assertThat(IdentityFile.read(file(in, "locked.identity"), typed).card())
                        .isEqualTo(identity(in, "gp").card());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aBoxOfAnotherKindOrCostIsRefused() {
        return Vectors.each("ceremony", (in, out) -> {
            Supplier<Passphrase> typed =
                    () -> new Passphrase(in.get("passphrase").textValue().toCharArray());
            assertThatThrownBy(() -> SecretFile.read(file(in, "locked.identity"), typed))
                    .hasMessage("locked.identity: is not a box with a linkage-secret");
            ObjectNode box = (ObjectNode) in.get("locked.key");
            for (String cost : List.of("memory_kib", "passes", "lanes")) {
                ObjectNode dear = box.deepCopy().put(cost, 1 << 20);
                assertThatThrownBy(() -> SecretFile.parse(CanonicalJson.bytes(dear), "x", typed))
                        .as(cost)
                        .isInstanceOf(SecretFault.class)
                        .hasMessage("x: is not a box of this version under a passphrase");
            }
            ObjectNode cheap = box.deepCopy().put("passes", 1);
            assertThatThrownBy(() -> SecretFile.parse(CanonicalJson.bytes(cheap), "x", typed))
                    .hasMessage("x: the passphrase is not this file's, or the file was changed");
        });
    }

    @TestFactory
    Stream<DynamicTest> theWrappedSecretOpens() {
        return Vectors.each("ceremony", (in, out) -> {
            List<IdentityCard> trusted = List.of(IdentityCard.read(file(in, "hospital.card")));
            assertIsTheSecret(WrappedSecret.read(file(in, "secret.for-gp"), identity(in, "gp"), trusted), out);
        });
    }

    @TestFactory
    Stream<DynamicTest> theSharesJoin() {
        return Vectors.each("ceremony", (in, out) -> {
            SecretShare first = SecretShare.read(file(in, "share-1-of-3.json"));
            SecretShare third = SecretShare.read(file(in, "share-3-of-3.json"));
            assertIsTheSecret(SecretShares.join(List.of(third, first)), out);
        });
    }

    @TestFactory
    Stream<DynamicTest> theRecordOfDestructionIsSigned() {
        return Vectors.each("ceremony", (in, out) -> {
            JsonNode record = in.get("record.json");
            assertThat(Statement.signer(KeyDestruction.KIND, record, "record.json"))
                    .isEqualTo(IdentityCard.read(file(in, "hospital.card")));
            assertThat(record.path("key_check")).isEqualTo(out.get("key_check"));
        });
    }

    private static void assertIsTheSecret(LinkageSecret secret, JsonNode out) {
        assertThat(Vectors.hex(WrappedSecretTest.bytes(secret)))
                .isEqualTo(out.get("secret").textValue());
        assertThat(secret.binding()).contains(Binding.of(out));
        assertThat(secret.checkValue()).isEqualTo(out.get("key_check").textValue());
    }

    private Identity identity(JsonNode in, String party) throws IOException {
        return IdentityFile.read(file(in, party + ".identity"), () -> {
            throw new AssertionError("is under no passphrase");
        });
    }

    /** The file as it was, of its owner's alone. */
    private Path file(JsonNode in, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), CanonicalJson.bytes(in.get(name)));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }
}
