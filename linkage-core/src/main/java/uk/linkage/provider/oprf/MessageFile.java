package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.WholeFile;

/**
 * A message of a protocol as a file. Its digest finds damage and names the message in the one that answers it; anyone can
 * make it, so it proves no sender.
 *
 * <pre>
 * version line  u32 length of header  header, canonical JSON  body  SHA-256 of all before
 * </pre>
 *
 * <pre>{@code
 * byte[] digest = MessageFile.write(Path.of("a.psi1"), "linkage-psi/1", header, points);
 * MessageFile message = MessageFile.read(Path.of("a.psi1"), "linkage-psi/1");
 * }</pre>
 *
 * <p>It is held in memory whole: a million points are 33 MB.
 *
 * @param name of the file, for what is said about it
 * @param header as it stands in the file, which is its canonical form
 * @param body what follows it
 * @param digest by which other messages name this one
 */
public record MessageFile(String name, JsonNode header, byte[] body, byte[] digest) {
    private static final int DIGEST = 32;
    private static final int LENGTH = 4;
    private static final int LONGEST_HEADER = 1 << 16;

    /**
     * Writes a message, wholly or not at all.
     *
     * @param version the version line, without its end
     * @return the digest
     */
    public static byte[] write(Path target, String version, ObjectNode header, byte[]... bodies) throws IOException {
        WholeFile.write(target, out -> write(out, version, header, bodies));
        return digest(version, header, bodies);
    }

    /** The digest of a message before it is written. */
    public static byte[] digest(String version, ObjectNode header, byte[]... bodies) throws IOException {
        return write(OutputStream.nullOutputStream(), version, header, bodies);
    }

    static byte[] write(OutputStream out, String version, ObjectNode header, byte[]... bodies) throws IOException {
        MessageDigest digest = Oprf.sha256();
        byte[] json = CanonicalJson.bytes(header);
        DataOutputStream data = new DataOutputStream(new DigestOutputStream(out, digest));
        data.write(line(version));
        data.writeInt(json.length);
        data.write(json);
        for (byte[] body : bodies) {
            data.write(body);
        }
        data.flush();
        byte[] end = digest.digest();
        out.write(end);
        return end;
    }

    /**
     * Reads a message.
     *
     * @throws ProtocolFault where it is damaged or something else
     * @throws IOException where it cannot be read
     */
    public static MessageFile read(Path file, String version) throws IOException {
        String name = file.getFileName().toString();
        require(Files.size(file) < Integer.MAX_VALUE - LENGTH, name, "is too large");
        return parse(Files.readAllBytes(file), name, version);
    }

    static MessageFile parse(byte[] bytes, String name, String version) {
        byte[] line = line(version);
        boolean begins = bytes.length >= line.length && Arrays.equals(Arrays.copyOf(bytes, line.length), line);
        require(begins, name, "does not begin with " + version);
        int end = bytes.length - DIGEST;
        require(end >= line.length + LENGTH, name, "is cut short");
        byte[] digest = Arrays.copyOfRange(bytes, end, bytes.length);
        MessageDigest whole = Oprf.sha256();
        whole.update(bytes, 0, end);
        require(
                MessageDigest.isEqual(whole.digest(), digest),
                name,
                "is damaged or cut short: its digest does not fit");
        int length = ByteBuffer.wrap(bytes).getInt(line.length);
        int from = line.length + LENGTH;
        require(length > 0 && length <= LONGEST_HEADER && length <= end - from, name, "has no header");
        JsonNode header = header(Arrays.copyOfRange(bytes, from, from + length), name);
        return new MessageFile(name, header, Arrays.copyOfRange(bytes, from + length, end), digest);
    }

    private static JsonNode header(byte[] bytes, String name) {
        try {
            JsonNode json = CanonicalJson.parse(bytes);
            require(Arrays.equals(CanonicalJson.bytes(json), bytes), name, "header is not in canonical form");
            return json;
        } catch (IOException e) {
            throw new ProtocolFault(name + ": header " + e.getMessage());
        }
    }

    private static byte[] line(String version) {
        return (version + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Lets pass a message whose header says what a writer of this version would say. */
    public void requireHeader(ObjectNode known) {
        require(
                Arrays.equals(CanonicalJson.bytes(known), CanonicalJson.bytes(header)),
                name,
                "header is not one of this version");
    }

    /** Lets a message pass of which something holds. */
    public void require(boolean good, String rule) {
        require(good, name, rule);
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new ProtocolFault(name + ": " + rule);
        }
    }

    @Override
    public String toString() {
        return "MessageFile[" + name + "]";
    }
}
