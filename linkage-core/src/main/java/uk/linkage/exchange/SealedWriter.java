package uk.linkage.exchange;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import uk.linkage.file.PartFile;

/**
 * Writes a sealed file, record after record, in constant memory. The file appears only on {@link #finish}; closed
 * before that, nothing is left.
 *
 * <p>What it promises: the hub can tell who sealed the file, under which agreement and secret, and that not a byte is
 * missing or changed. What it does not promise yet: secrecy from others than the hub, and proof of the sender; both have
 * their place in the format.
 *
 * <pre>{@code
 * try (SealedWriter sealed = SealedWriter.create(target, header)) {
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
    private long written;

    private SealedWriter(PartFile file, SealedHeader header) throws IOException {
        this.file = file;
        this.digested = new DigestOutputStream(file.stream(), SealedFormat.sha256());
        this.out = new DataOutputStream(digested);
        this.chunks = new ChunkedOutput(out);
        this.codec = new RecordCodec(header.agreement(), "the file being written");
        out.write(SealedFormat.MAGIC);
        writeBlock(SealedFormat.header(header));
    }

    /**
     * Begins a sealed file.
     *
     * @throws IOException where the target cannot be written
     */
    public static SealedWriter create(Path target, SealedHeader header) throws IOException {
        PartFile file = PartFile.create(target);
        try {
            return new SealedWriter(file, header);
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
        out.writeShort(0);
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
