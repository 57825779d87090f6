package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFile;
import uk.linkage.identity.Statement;
import uk.linkage.provider.ceremony.KeyDestruction;
import uk.linkage.provider.ceremony.SecretShare;
import uk.linkage.provider.ceremony.WrappedSecret;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;
import uk.linkage.secret.SecretProperty;

/** Shows what a file of keys is, never the keys. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows what a card, identity, secret, wrapped secret, share or record of destruction is; never a secret.",
        footerHeading = "%nExamples:%n",
        footer = {"  linkage key show hospital.card", "  linkage key show secret.key"})
final class KeyShowCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Mixin
    private PassphraseOption passphrase;

    @Override
    public Integer call() throws IOException {
        ObjectNode shown = CanonicalJson.object();
        show(withoutSecrets(), shown);
        print(shown);
        return Exit.DONE;
    }

    private void show(JsonNode json, ObjectNode shown) throws IOException {
        String kind = json.path("kind").asText();
        boolean locked = json.has("linkage_locked");
        if (json.has("linkage_card")) {
            showCard(shown.put("file", "card"), IdentityCard.read(file));
        } else if (json.has("linkage_identity") || locked && kind.equals("linkage-identity")) {
            showIdentity(shown.put("file", "identity").put("under_passphrase", locked));
        } else if (json.has("linkage_secret") || locked && kind.equals("linkage-secret")) {
            showSecret(shown.put("file", "secret").put("under_passphrase", locked));
        } else if (json.has("linkage_share")) {
            showShare(shown.put("file", "share"));
        } else if (json.has("linkage_wrapped_secret")) {
            showWrapped(shown.put("file", "wrapped secret"), WrappedSecret.parse(Files.readAllBytes(file), name()));
        } else if (json.has("linkage_statement") && kind.equals(KeyDestruction.KIND)) {
            showStatement(shown.put("file", "record of destruction"), json);
        } else {
            throw new SecretFault(name() + ": is no card, identity, secret, share or record that can be shown");
        }
    }

    /** What kind of file it is can be told without its secret ever becoming text. */
    private JsonNode withoutSecrets() throws IOException {
        try (SecretBytes content = new SecretBytes(Files.readAllBytes(file))) {
            List.of("secret", "keys", "share")
                    .forEach(property ->
                            SecretProperty.take(content.array(), property).close());
            return CanonicalJson.parse(content.array());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new SecretFault(name() + ": " + e.getMessage());
        }
    }

    private static void showCard(ObjectNode shown, IdentityCard card) {
        shown.put("name", card.name()).put("fingerprint", card.fingerprint());
    }

    private void showIdentity(ObjectNode shown) throws IOException {
        try (Identity identity = IdentityFile.read(file, () -> passphrase.ask(file.toString()))) {
            showCard(shown, identity.card());
        }
    }

    private void showSecret(ObjectNode shown) throws IOException {
        try (LinkageSecret secret = SecretFile.read(file, () -> passphrase.ask(file.toString()))) {
            secret.binding().ifPresent(binding -> binding.putInto(shown));
            shown.put("key_check", secret.checkValue());
        }
    }

    private void showShare(ObjectNode shown) throws IOException {
        try (SecretShare share = SecretShare.read(file)) {
            shown.setAll(share.shown());
        }
    }

    private void showWrapped(ObjectNode shown, ObjectNode json) {
        IdentityCard sender = WrappedSecret.sender(json, name());
        for (String property : List.of("project", "epoch", "providers", "key_check")) {
            shown.set(property, json.get(property));
        }
        showCard(shown.putObject("for"), IdentityCard.of(json.path("for")));
        showCard(shown.putObject("signed_by"), sender);
    }

    private void showStatement(ObjectNode shown, JsonNode json) {
        IdentityCard signer = Statement.signer(KeyDestruction.KIND, json, name());
        ObjectNode said = json.deepCopy();
        said.remove("signed");
        said.remove("linkage_statement");
        said.remove("file");
        shown.setAll(said);
        showCard(shown.putObject("signed_by"), signer);
    }

    private String name() {
        return file.getFileName().toString();
    }
}
