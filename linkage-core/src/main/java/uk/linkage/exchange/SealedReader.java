package uk.linkage.exchange;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import uk.linkage.agreement.Agreement;
import uk.linkage.identity.IdentityFault;
import uk.linkage.secret.SecretBytes;

/**
 * Reads a sealed file. {@link #open} goes through the whole of it first: structure, digest, signature and whose it is, then every chunk and
 * every record. So of a file with one byte changed, added or missing, of a stranger's and of one for somebody else not a single record is
 * given out. Constant memory.
 *
 * <pre>{@code
 * try (SealedReader sealed = SealedReader.open(path, trust)) {
 *     sealed.forEach(table::add);
 * }
 * }</pre>
 *
 * <p>Holds the key of its file until it is closed; a file without protection has none.
 */
public final class SealedReader implements Closeable {
    /** How often a file is gone through before it is taken to be sound. */
    public static final int PASSES = 2;

    private final Path path;
    private final SealedInspection file;
    private final Optional<SecretBytes> key;

    private SealedReader(Path path, SealedInspection file, Optional<SecretBytes> key) {
        this.path = path;
        this.file = file;
        this.key = key;
    }

    /**
     * Checks a file without protection from first byte to last.
     *
     * @throws IdentityFault where it is encrypted
     * @throws SealedFileFault where it is not a whole sealed file
     * @throws IOException where it cannot be read
     */
    public static SealedReader open(Path path) throws IOException {
        return open(path, read -> {});
    }

    /**
     * Checks it likewise.
     *
     * @param read is told how many more bytes were read; each is read {@link #PASSES} times
     */
    public static SealedReader open(Path path, LongConsumer read) throws IOException {
        SealedInspection file = SealedInspection.of(path, read);
        if (file.protection() instanceof Protection.Signed protection) {
            throw new IdentityFault(file.name() + ": is encrypted for "
                    + protection.recipient().name() + " and signed by "
                    + protection.signer().name() + ": it takes the identity of the one and the card of the other");
        }
        return new SealedReader(path, file, Optional.empty()).checked(read);
    }

    /**
     * Checks a protected file from first byte to last.
     *
     * @throws SealedFileFault where it is not a whole sealed file, signed by a trusted provider and encrypted to the reader
     * @throws IOException where it cannot be read
     */
    public static SealedReader open(Path path, SealedTrust trust) throws IOException {
        return open(path, trust, read -> {});
    }

    /**
     * Checks it likewise.
     *
     * @param read is told how many more bytes were read; each is read {@link #PASSES} times
     */
    public static SealedReader open(Path path, SealedTrust trust, LongConsumer read) throws IOException {
        SealedInspection file = SealedInspection.of(path, read);
        return new SealedReader(path, file, Optional.of(trust.key(file))).checked(read);
    }

    private SealedReader checked(LongConsumer read) throws IOException {
        try {
            read(record -> {}, read);
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Who sealed it and how. */
    public SealedHeader header() {
        return file.header();
    }

    /** Whether it is encrypted and signed, and between whom. */
    public Protection protection() {
        return file.protection();
    }

    /** What became of the extract's rows. */
    public SealedCounts counts() {
        return file.counts();
    }

    /** SHA-256 of the sealed content, in hexadecimal. */
    public String digest() {
        return file.digest();
    }

    /** The file's name, for messages. */
    public String name() {
        return file.name();
    }

    /** Gives out every record, in the order sealed. */
    public void forEach(Consumer<EncodedRecord> consumer) throws IOException {
        read(record -> consumer.accept(record.toRecord()));
    }

    /** Gives out every record, in the order sealed, in one buffer that is filled anew for the next: quickly, and without garbage. */
    public void read(Consumer<RecordBuffer> consumer) throws IOException {
        read(consumer, read -> {});
    }

    private void read(Consumer<RecordBuffer> consumer, LongConsumer read) throws IOException {
        try (DataInputStream in = new DataInputStream(SealedFormat.buffered(path, read))) {
            byte[] headerDigest = SealedFormat.headerDigest(SealedFormat.readHeader(in, name()));
            long records = readRecords(chunks(in, headerDigest), consumer);
            SealedFormat.require(records >= counts().sealed(), name(), "holds fewer records than it counts");
            SealedFormat.require(records <= counts().sealed(), name(), "holds more records than it counts");
        }
    }

    private InputStream chunks(DataInputStream in, byte[] headerDigest) throws IOException {
        return key.isPresent()
                ? new DecryptedInput(in, new ChunkCipher(key.get(), headerDigest), name())
                : new ChunkedInput(in, name(), SealedFormat.CHUNK);
    }

    private long readRecords(InputStream chunks, Consumer<RecordBuffer> consumer) throws IOException {
        Agreement agreement = header().agreement();
        RecordCodec codec = new RecordCodec(agreement, name());
        RecordBuffer record =
                new RecordBuffer(agreement.keys().size(), agreement.views().size(), agreement.codeBits());
        RecordInput records = new RecordInput(chunks, codec.longest());
        long count = 0;
        try {
            for (; records.hasNext(); count++) {
                codec.read(records.next(), record);
                consumer.accept(record);
            }
            return count;
        } catch (BufferUnderflowException e) {
            throw new SealedFileFault(name(), "holds fewer records than it counts");
        }
    }

    /** Overwrites the key. */
    @Override
    public void close() {
        key.ifPresent(SecretBytes::close);
    }
}
