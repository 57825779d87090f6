package uk.linkage.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    EncodedRecord read(DataInputStream in) throws IOException {
        String id = readId(in);
        int presence = in.readInt();
        SealedFormat.require(isPresence(presence), file, "holds a record with more fields than its agreement");
        List<Optional<KeyToken>> tokens = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            tokens.add(readKey(in));
        }
        return new EncodedRecord(id, presence, tokens, readCodes(in));
    }

    private String readId(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        SealedFormat.require(isIdLength(length), file, "holds a local id of a length that cannot be");
        byte[] id = in.readNBytes(length);
        if (id.length < length) {
            throw new EOFException();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(id))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SealedFileFault(file, "holds a local id that is not UTF-8");
        }
    }

    private Optional<KeyToken> readKey(DataInputStream in) throws IOException {
        int there = in.readUnsignedByte();
        SealedFormat.require(there <= 1, file, "holds a key that is neither there nor absent");
        return there == 0 ? Optional.empty() : Optional.of(new KeyToken(in.readLong(), in.readLong()));
    }

    private List<Encoding> readCodes(DataInputStream in) throws IOException {
        List<Encoding> codes = new ArrayList<>(views);
        byte[] code = new byte[bits / 8];
        for (int i = 0; i < views; i++) {
            in.readFully(code);
            codes.add(Encoding.ofBytes(ByteBuffer.wrap(code), bits));
        }
        return codes;
    }

    private static boolean isIdLength(int bytes) {
        return bytes >= 1 && bytes <= SealedFormat.LONGEST_ID;
    }

    /** Only bits of fields that the agreement has; a record may have all 32. */
    private boolean isPresence(int presence) {
        return fields == Integer.SIZE || presence >>> fields == 0;
    }
}
