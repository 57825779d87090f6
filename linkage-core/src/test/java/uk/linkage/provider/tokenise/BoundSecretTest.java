package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Purpose;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretFault;

/** Secrets that are for one epoch of one project and for named providers, and the first use of those that are not. */
class BoundSecretTest {
    private static final Binding BINDING = new Binding("diabetes-2026", 3, List.of("hospital", "gp"));

    private final LinkageSecret secret = LinkageSecret.random(BINDING);

    @TempDir
    private Path folder;

    @Test
    void aBoundSecretIsForItsProjectEpochAndProvidersAlone() {
        assertThatCode(() -> secret.requireFor(purpose("diabetes-2026", 3), "gp"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> secret.requireFor(purpose("asthma-2026", 3), "gp"))
                .isInstanceOf(SecretFault.class)
                .hasMessage("this secret is for project diabetes-2026, epoch 3, and the agreement is of project"
                        + " asthma-2026, epoch 3");
        assertThatThrownBy(() -> secret.requireFor(purpose("diabetes-2026", 4), "gp"))
                .hasMessageEndingWith("and the agreement is of project diabetes-2026, epoch 4");
        assertThatThrownBy(() -> secret.requireFor(purpose("diabetes-2026", 3), "council"))
                .hasMessage("this secret is not for council; its providers are gp, hospital");
    }

    @Test
    void aSecretForNobodyInParticularIsForEveryProvider() {
        LinkageSecret open = LinkageSecret.random(new Binding("p", 1, List.of()));
        assertThatCode(() -> open.requireFor(purpose("p", 1), "council")).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoProjectEpochOrProviderBindsNothing() {
        assertThatThrownBy(() -> new Binding("Diabetes", 1, List.of())).hasMessageStartingWith("a project is");
        assertThatThrownBy(() -> new Binding("p", 0, List.of())).hasMessage("an epoch is between 1 and 9999");
        assertThatThrownBy(() -> new Binding("p", 10000, List.of())).hasMessage("an epoch is between 1 and 9999");
        assertThatThrownBy(() -> new Binding("p", 1, List.of("G P"))).hasMessageStartingWith("a provider is");
        assertThatThrownBy(() -> new Binding("p", 1, List.of("gp", "gp"))).hasMessage("a provider is named twice");
    }

    @Test
    void theBindingComesBackFromTheFilePlainOrUnderAPassphrase() throws IOException {
        SecretFile.write(secret, folder.resolve("plain.key"));
        assertThat(SecretFile.read(folder.resolve("plain.key")).binding()).contains(BINDING);
        Path locked = folder.resolve("locked.key");
        try (Passphrase passphrase = new Passphrase("correct horse".toCharArray())) {
            SecretFile.write(secret, locked, Optional.of(passphrase));
        }
        assertThat(Files.readString(locked)).contains("linkage_locked").doesNotContain("diabetes", "key_check");
        LinkageSecret read = SecretFile.read(locked, () -> new Passphrase("correct horse".toCharArray()));
        assertThat(read.binding()).contains(BINDING);
        assertThat(LinkageSecretTest.bytes(read)).isEqualTo(LinkageSecretTest.bytes(secret));
        assertThatThrownBy(() -> SecretFile.read(locked, () -> new Passphrase("battery staple".toCharArray())))
                .hasMessageStartingWith("locked.key: the passphrase is not this file's");
        assertThatThrownBy(() -> SecretFile.read(locked)).hasMessage("locked.key: is under a passphrase");
    }

    @Test
    void aBindingThatWasEditedIsRefused() throws IOException {
        Path file = folder.resolve("secret.key");
        SecretFile.write(secret, file);
        String whole = Files.readString(file);
        for (String edited : List.of(
                whole.replace("diabetes-2026", "asthma-2026"),
                whole.replace("\"epoch\" : 3", "\"epoch\" : 4"),
                whole.replace("\"gp\", ", ""),
                whole.replace("\"gp\"", "\"council\""))) {
            assertThat(edited).isNotEqualTo(whole);
            assertThatThrownBy(() -> SecretFile.parse(edited.getBytes(StandardCharsets.UTF_8), "secret.key"))
                    .isInstanceOf(SecretFault.class)
                    .hasMessage(
                            "secret.key: the project, epoch or providers in it are not those that the secret was made"
                                    + " for");
        }
        String unsorted = whole.replace("\"gp\", \"hospital\"", "\"hospital\", \"gp\"");
        assertThatThrownBy(() -> SecretFile.parse(unsorted.getBytes(StandardCharsets.UTF_8), "secret.key"))
                .hasMessage("secret.key: names its providers in another order than sorted");
    }

    @Test
    void theNextEpochHasAFreshSecretForTheSame() {
        LinkageSecret next = secret.next();
        assertThat(next.binding()).contains(new Binding("diabetes-2026", 4, List.of("gp", "hospital")));
        assertThat(next.checkValue()).isNotEqualTo(secret.checkValue());
        assertThatThrownBy(() -> LinkageSecret.random().next())
                .hasMessage("this secret is bound to no project and has no epoch");
    }

    @Test
    void aClosedSecretGivesNoKeyRatherThanAWrongOne() {
        secret.close();
        assertThatThrownBy(() -> secret.bytes(SecretAccess.granted())).hasMessage("this secret is closed");
        assertThatThrownBy(secret::checkValue).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnboundSecretIsForTheProjectItWasFirstUsedFor() throws IOException {
        Path file = folder.resolve("secret.key");
        LinkageSecret unbound = LinkageSecret.random();
        SecretUse use = SecretUse.of(file);
        use.requireFor(unbound, purpose("one", 1));
        use.note(unbound, purpose("one", 1));
        use.requireFor(unbound, purpose("one", 1));
        assertThatThrownBy(() -> use.requireFor(unbound, purpose("two", 1)))
                .isInstanceOf(SecretFault.class)
                .hasMessage(
                        "this secret was used for project one, epoch 1, and the agreement is of project two, epoch 1;"
                                + " each needs a secret of its own");
        assertThatThrownBy(() -> use.requireFor(unbound, purpose("one", 2))).isInstanceOf(SecretFault.class);
        use.note(unbound, purpose("two", 1));
        use.requireFor(unbound, purpose("one", 1));
        assertThat(Files.readString(use.file())).contains(unbound.checkValue()).doesNotContain("two");
    }

    @Test
    void aNoteOfAnotherSecretDoesNotCountAndIsReplaced() throws IOException {
        SecretUse use = SecretUse.of(folder.resolve("secret.key"));
        use.note(LinkageSecret.random(), purpose("one", 1));
        LinkageSecret other = LinkageSecret.random();
        use.requireFor(other, purpose("two", 1));
        use.note(other, purpose("two", 1));
        assertThatThrownBy(() -> use.requireFor(other, purpose("one", 1))).isInstanceOf(SecretFault.class);
    }

    @Test
    void aNoteThatSaysNothingIsRefused() throws IOException {
        SecretUse use = SecretUse.of(folder.resolve("secret.key"));
        for (String note : List.of("", "{}", "[1]", "{\"linkage_secret_used\":1}")) {
            Files.writeString(use.file(), note);
            assertThatThrownBy(() -> use.requireFor(LinkageSecret.random(), purpose("one", 1)))
                    .as(note)
                    .isInstanceOf(SecretFault.class)
                    .hasMessageStartingWith("secret.key.used.json: ");
        }
    }

    private static Purpose purpose(String project, int epoch) {
        return new Purpose(project, "To test", LocalDate.of(2099, 1, 1), epoch);
    }
}
