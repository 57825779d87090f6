package uk.linkage.exchange;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
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
 * <p>A record has one form: what could not have been written is not read.
 */
final class RecordCodec {
    private final int fields;
    private final int keys;
    private final int views;
    private final int bits;
    private final String file;

    /** @param file what to call the file in faults */
    RecordCodec(Agreement agreement, String file) {
        this.fields = agreement.fields().size();
        this.keys = agreement.keys().size();
        this.views = agreement.views().size();
        this.bits = agreement.codeBits();
        this.file = file;
    }

    void write(EncodedRecord record, DataOutputStream out) throws IOException {
        requireShape(record);
        byte[] id = idBytes(record.localId());
        out.writeShort(id.length);
        out.write(id);
        out.writeInt(record.presence());
        for (Optional<KeyToken> key : record.keys()) {
            write(key, out);
        }
        for (Encoding code : record.codes()) {
            out.write(code.toBytes());
        }
    }

    private void requireShape(EncodedRecord record) {
        boolean fits = record.keys().size() == keys
                && record.codes().size() == views
                && record.codes().stream().allMatch(code -> code.bits() == bits)
                && isPresence(record.presence());
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

    private static void write(Optional<KeyToken> key, DataOutputStream out) throws IOException {
        out.writeByte(key.isPresent() ? 1 : 0);
        if (key.isPresent()) {
            out.writeLong(key.get().high());
            out.writeLong(key.get().low());
        }
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
