package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.WholeFile;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;
import uk.linkage.secret.SecretProperty;

/**
 * A provider's own share of the key by which numbers become outputs, for one project and epoch. The key is the sum of all
 * shares; nobody ever holds it, and all shares are needed for every output.
 *
 * <pre>{@code
 * KeyShare share = KeyShare.random("stroke", 1);
 * share.write(Path.of("share.key"));                    // for its owner alone, and share.key.pub for all
 * }</pre>
 *
 * <p>Never prints.
 */
public final class KeyShare {
    private static final String VERSION = "linkage_oprf_share";
    private static final String SHARE = "share";

    private final PublicShare publicShare;
    private final Scalar scalar;

    private KeyShare(PublicShare publicShare, Scalar scalar) {
        this.publicShare = publicShare;
        this.scalar = scalar;
    }

    /** A new share. */
    public static KeyShare random(String project, int epoch) {
        return of(project, epoch, Scalar.random());
    }

    static KeyShare of(String project, int epoch, Scalar scalar) {
        return new KeyShare(new PublicShare(project, epoch, Element.base(scalar)), scalar);
    }

    /** What others may know of it. */
    public PublicShare publicShare() {
        return publicShare;
    }

    Scalar scalar() {
        return scalar;
    }

    /** Where the public part of a share in this file is. */
    public static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /**
     * Writes it to a new file that only its owner may read, and its public part beside it.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the file is there: a share is never overwritten
     */
    public void write(Path file) throws IOException {
        try (SecretBytes text = text()) {
            OwnerOnly.write(file, text.array());
        }
        WholeFile.write(publicFile(file), out -> out.write(publicShare.text()));
    }

    private SecretBytes text() {
        ObjectNode json = CanonicalJson.object();
        json.put(VERSION, 1).put("project", publicShare.project()).put("epoch", publicShare.epoch());
        json.put("public", publicShare.hex());
        json.put(SHARE, "");
        try (SecretBytes share = new SecretBytes(scalar.bytes())) {
            byte[] text = CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
            return new SecretBytes(SecretProperty.put(text, SHARE, share.array()));
        }
    }

    /**
     * Reads a share.
     *
     * @throws SecretFault where others may read the file or it is not a whole share
     */
    public static KeyShare read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (SecretBytes content = new SecretBytes(OwnerOnly.read(file));
                SecretBytes bytes = SecretProperty.take(content.array(), SHARE)) {
            JsonNode json = parsed(content, name);
            require(json.path(VERSION).asInt() == 1 && json.size() == 5, name, "is not a share of this version");
            KeyShare share =
                    of(json.path("project").asText(), json.path("epoch").asInt(), Scalar.of(bytes.array()));
            require(share.publicShare.hex().equals(json.path("public").asText()), name, "does not fit its public part");
            return share;
        } catch (IllegalArgumentException e) {
            throw new SecretFault(name + ": does not hold a share");
        }
    }

    private static JsonNode parsed(SecretBytes content, String name) {
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
    public String toString() {
        return "KeyShare[…]";
    }
}
