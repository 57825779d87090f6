package uk.linkage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;

/**
 * How a sealed file is kept from others and who vouches for it; it stands in the header, so that anybody can see it without a key.
 *
 * <pre>{@code
 * boolean isProtected = sealed.protection() instanceof Protection.Signed;
 * }</pre>
 */
public sealed interface Protection {
    /** The one way of encrypting, named by what it is made of. */
    String CIPHER = "hpke-x25519/aes-256-gcm-stream";

    /** The one way of signing: RFC 8032. */
    String SIGNATURE = "ed25519";

    /** As it stands in the header. */
    ObjectNode json();

    /** The same for people and records of runs: parties by name and the fingerprint of their cards. */
    ObjectNode summary();

    /** Neither encrypted nor signed: for rehearsals, and for channels that do both. */
    record None() implements Protection {
        @Override
        public ObjectNode json() {
            return CanonicalJson.object().put("cipher", "none").put("signature", "none");
        }

        @Override
        public ObjectNode summary() {
            return json();
        }
    }

    /**
     * Encrypted to one party and signed by another.
     *
     * @param recipient who alone can read it
     * @param signer who vouches for it: the card as the file has it, which proves nothing before it is compared with the card one was given
     * @param encapsulation what the recipient finds the file's key by, 32 bytes in hexadecimal
     */
    record Signed(IdentityCard recipient, IdentityCard signer, String encapsulation) implements Protection {
        @Override
        public ObjectNode json() {
            ObjectNode json = algorithms();
            json.set("recipient", recipient.content());
            json.set("signer", signer.content());
            return json.put("encapsulation", encapsulation);
        }

        @Override
        public ObjectNode summary() {
            return algorithms()
                    .put("recipient", recipient.name())
                    .put("recipient_fingerprint", recipient.fingerprint())
                    .put("signer", signer.name())
                    .put("signer_fingerprint", signer.fingerprint());
        }

        private static ObjectNode algorithms() {
            return CanonicalJson.object().put("cipher", CIPHER).put("signature", SIGNATURE);
        }
    }

    /** What a header says; that nothing else stands there is for {@link SealedFormat} to see. */
    static Protection of(JsonNode json, String file) throws SealedFileFault {
        String cipher = json.path("cipher").asText();
        String signature = json.path("signature").asText();
        boolean none = cipher.equals("none");
        SealedFormat.require(none || cipher.equals(CIPHER), file, "is encrypted in a way this version cannot read");
        SealedFormat.require(
                signature.equals(none ? "none" : SIGNATURE), file, "is signed in a way this version cannot check");
        return none ? new None() : signed(json, file);
    }

    private static Signed signed(JsonNode json, String file) throws SealedFileFault {
        String encapsulation = json.path("encapsulation").asText();
        SealedFormat.require(encapsulation.matches("[0-9a-f]{64}"), file, "header holds no encapsulated key");
        return new Signed(card(json, "recipient", file), card(json, "signer", file), encapsulation);
    }

    private static IdentityCard card(JsonNode json, String who, String file) throws SealedFileFault {
        try {
            return IdentityCard.of(json.path(who));
        } catch (IdentityFault e) {
            throw new SealedFileFault(file, "header holds no card of its " + who);
        }
    }
}
