package uk.linkage.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * What anybody can tell of a sealed file without a key: that it is whole, what its header and its counts say, and that its signature is by the
 * party whose card it carries. Only by comparing that card's fingerprint with the card one was given does this become a proof of who
 * sealed it.
 *
 * <pre>{@code
 * SealedInspection file = SealedInspection.of(Path.of("hospital.sealed"));
 * file.header().provider(); file.counts().sealed(); file.protection();
 * }</pre>
 *
 * @param name the file's name, for messages
 * @param header who sealed it and how
 * @param protection whether it is encrypted and signed, and between whom
 * @param counts what became of the extract's rows
 * @param digest SHA-256 of the sealed content, in hexadecimal
 */
public record SealedInspection(
        String name, SealedHeader header, Protection protection, SealedCounts counts, String digest) {

    /**
     * Goes through a file from first byte to last, in constant memory.
     *
     * @throws SealedFileFault where it is not a whole sealed file
     * @throws IOException where it cannot be read
     */
    public static SealedInspection of(Path path) throws IOException {
        return of(path, read -> {});
    }

    /**
     * Goes through it likewise.
     *
     * @param read is told how many more bytes were read
     */
    public static SealedInspection of(Path path, LongConsumer read) throws IOException {
        String file = path.getFileName().toString();
        try (DigestInputStream digested =
                new DigestInputStream(SealedFormat.buffered(path, read), SealedFormat.sha256())) {
            return inspect(digested, new DataInputStream(digested), file);
        } catch (EOFException e) {
            throw new SealedFileFault(file, "is cut short after " + Files.size(path) + " bytes");
        }
    }

    /** Bytes are checked before what they say: damage is told as damage, wherever it is. */
    private static SealedInspection inspect(DigestInputStream digested, DataInputStream in, String file)
            throws IOException {
        byte[] header = SealedFormat.readHeader(in, file);
        new ChunkedInput(in, file, SealedFormat.CHUNK + ChunkCipher.TAG).drain();
        byte[] footer = SealedFormat.readBlock(in, file);
        byte[] computed = digested.getMessageDigest().digest();
        digested.on(false);
        byte[] written = new byte[SealedFormat.DIGEST];
        in.readFully(written);
        byte[] signature = readSignature(in, file);
        SealedFormat.require(MessageDigest.isEqual(computed, written), file, "was changed after it was sealed");
        SealedFormat.require(in.read() < 0, file, "has bytes after its end");
        SealedFormat.Heading heading = SealedFormat.header(header, file);
        requireSigned(heading.protection(), computed, signature, file);
        return new SealedInspection(
                file,
                heading.header(),
                heading.protection(),
                SealedFormat.footer(footer, file),
                HexFormat.of().formatHex(computed));
    }

    private static byte[] readSignature(DataInputStream in, String file) throws IOException {
        int length = in.readUnsignedShort();
        SealedFormat.require(
                length == 0 || length == SealedFormat.SIGNATURE, file, "has a signature of a length that cannot be");
        byte[] signature = new byte[length];
        in.readFully(signature);
        return signature;
    }

    private static void requireSigned(Protection protection, byte[] digest, byte[] signature, String file)
            throws SealedFileFault {
        if (protection instanceof Protection.Signed signed) {
            SealedFormat.require(
                    signed.signer().verifies(SealedFormat.PURPOSE, digest, signature),
                    file,
                    "is not signed by " + signed.signer().name() + ", as its header says");
        } else {
            SealedFormat.require(signature.length == 0, file, "has bytes after its end");
        }
    }
}
