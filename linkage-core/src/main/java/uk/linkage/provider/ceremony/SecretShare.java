package uk.linkage.provider.ceremony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.secret.Message;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;
import uk.linkage.secret.SecretProperty;
import uk.linkage.secret.Tags;

/**
 * One of the shares of a linkage secret, in a file of its owner's alone. Fewer than the threshold say nothing of the secret, whatever is
 * computed of them; {@link SecretShares} makes and joins them. It never prints.
 *
 * <pre>{@code
 * SecretShare share = SecretShare.read(Path.of("share-1-of-3.json"));
 * }</pre>
 *
 * <p>Its checksum tells damage; against somebody who computes it anew stands the secret's check value at joining.
 */
public final class SecretShare implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int UNBOUND_PROPERTIES = 8;
    private static final int BOUND_PROPERTIES = 12;
    private static final String SHARE = "share";
    private static final String CHECKSUM = "checksum";
    private static final int DIGITS = 16;

    private final String name;
    private final ObjectNode beside;
    private final SecretBytes bytes;

    /** @param beside all properties but share and checksum */
    SecretShare(String name, ObjectNode beside, SecretBytes bytes) {
        this.name = name;
        this.beside = beside;
        this.bytes = bytes;
    }

    /** All of share {@code index} but its bytes. */
    static ObjectNode beside(LinkageSecret secret, String set, int index, int shares, int threshold) {
        ObjectNode json = CanonicalJson.object().put("linkage_share", VERSION).put("set", set);
        json.put("index", index).put("shares", shares).put("threshold", threshold);
        secret.binding().ifPresent(binding -> binding.putInto(json));
        secret.bindingCheck().ifPresent(check -> json.put("binding_check", check));
        return json.put("key_check", secret.checkValue());
    }

    /** What to call it in faults. */
    String name() {
        return name;
    }

    /** What it is evaluated at. */
    int index() {
        return number("index");
    }

    /** How many there are. */
    int shares() {
        return number("shares");
    }

    /** How many are needed. */
    int threshold() {
        return number("threshold");
    }

    private int number(String property) {
        return beside.path(property).intValue();
    }

    /** What is the same in all shares of one splitting. */
    ObjectNode common() {
        ObjectNode common = beside.deepCopy();
        common.remove("index");
        return common;
    }

    String checkValue() {
        return beside.path("key_check").asText();
    }

    String bindingCheck() {
        return beside.path("binding_check").asText();
    }

    Optional<Binding> binding() {
        return beside.has("project") ? Optional.of(Binding.of(beside)) : Optional.empty();
    }

    byte[] bytes() {
        return bytes.array();
    }

    /** All but the share itself, for people. */
    public ObjectNode shown() {
        return beside.deepCopy();
    }

    /** Writes it to a new file that only its owner may read. */
    void write(Path file) throws IOException {
        ObjectNode json = beside.deepCopy();
        json.put(CHECKSUM, checksum()).put(SHARE, "");
        byte[] text = CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
        try (SecretBytes content = new SecretBytes(SecretProperty.put(text, SHARE, bytes.array()))) {
            OwnerOnly.write(file, content.array());
        }
    }

    /** Of all in it, sixteen digits. */
    private String checksum() {
        Message message = new Message()
                .add("linkage/1")
                .add("share")
                .add(CanonicalJson.bytes(beside))
                .add(bytes());
        try (SecretBytes content = new SecretBytes(message.bytes())) {
            return Fingerprint.sha256(content.array()).substring(0, DIGITS);
        } finally {
            message.wipe();
        }
    }

    /**
     * Reads a share, to be closed after use.
     *
     * @throws SecretFault where others may read the file, or it is not a whole share
     */
    public static SecretShare read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (SecretBytes content = new SecretBytes(OwnerOnly.read(file))) {
            SecretBytes bytes = SecretProperty.take(content.array(), SHARE);
            try {
                return checked(content, bytes, name);
            } catch (SecretFault fault) {
                bytes.close();
                throw fault;
            }
        }
    }

    private static SecretShare checked(SecretBytes content, SecretBytes bytes, String name) {
        JsonNode json = json(content, name);
        require(isThisVersion(json), name, "is not a share of a secret of this version");
        require(bytes.array().length == LinkageSecret.BYTES, name, "does not hold 32 bytes in Base64");
        ObjectNode beside = json.deepCopy();
        beside.remove(SHARE);
        String checksum = beside.remove(CHECKSUM).asText();
        SecretShare share = new SecretShare(name, beside, bytes);
        require(
                Tags.same(share.checksum(), checksum),
                name,
                "was changed since it was made: its checksum does not fit");
        return share;
    }

    private static boolean isThisVersion(JsonNode json) {
        int properties = json.has("project") ? BOUND_PROPERTIES : UNBOUND_PROPERTIES;
        return json.isObject()
                && json.size() == properties
                && json.path("linkage_share").isInt()
                && json.path("linkage_share").intValue() == VERSION
                && json.has(SHARE)
                && json.path(CHECKSUM).isTextual()
                && isWithin(json.path("shares"), 2, SecretShares.MOST)
                && isWithin(json.path("threshold"), 2, json.path("shares").intValue())
                && isWithin(json.path("index"), 1, json.path("shares").intValue());
    }

    private static boolean isWithin(JsonNode number, int least, int most) {
        return number.isInt() && number.intValue() >= least && number.intValue() <= most;
    }

    private static JsonNode json(SecretBytes content, String name) {
        try {
            return CanonicalJson.parse(content.array());
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        }
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }

    @Override
    public void close() {
        bytes.close();
    }

    @Override
    public String toString() {
        return "SecretShare[…]";
    }
}
