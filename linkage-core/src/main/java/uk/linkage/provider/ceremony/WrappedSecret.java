package uk.linkage.provider.ceremony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.Statement;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.secret.Message;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * A linkage secret on its way to one provider: sealed to that provider's card (HPKE, RFC 9180, base mode) and signed by the provider that sends
 * it, with what it is for, from whom and for whom. Anybody may carry it.
 *
 * <pre>{@code
 * WrappedSecret.write(secret, gpCard, hospital, Path.of("secret.for-gp"));
 * LinkageSecret secret = WrappedSecret.read(Path.of("secret.for-gp"), gp, List.of(hospitalCard));
 * }</pre>
 *
 * <p>All that stands beside the secret, and the sender's card, go into the sealing as well: who takes the signature off and puts another on has
 * something that does not open. The sender can give the receiver any secret; that it is everybody's says its check value, which people compare.
 */
public final class WrappedSecret {
    private static final int VERSION = 1;
    private static final int PROPERTIES = 9;
    private static final String PURPOSE = "wrapped-secret";

    private WrappedSecret() {}

    /**
     * The wrapped secret as JSON.
     *
     * @throws SecretFault where the secret is bound to no project, or sender or receiver are not among its providers
     */
    public static ObjectNode wrap(LinkageSecret secret, IdentityCard receiver, Identity sender) {
        Binding binding = secret.binding()
                .orElseThrow(() -> new SecretFault("this secret is bound to no project, and only a bound one travels"));
        binding.requireProvider(receiver.name());
        binding.requireProvider(sender.card().name());
        ObjectNode json = CanonicalJson.object().put("linkage_wrapped_secret", VERSION);
        binding.putInto(json);
        secret.bindingCheck().ifPresent(check -> json.put("binding_check", check));
        json.put("key_check", secret.checkValue()).set("for", receiver.content());
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            byte[] sealed = receiver.seal(bytes.array(), info(json, sender.card()));
            json.put("sealed", HexFormat.of().formatHex(sealed));
        }
        return Statement.sign(PURPOSE, json, sender);
    }

    /** All that the receiver is to know of, besides the secret. */
    private static byte[] info(ObjectNode beside, IdentityCard sender) {
        return new Message()
                .add("linkage/1")
                .add(PURPOSE)
                .add(CanonicalJson.bytes(beside))
                .add(CanonicalJson.bytes(sender.content()))
                .bytes();
    }

    /** Writes a wrapped secret to a new file. */
    public static void write(LinkageSecret secret, IdentityCard receiver, Identity sender, Path file)
            throws IOException {
        NewFile.write(file, CanonicalJson.pretty(wrap(secret, receiver, sender)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads and opens a wrapped secret, to be closed after use.
     *
     * @param trusted the cards of which one is to have signed it
     * @throws SecretFault where it is not whole, for another, or its secret is not the one it names
     * @throws IdentityFault where it is not signed by one of those
     */
    public static LinkageSecret read(Path file, Identity receiver, List<IdentityCard> trusted) throws IOException {
        return unwrap(Files.readAllBytes(file), file.getFileName().toString(), receiver, trusted);
    }

    /** The same from the bytes of the file. */
    public static LinkageSecret unwrap(byte[] content, String name, Identity receiver, List<IdentityCard> trusted) {
        ObjectNode json = parse(content, name);
        IdentityCard sender = sender(json, name, trusted);
        requireFor(json, name, receiver.card());
        Binding binding = binding(json, name);
        binding.requireProvider(sender.name());
        binding.requireProvider(receiver.card().name());
        json.remove("signed");
        byte[] sealed = HexFormat.of().parseHex(json.remove("sealed").asText());
        try (SecretBytes bytes = open(receiver, sealed, info(json, sender), name)) {
            LinkageSecret secret = LinkageSecret.checked(
                    bytes.array(), Optional.of(binding), json.path("key_check").asText(), name);
            secret.requireBindingCheck(json.path("binding_check").asText(), name);
            return secret;
        }
    }

    /**
     * A wrapped secret as JSON, not opened.
     *
     * @throws SecretFault where it is not one of this version
     */
    public static ObjectNode parse(byte[] content, String name) {
        try {
            JsonNode json = CanonicalJson.parse(content);
            require(
                    json.path("linkage_wrapped_secret").isInt()
                            && json.path("linkage_wrapped_secret").intValue() == VERSION
                            && json.size() == PROPERTIES
                            && json.path("sealed").asText().matches("([0-9a-f]{2})+"),
                    name,
                    "is not a wrapped secret of this version");
            return (ObjectNode) json;
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        }
    }

    /**
     * Who signed it.
     *
     * @throws IdentityFault where nobody did, or it was changed since
     */
    public static IdentityCard sender(ObjectNode json, String name) {
        return Statement.signer(PURPOSE, json, name);
    }

    private static IdentityCard sender(ObjectNode json, String name, List<IdentityCard> trusted) {
        IdentityCard sender = sender(json, name);
        if (!trusted.contains(sender)) {
            boolean named = trusted.stream().anyMatch(card -> card.name().equals(sender.name()));
            throw new IdentityFault(name + ": is signed by "
                    + (named ? "another key than the card of " + sender.name() + " has" : sender.name())
                    + (named ? "" : ", whose card is not among those trusted"));
        }
        return sender;
    }

    private static void requireFor(ObjectNode json, String name, IdentityCard receiver) {
        IdentityCard meant = IdentityCard.of(json.path("for"));
        require(
                meant.name().equals(receiver.name()),
                name,
                "is for " + meant.name() + ", and this identity is of " + receiver.name());
        require(meant.equals(receiver), name, "is for another key of " + meant.name() + " than this identity has");
    }

    private static Binding binding(ObjectNode json, String name) {
        try {
            return Binding.of(json);
        } catch (SecretFault fault) {
            throw new SecretFault(name + ": " + fault.getMessage());
        }
    }

    private static SecretBytes open(Identity receiver, byte[] sealed, byte[] info, String name) {
        try {
            return receiver.open(sealed, info);
        } catch (IdentityFault fault) {
            throw new SecretFault(name + ": " + fault.getMessage());
        }
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }
}
