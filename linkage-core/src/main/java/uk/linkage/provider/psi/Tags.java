package uk.linkage.provider.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import uk.linkage.provider.oprf.Element;
import uk.linkage.provider.oprf.Elements;
import uk.linkage.provider.oprf.ProtocolFault;

/** Digests of points that both parties have blinded, 32 bytes each: equal ones are of equal numbers, in one session only. */
final class Tags {
    static final int BYTES = 32;

    private static final byte[] PURPOSE = "linkage-psi/1 tag\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private Tags(byte[] bytes) {
        this.bytes = bytes;
    }

    static Tags none() {
        return new Tags(new byte[0]);
    }

    /** Of points under both secrets. */
    static Tags of(String session, Elements elements) {
        byte[] tags = new byte[elements.size() * BYTES];
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (int i = 0; i < elements.size(); i++) {
            digest.update(PURPOSE);
            digest.update(session.getBytes(StandardCharsets.US_ASCII));
            digest.update(elements.bytes(), i * Element.BYTES, Element.BYTES);
            System.arraycopy(digest.digest(), 0, tags, i * BYTES, BYTES);
        }
        return new Tags(tags);
    }

    /** @throws ProtocolFault where one comes twice */
    static Tags received(byte[] bytes, String file) {
        Tags tags = new Tags(bytes);
        if (tags.set().size() != tags.size()) {
            throw new ProtocolFault(file + ": holds a tag twice");
        }
        return tags;
    }

    int size() {
        return bytes.length / BYTES;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Which of these are among the others. */
    boolean[] among(Tags others) {
        Set<ByteBuffer> set = others.set();
        boolean[] among = new boolean[size()];
        for (int i = 0; i < among.length; i++) {
            among[i] = set.contains(get(i));
        }
        return among;
    }

    private Set<ByteBuffer> set() {
        Set<ByteBuffer> set = new HashSet<>();
        for (int i = 0; i < size(); i++) {
            set.add(get(i));
        }
        return set;
    }

    private ByteBuffer get(int place) {
        return ByteBuffer.wrap(bytes, place * BYTES, BYTES);
    }
}
