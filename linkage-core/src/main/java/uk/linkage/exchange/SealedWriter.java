package uk.linkage.exchange;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import uk.linkage.file.PartFile;
import uk.linkage.identity.Encapsulated;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.secret.SecretBytes;

/**
 * Writes a sealed file, record after record, in constant memory. The file appears only on {@link #finish}; closed
 * before that, nothing is left.
 *
 * <p>What it promises: the hub can tell under which agreement and secret the file was sealed, and that not a byte is missing or changed.
 * Given the hub's card and the provider's identity also: nobody but the hub can read it, and it is this provider's.
 *
 * <pre>{@code
 * try (SealedWriter sealed = SealedWriter.create(target, header, hubCard, identity)) {
 *     records.forEach(sealed::write);
 *     sealed.finish(counts);
 * }
 * }</pre>
 */
public final class SealedWriter implements Closeable {
    private final PartFile file;
    private final DigestOutputStream digested;
    private final DataOutputStream out;
    private final ChunkedOutput chunks;
    private final RecordCodec codec;
    private final Optional<Identity> signer;
    private long written;

    private SealedWriter(
            PartFile file, byte[] header, RecordCodec codec, Optional<SecretBytes> key, Optional<Identity> signer)
            throws IOException {
        this.file = file;
        this.signer = signer;
        this.digested = new DigestOutputStream(file.stream(), SealedFormat.sha256());
        this.out = new DataOutputStream(digested);
        this.chunks = new ChunkedOutput(out, key.map(k -> new ChunkCipher(k, SealedFormat.headerDigest(header))));
        this.codec = codec;
        out.write(SealedFormat.MAGIC);
        writeBlock(header);
    }

    /**
     * Begins a sealed file without protection.
     *
     * @throws IOException where the target cannot be written
     */
    public static SealedWriter create(Path target, SealedHeader header) throws IOException {
        return create(target, header, new Protection.None(), Optional.empty(), Optional.empty());
    }

    /**
     * Begins a sealed file that the recipient alone can read and that the provider signs, whose identity stays open until the end.
     *
     * @throws IdentityFault where the identity is of another name than the provider
     * @throws IOException where the target cannot be written
     */
    public static SealedWriter create(Path target, SealedHeader header, IdentityCard recipient, Identity signer)
            throws IOException {
        requireOwn(header, signer.card());
        Encapsulated sent = recipient.encapsulate(SealedFormat.keyInfo(header));
        try (SecretBytes key = sent.key()) {
            String encapsulation = HexFormat.of().formatHex(sent.encapsulation());
            Protection protection = new Protection.Signed(recipient, signer.card(), encapsulation);
            return create(target, header, protection, Optional.of(key), Optional.of(signer));
        }
    }

    private static void requireOwn(SealedHeader header, IdentityCard signer) {
        if (!signer.name().equals(header.provider())) {
            throw new IdentityFault(
                    "the identity is of " + signer.name() + ", and the provider that seals is " + header.provider());
        }
    }

    private static SealedWriter create(
            Path target,
            SealedHeader header,
            Protection protection,
            Optional<SecretBytes> key,
            Optional<Identity> signer)
            throws IOException {
        PartFile file = PartFile.create(target);
        try {
            RecordCodec codec = new RecordCodec(header.agreement(), "the file being written");
            return new SealedWriter(file, SealedFormat.header(header, protection), codec, key, signer);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Adds a record.
     *
     * @throws UncheckedIOException where the disk does not take it
     */
    public void write(EncodedRecord record) {
        try {
            codec.write(record, chunks);
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a record, which may be filled anew as soon as this returns. */
    public void write(RecordBuffer record) {
        try {
            codec.write(record, chunks);
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds records in their order; they may be cleared as soon as this returns. */
    public void write(SealedRecords records) {
        try {
            RecordCodec.require(records.isFor(codec));
            records.writeTo(chunks);
            written += records.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the file and makes it appear.
     *
     * @throws IllegalStateException where the counts do not tell the records that were written
     */
    public void finish(SealedCounts counts) throws IOException {
        if (counts.sealed() != written) {
            throw new IllegalStateException(
                    "counts tell " + counts.sealed() + " records, " + written + " were written");
        }
        chunks.end();
        writeBlock(SealedFormat.footer(counts));
        byte[] digest = digested.getMessageDigest().digest();
        digested.on(false);
        out.write(digest);
        byte[] signature =
                signer.map(party -> party.sign(SealedFormat.PURPOSE, digest)).orElse(new byte[0]);
        out.writeShort(signature.length);
        out.write(signature);
        out.flush();
        file.commit();
    }

    private void writeBlock(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
