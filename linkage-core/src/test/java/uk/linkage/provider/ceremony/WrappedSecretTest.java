package uk.linkage.provider.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.Statement;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

class WrappedSecretTest {
    private static final Binding BINDING = new Binding("diabetes-2026", 2, List.of("gp", "hospital"));

    private final LinkageSecret secret = LinkageSecret.random(BINDING);
    private final Identity hospital = Identity.random("hospital");
    private final Identity gp = Identity.random("gp");
    private final List<IdentityCard> trusted = List.of(hospital.card());

    @TempDir
    private Path folder;

    @Test
    void theReceiverGetsTheSecretAndWhatItIsFor() throws IOException {
        Path file = folder.resolve("secret.for-gp");
        WrappedSecret.write(secret, gp.card(), hospital, file);
        try (LinkageSecret got = WrappedSecret.read(file, gp, trusted)) {
            assertThat(bytes(got)).isEqualTo(bytes(secret));
            assertThat(got.binding()).contains(BINDING);
        }
        assertThatThrownBy(() -> WrappedSecret.write(secret, gp.card(), hospital, file))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void onlyABoundSecretTravelsAndOnlyBetweenItsProviders() {
        assertThatThrownBy(() -> WrappedSecret.wrap(LinkageSecret.random(), gp.card(), hospital))
                .hasMessage("this secret is bound to no project, and only a bound one travels");
        assertThatThrownBy(
                        () -> WrappedSecret.wrap(secret, Identity.random("hub").card(), hospital))
                .hasMessage("this secret is not for hub; its providers are gp, hospital");
        assertThatThrownBy(() -> WrappedSecret.wrap(secret, gp.card(), Identity.random("council")))
                .hasMessage("this secret is not for council; its providers are gp, hospital");
    }

    @Test
    void everyFaultHasAMessageOfItsOwn() {
        byte[] wrapped = wrapped();
        Identity council = Identity.random("council");
        assertThat(fault(wrapped, gp, List.of(council.card())))
                .isEqualTo("w: is signed by hospital, whose card is not among those trusted");
        assertThat(fault(wrapped, gp, List.of(Identity.random("hospital").card())))
                .isEqualTo("w: is signed by another key than the card of hospital has");
        assertThat(fault(wrapped, council, trusted)).isEqualTo("w: is for gp, and this identity is of council");
        assertThat(fault(wrapped, Identity.random("gp"), trusted))
                .isEqualTo("w: is for another key of gp than this identity has");
        assertThat(fault(text(wrapped).replace("diabetes-2026", "asthma-2026"), gp))
                .isEqualTo("w: was changed after hospital signed it, or is no wrapped-secret");
        assertThat(fault("{}", gp)).isEqualTo("w: is not a wrapped secret of this version");
        assertThat(fault(text(wrapped).replace("secret\" : 1", "secret\" : 2"), gp))
                .isEqualTo("w: is not a wrapped secret of this version");
        assertThat(fault("{", gp)).startsWith("w: is not JSON");
    }

    /** Somebody takes the signature off, puts an own one on, and so passes the secret on as if it came from there. */
    @Test
    void aSignatureThatWasChangedForAnothersOpensNothing() throws IOException {
        ObjectNode json = WrappedSecret.wrap(secret, gp.card(), hospital);
        Identity thief = Identity.random("hospital");
        json.remove("signed");
        byte[] again = CanonicalJson.bytes(Statement.sign("wrapped-secret", json, thief));
        assertThat(fault(again, gp, List.of(thief.card())))
                .isEqualTo("w: what was sealed does not open: it is for another key, or was changed");
    }

    /** The sender itself says of a secret what it is not. */
    @Test
    void aSecretThatIsNotTheOneItIsSaidToBeIsRefused() throws IOException {
        assertThat(signedAnew("key_check", "0123456789abcdef"))
                .isEqualTo("w: what was sealed does not open: it is for another key, or was changed");
        assertThat(signedAnew("project", "asthma-2026"))
                .isEqualTo("w: what was sealed does not open: it is for another key, or was changed");
    }

    @Test
    void everyChangedCharacterIsRefusedAndNoneQuoted() {
        String whole = text(wrapped());
        int changed = 0;
        for (int at = 0; at < whole.length(); at += 3) {
            if (Character.isLetterOrDigit(whole.charAt(at))) {
                char other = whole.charAt(at) == '7' ? '8' : '7';
                String damaged = whole.substring(0, at) + other + whole.substring(at + 1);
                assertThat(fault(damaged, gp)).as("character %d", at).doesNotContain(whole.substring(at, at + 1) + "x");
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(150);
    }

    private String signedAnew(String property, String value) throws IOException {
        ObjectNode json = WrappedSecret.wrap(secret, gp.card(), hospital);
        json.remove("signed");
        json.put(property, value);
        return fault(CanonicalJson.bytes(Statement.sign("wrapped-secret", json, hospital)), gp, trusted);
    }

    private byte[] wrapped() {
        return CanonicalJson.pretty(WrappedSecret.wrap(secret, gp.card(), hospital))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String fault(String content, Identity receiver) {
        return fault(content.getBytes(StandardCharsets.UTF_8), receiver, trusted);
    }

    private static String fault(byte[] content, Identity receiver, List<IdentityCard> trusted) {
        Throwable fault = catchThrowable(() -> WrappedSecret.unwrap(content, "w", receiver, trusted));
        assertThat(fault).isInstanceOfAny(SecretFault.class, IdentityFault.class);
        return fault.getMessage();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(LinkageSecret secret) {
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            return bytes.array().clone();
        }
    }
}
