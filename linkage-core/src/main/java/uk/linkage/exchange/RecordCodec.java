package uk.linkage.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.Encoding;

/**
 * An encoded record as bytes, all big-endian but for the codes: u16 length and UTF-8 of the local id; u32 presence; for
 * each key a byte 0, or 1 and sixteen bytes; for each view its code.
 *
 * <p>A record has one form: what could not have been written is not read. A worker: one thread, its own scratch.
 */
final class RecordCodec {
    private final int fields;
    private final int keys;
    private final int views;
    private final int bits;
    private final String file;
    private final ByteBuffer bytes;

    /** @param file what to call the file in faults */
    RecordCodec(Agreement agreement, String file) {
        this.fields = agreement.fields().size();
        this.keys = agreement.keys().size();
        this.views = agreement.views().size();
        this.bits = agreement.codeBits();
        this.file = file;
        this.bytes = ByteBuffer.allocate(
                Short.BYTES + SealedFormat.LONGEST_ID + Integer.BYTES + keys * (1 + KeyToken.BYTES) + views * bits / 8);
    }

    /** Whether records of the one can be read by the other. */
    boolean isLike(RecordCodec other) {
        return fields == other.fields && keys == other.keys && views == other.views && bits == other.bits;
    }

    void write(EncodedRecord record, OutputStream out) throws IOException {
        require(record.keys().size() == keys && record.codes().size() == views);
        begin(record.localId(), record.presence());
        for (Optional<KeyToken> key : record.keys()) {
            bytes.put((byte) (key.isPresent() ? 1 : 0));
            key.ifPresent(token -> bytes.putLong(token.high()).putLong(token.low()));
        }
        for (Encoding code : record.codes()) {
            require(code.bits() == bits);
            for (int word = 0; word < bits / 64; word++) {
                putWord(code.word(word));
            }
        }
        out.write(bytes.array(), 0, bytes.position());
    }

    void write(RecordBuffer record, OutputStream out) throws IOException {
        require(record.keys().size() == keys && record.views() == views && record.wordsPerCode() == bits / 64);
        begin(record.localId(), record.presence());
        for (int key = 0; key < keys; key++) {
            put(record.keys(), key);
        }
        for (long word : record.codes()) {
            putWord(word);
        }
        out.write(bytes.array(), 0, bytes.position());
    }

    private void begin(String localId, int presence) {
        require(isPresence(presence));
        byte[] id = idBytes(localId);
        bytes.clear().putShort((short) id.length).put(id).putInt(presence);
    }

    private void put(KeyTokens tokens, int key) {
        bytes.put((byte) (tokens.has(key) ? 1 : 0));
        if (tokens.has(key)) {
            bytes.putLong(tokens.high(key)).putLong(tokens.low(key));
        }
    }

    private void putWord(long word) {
        bytes.putLong(Long.reverseBytes(word));
    }

    static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("a record of another agreement cannot be written to this file");
        }
    }

    private static byte[] idBytes(String localId) {
        byte[] id = localId.getBytes(StandardCharsets.UTF_8);
        if (!isIdLength(id.length)) {
            throw new IllegalArgumentException("local id (" + id.length + " bytes) must have 1 to 200 bytes");
        }
        return id;
    }

    /** The most bytes of a record. */
    int longest() {
        return bytes.capacity();
    }

    /**
     * Reads a record into a buffer.
     *
     * @throws BufferUnderflowException where it is cut short
     * @throws SealedFileFault where it could not have been written
     */
    void read(ByteBuffer in, RecordBuffer into) throws SealedFileFault {
        String id = readId(in);
        int presence = in.getInt();
        SealedFormat.require(isPresence(presence), file, "holds a record with more fields than its agreement");
        readKeys(in, into.keys());
        into.begin(id, presence, into.keys());
        readCodes(in, into.codes());
    }

    private String readId(ByteBuffer in) throws SealedFileFault {
        int length = in.getShort() & 0xffff;
        SealedFormat.require(isIdLength(length), file, "holds a local id of a length that cannot be");
        ByteBuffer id = in.slice(in.position(), Math.min(length, in.remaining()));
        in.position(in.position() + id.remaining());
        try {
            return isAscii(id)
                    ? new String(id.array(), id.arrayOffset(), id.remaining(), StandardCharsets.ISO_8859_1)
                    : StandardCharsets.UTF_8.newDecoder().decode(id).toString();
        } catch (CharacterCodingException e) {
            throw new SealedFileFault(file, "holds a local id that is not UTF-8");
        }
    }

    private static boolean isAscii(ByteBuffer bytes) {
        for (int i = 0; i < bytes.remaining(); i++) {
            if (bytes.get(i) < 0) {
                return false;
            }
        }
        return true;
    }

    private void readKeys(ByteBuffer in, KeyTokens into) throws SealedFileFault {
        into.clear();
        for (int key = 0; key < keys; key++) {
            int there = in.get();
            SealedFormat.require(there == 0 || there == 1, file, "holds a key that is neither there nor absent");
            if (there == 1) {
                into.set(key, in.getLong(), in.getLong());
            }
        }
    }

    private static void readCodes(ByteBuffer in, long[] into) {
        in.slice().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(into);
        in.position(in.position() + into.length * Long.BYTES);
    }

    private static boolean isIdLength(int bytes) {
        return bytes >= 1 && bytes <= SealedFormat.LONGEST_ID;
    }

    /** Only bits of fields that the agreement has; a record may have all 32. */
    private boolean isPresence(int presence) {
        return fields == Integer.SIZE || presence >>> fields == 0;
    }
}
