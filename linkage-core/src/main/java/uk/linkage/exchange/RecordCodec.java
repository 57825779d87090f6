package uk.linkage.exchange;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.Encoding;

/**
 * An encoded record as bytes, all big-endian but for the codes: u16 length and UTF-8 of the local id; u32 presence; for
 * each key a byte 0, or 1 and sixteen bytes; for each view its code.
 */
final class RecordCodec {
    private final int keys;
    private final int views;
    private final int bits;

    RecordCodec(Agreement agreement) {
        this.keys = agreement.keys().size();
        this.views = agreement.views().size();
        this.bits = agreement.diffusion().outputBits();
    }

    void write(EncodedRecord record, DataOutputStream out) throws IOException {
        byte[] id = record.localId().getBytes(StandardCharsets.UTF_8);
        if (id.length < 1 || id.length > SealedFormat.LONGEST_ID) {
            throw new IllegalArgumentException("local id (" + id.length + " bytes) must have 1 to 200 bytes");
        }
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

    private static void write(Optional<KeyToken> key, DataOutputStream out) throws IOException {
        out.writeByte(key.isPresent() ? 1 : 0);
        if (key.isPresent()) {
            out.writeLong(key.get().high());
            out.writeLong(key.get().low());
        }
    }

    EncodedRecord read(DataInputStream in) throws IOException {
        byte[] id = in.readNBytes(in.readUnsignedShort());
        int presence = in.readInt();
        List<Optional<KeyToken>> tokens = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            tokens.add(in.readByte() == 0 ? Optional.empty() : Optional.of(new KeyToken(in.readLong(), in.readLong())));
        }
        List<Encoding> codes = new ArrayList<>(views);
        byte[] code = new byte[bits / 8];
        for (int i = 0; i < views; i++) {
            in.readFully(code);
            codes.add(Encoding.ofBytes(ByteBuffer.wrap(code), bits));
        }
        return new EncodedRecord(new String(id, StandardCharsets.UTF_8), presence, tokens, codes);
    }
}
