package uk.linkage.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.file.WholeFile;
import uk.linkage.secret.Message;

/**
 * What others know of a party: its name, the Ed25519 key (RFC 8032) that its signatures are checked with and the X25519 key (RFC 7748) under
 * which it receives, signed by itself. Public; yet a card is worth only as much as the way by which it came, so people compare its
 * {@link #fingerprint} by another way.
 *
 * <pre>{@code
 * IdentityCard hub = IdentityCard.read(Path.of("hub.card"));
 * Encapsulated key = hub.encapsulate(info);
 * boolean genuine = card.verifies("statement", content, signature);
 * }</pre>
 *
 * @param name the party's name, shaped like a provider's
 * @param signingKey 32 bytes in hexadecimal
 * @param receivingKey 32 bytes in hexadecimal
 */
public record IdentityCard(String name, String signingKey, String receivingKey) {
    private static final int VERSION = 1;
    private static final String KEY = "[0-9a-f]{64}";

    /** @throws IdentityFault where the name or a key is not one */
    public IdentityCard {
        IdentityFault.require(name.matches("[a-z0-9][a-z0-9_-]{0,39}"), "a card", "names no party");
        IdentityFault.require(
                signingKey.matches(KEY) && receivingKey.matches(KEY), "the card of " + name, "holds no two keys");
        IdentityFault.require(
                PublicKeys.canSign(HexFormat.of().parseHex(signingKey))
                        && PublicKeys.canReceive(HexFormat.of().parseHex(receivingKey)),
                "the card of " + name,
                "holds a key that nobody honest has");
    }

    /** Thirty-two hexadecimal digits in groups of four, to be read out over the telephone: 128 bits of SHA-256 over the card's content. */
    public String fingerprint() {
        String digits = Fingerprint.sha256(CanonicalJson.bytes(content())).substring(0, 32);
        return String.join(" ", digits.split("(?<=\\G.{4})"));
    }

    /** Whether this party signed that content for that purpose. */
    public boolean verifies(String purpose, byte[] content, byte[] signature) {
        return Signatures.verifies(HexFormat.of().parseHex(signingKey), signed(purpose, content), signature);
    }

    /** What is signed: purpose and content behind their lengths, so that a signature for one use is none for another. */
    static byte[] signed(String purpose, byte[] content) {
        return new Message().add("linkage/1").add(purpose).add(content).bytes();
    }

    /** Content for this party alone: the encapsulated key, 32 bytes, and the content under it (RFC 9180, section 6.1). */
    public byte[] seal(byte[] content, byte[] info) {
        return Hpke.seal(HexFormat.of().parseHex(receivingKey), content, info);
    }

    /** A fresh key of 32 bytes that this party alone can find again from what is sent along. */
    public Encapsulated encapsulate(byte[] info) {
        HPKEContextWithEncapsulation context = Hpke.sender(HexFormat.of().parseHex(receivingKey), info);
        return new Encapsulated(context.getEncapsulation(), Hpke.key(context));
    }

    /** The card as JSON without its signature, as it stands inside something else that is signed. */
    public ObjectNode content() {
        return CanonicalJson.object()
                .put("linkage_card", VERSION)
                .put("name", name)
                .put("signing_key", signingKey)
                .put("receiving_key", receivingKey);
    }

    /** Reads a card. */
    public static IdentityCard read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * A card from the bytes of its file.
     *
     * @param file what to call it in faults
     * @throws IdentityFault where they are not a card that its own party signed
     */
    public static IdentityCard parse(byte[] bytes, String file) {
        JsonNode json = Json.object(bytes, file);
        IdentityFault.require(Json.isVersion(json, "linkage_card", VERSION, 5), file, "is not a card of this version");
        IdentityCard card = of(json);
        IdentityFault.require(
                card.verifies("card", CanonicalJson.bytes(card.content()), Json.hex(json, "signature", file)),
                file,
                "is not signed by the party it names");
        return card;
    }

    /**
     * A card that stands without its signature inside something else that is signed.
     *
     * @throws IdentityFault where its name or a key is not one
     */
    public static IdentityCard of(JsonNode json) {
        return new IdentityCard(
                json.path("name").asText(),
                json.path("signing_key").asText(),
                json.path("receiving_key").asText());
    }

    /** Writes a party's own card. */
    public static void write(Identity party, Path file) throws IOException {
        IdentityCard card = party.card();
        ObjectNode json = card.content();
        json.put("signature", HexFormat.of().formatHex(party.sign("card", CanonicalJson.bytes(card.content()))));
        byte[] bytes = CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }
}
