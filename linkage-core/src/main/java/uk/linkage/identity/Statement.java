package uk.linkage.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import uk.linkage.agreement.CanonicalJson;

/**
 * Something that a party said and signed: a JSON object with the property {@code signed} of the party's card and signature, over the
 * canonical form (RFC 8785) of all else and the card, for a stated purpose. One who reads it needs nothing but the party's card.
 *
 * <pre>{@code
 * ObjectNode certificate = Statement.sign("destruction", content, hub);
 * IdentityCard signer = Statement.signer("destruction", json, "certificate.json");
 * }</pre>
 *
 * <p>That the signature fits the card inside says only that the statement is whole; whether that card is a party's one knows by comparing it
 * with the card one was given.
 */
public final class Statement {
    private static final String SIGNED = "signed";

    private Statement() {}

    /** The content with who signed it; the content itself is not touched. */
    public static ObjectNode sign(String purpose, ObjectNode content, Identity signer) {
        ObjectNode statement = content.deepCopy();
        ObjectNode signed = signer.card().content();
        statement.set(SIGNED, signed);
        byte[] signature = signer.sign(purpose, CanonicalJson.bytes(statement));
        signed.put("signature", HexFormat.of().formatHex(signature));
        return statement;
    }

    /**
     * Who signed a statement.
     *
     * @param file what to call it in faults
     * @throws IdentityFault where it is not signed for that purpose, or was changed since
     */
    public static IdentityCard signer(String purpose, JsonNode statement, String file) {
        IdentityFault.require(statement.path(SIGNED).isObject(), file, "is not signed");
        ObjectNode unsigned = statement.deepCopy();
        ObjectNode signed = (ObjectNode) unsigned.get(SIGNED);
        byte[] signature = Json.hex(signed, "signature", file);
        signed.remove("signature");
        IdentityCard card = IdentityCard.of(signed);
        IdentityFault.require(
                card.verifies(purpose, CanonicalJson.bytes(unsigned), signature),
                file,
                "was changed after " + card.name() + " signed it, or is no " + purpose);
        return card;
    }
}
