package uk.linkage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/** What a party can do with its keys, and others with its card. */
class IdentityTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aKeyIsFoundAgainByItsPartyAlone() {
        Identity hub = Identity.random("hub");
        Encapsulated sent = hub.card().encapsulate(CONTENT);
        try (SecretBytes key = hub.decapsulate(sent.encapsulation(), CONTENT);
                SecretBytes others = Identity.random("hub").decapsulate(sent.encapsulation(), CONTENT);
                SecretBytes otherUse = hub.decapsulate(sent.encapsulation(), new byte[1])) {
            assertThat(key.array()).isEqualTo(sent.key().array()).hasSize(32);
            assertThat(others.array()).isNotEqualTo(key.array());
            assertThat(otherUse.array()).isNotEqualTo(key.array());
        }
    }

    @Test
    void anEncapsulationThatIsNoPointIsRefused() {
        Identity hub = Identity.random("hub");
        assertThatThrownBy(() -> hub.decapsulate(new byte[31], CONTENT)).isInstanceOf(IdentityFault.class);
        assertThatThrownBy(() -> hub.decapsulate(new byte[32], CONTENT)).isInstanceOf(IdentityFault.class);
    }

    @Test
    void aSignatureIsForOnePurposeAndContent() {
        Identity party = Identity.random("gp");
        byte[] signature = party.sign("one", CONTENT);
        assertThat(party.card().verifies("one", CONTENT, signature)).isTrue();
        assertThat(party.card().verifies("two", CONTENT, signature)).isFalse();
        assertThat(party.card().verifies("one", new byte[0], signature)).isFalse();
        assertThat(party.card().verifies("one", CONTENT, new byte[0])).isFalse();
        assertThat(Identity.random("gp").card().verifies("one", CONTENT, signature))
                .isFalse();
    }

    @Test
    void aCardComesBackFromItsFileAndAChangedOneDoesNot() throws IOException {
        Identity gp = Identity.random("gp");
        Path file = folder.resolve("gp.card");
        IdentityCard.write(gp, file);
        assertThat(IdentityCard.read(file)).isEqualTo(gp.card());
        assertThat(gp.card().fingerprint()).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
        String changed = Files.readString(file).replace("\"gp\"", "\"hospital\"");
        assertThatThrownBy(() -> IdentityCard.parse(changed.getBytes(StandardCharsets.UTF_8), "gp.card"))
                .hasMessage("gp.card: is not signed by the party it names");
    }

    @Test
    void anIdentityComesBackFromItsFilePlainOrUnderAPassphrase() throws IOException {
        Identity gp = Identity.random("gp");
        Path plain = folder.resolve("plain");
        IdentityFile.write(gp, plain, Optional.empty());
        assertThat(IdentityFile.read(plain, () -> passphrase("never asked for")).card())
                .isEqualTo(gp.card());
        Path locked = folder.resolve("locked");
        IdentityFile.write(gp, locked, Optional.of(passphrase("correct horse")));
        assertThat(IdentityFile.read(locked, () -> passphrase("correct horse")).card())
                .isEqualTo(gp.card());
        assertThatThrownBy(() -> IdentityFile.read(locked, () -> passphrase("battery staple")))
                .isInstanceOf(SecretFault.class)
                .hasMessageStartingWith("locked: the passphrase");
        assertThatThrownBy(() -> IdentityFile.write(gp, plain, Optional.empty()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anIdentityThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("gp.identity");
        IdentityFile.write(Identity.random("gp"), file, Optional.empty());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        for (String rights : new String[] {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(() -> IdentityFile.read(file, () -> passphrase("never asked for")))
                    .isInstanceOf(SecretFault.class)
                    .hasMessageStartingWith("gp.identity: others than its owner may read this file");
        }
    }

    @Test
    void contentIsSealedForOnePartyAndUse() {
        Identity gp = Identity.random("gp");
        byte[] sealed = gp.card().seal(CONTENT, new byte[1]);
        assertThat(sealed).hasSize(32 + CONTENT.length + 16);
        try (SecretBytes opened = gp.open(sealed, new byte[1])) {
            assertThat(opened.array()).isEqualTo(CONTENT);
        }
        assertThatThrownBy(() -> gp.open(sealed, new byte[2])).isInstanceOf(IdentityFault.class);
        assertThatThrownBy(() -> Identity.random("gp").open(sealed, new byte[1]))
                .isInstanceOf(IdentityFault.class);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> gp.open(changed, new byte[1])).isInstanceOf(IdentityFault.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] prefix = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> gp.open(prefix, new byte[1])).isInstanceOf(IdentityFault.class);
        }
    }

    @Test
    void aClosedIdentityNeitherSignsNorOpens() {
        Identity gp = Identity.random("gp");
        byte[] sealed = gp.card().seal(CONTENT, CONTENT);
        gp.close();
        assertThatThrownBy(() -> gp.sign("one", CONTENT)).hasMessage("this identity is closed");
        assertThatThrownBy(() -> gp.open(sealed, CONTENT)).hasMessage("this identity is closed");
        assertThat(gp.card().name()).isEqualTo("gp");
    }

    @Test
    void aPassphraseOfFewCharactersOrFewDifferentOnesIsRefused() {
        assertThatThrownBy(() -> passphrase("aaaaaaaaaaaaaaaa"))
                .hasMessage("a passphrase has at least 5 different characters");
        assertThatThrownBy(() -> passphrase("short")).hasMessage("a passphrase has at least 12 characters");
    }

    @Test
    void aStatementSaysWhoSignedItAndForWhat() {
        Identity hub = Identity.random("hub");
        ObjectNode statement =
                Statement.sign("destruction", CanonicalJson.object().put("what", "run"), hub);
        assertThat(Statement.signer("destruction", statement, "x")).isEqualTo(hub.card());
        assertThatThrownBy(() -> Statement.signer("withdrawal", statement, "x")).isInstanceOf(IdentityFault.class);
        assertThatThrownBy(() -> Statement.signer("destruction", statement.put("what", "all"), "x"))
                .hasMessage("x: was changed after hub signed it, or is no destruction");
    }

    @Test
    void nothingOfAnIdentityPrints() {
        Identity gp = Identity.random("gp");
        assertThat(gp).hasToString("Identity[gp, …]");
        assertThat(gp.card().encapsulate(CONTENT)).hasToString("Encapsulated[…]");
        assertThat(passphrase("correct horse")).hasToString("Passphrase[…]");
    }

    private static Passphrase passphrase(String text) {
        return new Passphrase(text.toCharArray());
    }
}
