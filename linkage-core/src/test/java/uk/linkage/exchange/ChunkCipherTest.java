package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import uk.linkage.secret.SecretBytes;

/** STREAM over AES-256-GCM: each chunk opens at its own place of its own file alone. */
class ChunkCipherTest {
    private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f".repeat(2));
    private static final byte[] HEADER = new byte[32];

    @Test
    void bytesOfAnyNumberComeBackOutOfFullChunks() throws IOException {
        for (int length : new int[] {0, 1, 65535, 65536, 65537, 131072, 200_000}) {
            byte[] plain = new byte[length];
            new Random(length).nextBytes(plain);
            byte[] file = encrypted(plain);
            assertThat(decrypted(file)).as("%d bytes", length).isEqualTo(plain);
            int chunks = Math.max(1, (length + 65535) / 65536);
            assertThat(file).hasSize(length + chunks * (4 + 16) + 4);
        }
    }

    @Test
    void aChunkOfAnotherPlaceDoesNotOpen() throws IOException {
        List<byte[]> chunks = chunks(encrypted(new byte[4 * 65536]));
        assertRefused(List.of(chunks.get(1), chunks.get(0), chunks.get(2), chunks.get(3)), "chunk 1 does not open");
        assertRefused(List.of(chunks.get(0), chunks.get(2), chunks.get(3)), "chunk 2 does not open");
        assertRefused(
                List.of(chunks.get(0), chunks.get(0), chunks.get(1), chunks.get(2), chunks.get(3)),
                "chunk 2 does not open");
        assertRefused(List.of(chunks.get(0), chunks.get(1), chunks.get(2)), "chunk 3 does not open");
        assertRefused(List.of(), "ends before its last chunk");
    }

    @Test
    void aChunkOfAnotherFileDoesNotOpen() throws IOException {
        List<byte[]> chunks = chunks(encrypted(new byte[3 * 65536]));
        byte[] otherKey = KEY.clone();
        otherKey[0] ^= 1;
        List<byte[]> ofAnotherKey = chunks(encrypted(new byte[3 * 65536], otherKey, HEADER));
        List<byte[]> ofAnotherHeader = chunks(encrypted(new byte[3 * 65536], KEY, new byte[31]));
        assertRefused(List.of(chunks.get(0), ofAnotherKey.get(1), chunks.get(2)), "chunk 2 does not open");
        assertRefused(List.of(chunks.get(0), ofAnotherHeader.get(1), chunks.get(2)), "chunk 2 does not open");
    }

    @Test
    void anEmptyChunkIsThereOnlyWhereItIsTheOnlyOne() throws IOException {
        ChunkCipher cipher = cipher(KEY, HEADER);
        byte[] full = new byte[17];
        cipher.encrypt(new byte[1], 1, false, full);
        byte[] empty = new byte[16];
        cipher.encrypt(new byte[0], 0, true, empty);
        assertRefused(List.of(full, empty), "has a chunk of a length that cannot be");
        assertRefused(List.of(new byte[15]), "has a chunk of a length that cannot be");
        assertRefused(List.of(new byte[65553]), "has a chunk of a length that cannot be");
    }

    /** Key and header of zeros, no bytes, chunk 0 and last: as OpenSSL makes it. */
    @Test
    void theNonceIsTheNumberAndWhetherItIsTheLast() throws Exception {
        byte[] tag = new byte[16];
        cipher(new byte[32], HEADER).encrypt(new byte[0], 0, true, tag);
        assertThat(HexFormat.of().formatHex(tag)).isEqualTo("781389e34c21de47dd66d26fe42478cd");
        ChunkCipher reader = cipher(new byte[32], HEADER);
        assertThatThrownBy(() -> reader.decrypt(tag, 16, false, new byte[16])).isInstanceOf(AEADBadTagException.class);
    }

    private static void assertRefused(List<byte[]> chunks, String rule) {
        assertThatThrownBy(() -> decrypted(file(chunks)))
                .isInstanceOf(SealedFileFault.class)
                .hasMessageStartingWith("x: " + rule);
    }

    private static ChunkCipher cipher(byte[] key, byte[] header) {
        return new ChunkCipher(new SecretBytes(key.clone()), header);
    }

    private static byte[] encrypted(byte[] plain) throws IOException {
        return encrypted(plain, KEY, HEADER);
    }

    private static byte[] encrypted(byte[] plain, byte[] key, byte[] header) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ChunkedOutput out = new ChunkedOutput(new DataOutputStream(file), Optional.of(cipher(key, header)))) {
            out.write(plain, 0, plain.length / 3);
            out.write(plain, plain.length / 3, plain.length - plain.length / 3);
            out.end();
        }
        return file.toByteArray();
    }

    private static byte[] decrypted(byte[] file) throws IOException {
        DataInputStream bytes = new DataInputStream(new ByteArrayInputStream(file));
        try (DecryptedInput in = new DecryptedInput(bytes, cipher(KEY, HEADER), "x")) {
            return in.readAllBytes();
        }
    }

    private static List<byte[]> chunks(byte[] file) {
        List<byte[]> chunks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int length = bytes.getInt(); length > 0; length = bytes.getInt()) {
            byte[] chunk = new byte[length];
            bytes.get(chunk);
            chunks.add(chunk);
        }
        return chunks;
    }

    private static byte[] file(List<byte[]> chunks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] chunk : chunks) {
            out.writeInt(chunk.length);
            out.write(chunk);
        }
        out.writeInt(0);
        return bytes.toByteArray();
    }
}
