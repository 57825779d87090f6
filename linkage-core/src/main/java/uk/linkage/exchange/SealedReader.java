package uk.linkage.exchange;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import uk.linkage.agreement.Agreement;

/**
 * Reads a sealed file. {@link #open} goes through the whole of it first, so that of a file with one byte changed, added
 * or missing not a single record is given out. Constant memory.
 *
 * <pre>{@code
 * SealedReader sealed = SealedReader.open(path);
 * sealed.forEach(table::add);
 * }</pre>
 */
public final class SealedReader {
    private final Path path;
    private final SealedHeader header;
    private final SealedCounts counts;
    private final String digest;

    private SealedReader(Path path, SealedHeader header, SealedCounts counts, byte[] digest) {
        this.path = path;
        this.header = header;
        this.counts = counts;
        this.digest = HexFormat.of().formatHex(digest);
    }

    /**
     * Checks a file from first byte to last.
     *
     * @throws SealedFileFault where it is not a whole sealed file
     * @throws IOException where it cannot be read
     */
    public static SealedReader open(Path path) throws IOException {
        String file = path.getFileName().toString();
        try (DigestInputStream digested = digested(path)) {
            DataInputStream in = new DataInputStream(digested);
            byte[] header = readHeader(in, file);
            new ChunkedInput(in, file).drain();
            byte[] footer = readBlock(in, file);
            byte[] digest = requireDigest(digested, in, file);
            SealedReader reader = new SealedReader(
                    path, SealedFormat.header(header, file), SealedFormat.footer(footer, file), digest);
            reader.read(record -> {});
            return reader;
        } catch (EOFException e) {
            throw new SealedFileFault(file, "is cut short after " + Files.size(path) + " bytes");
        }
    }

    private static byte[] requireDigest(DigestInputStream digested, DataInputStream in, String file)
            throws IOException {
        byte[] computed = digested.getMessageDigest().digest();
        digested.on(false);
        byte[] written = new byte[SealedFormat.DIGEST];
        in.readFully(written);
        int signature = in.readUnsignedShort();
        SealedFormat.require(MessageDigest.isEqual(computed, written), file, "was changed after it was sealed");
        SealedFormat.require(signature == 0 && in.read() < 0, file, "has bytes after its end");
        return computed;
    }

    /** Who sealed it and how. */
    public SealedHeader header() {
        return header;
    }

    /** What became of the extract's rows. */
    public SealedCounts counts() {
        return counts;
    }

    /** SHA-256 of the sealed content, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** The file's name, for messages. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Gives out every record, in the order sealed. */
    public void forEach(Consumer<EncodedRecord> consumer) throws IOException {
        read(record -> consumer.accept(record.toRecord()));
    }

    /** Gives out every record, in the order sealed, in one buffer that is filled anew for the next: quickly, and without garbage. */
    public void read(Consumer<RecordBuffer> consumer) throws IOException {
        try (DataInputStream in = new DataInputStream(buffered(path))) {
            readHeader(in, name());
            long read = readRecords(new ChunkedInput(in, name()), consumer);
            SealedFormat.require(read >= counts.sealed(), name(), "holds fewer records than it counts");
            SealedFormat.require(read <= counts.sealed(), name(), "holds more records than it counts");
        }
    }

    private long readRecords(ChunkedInput chunks, Consumer<RecordBuffer> consumer) throws IOException {
        Agreement agreement = header.agreement();
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

    private static DigestInputStream digested(Path path) throws IOException {
        return new DigestInputStream(buffered(path), SealedFormat.sha256());
    }

    private static BufferedInputStream buffered(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), SealedFormat.CHUNK);
    }

    private static byte[] readHeader(DataInputStream in, String file) throws IOException {
        byte[] magic = in.readNBytes(SealedFormat.MAGIC.length);
        if (magic.length < SealedFormat.MAGIC.length) {
            throw new EOFException();
        }
        SealedFormat.require(Arrays.equals(magic, SealedFormat.MAGIC), file, "is not a sealed file of this version");
        return readBlock(in, file);
    }

    private static byte[] readBlock(DataInputStream in, String file) throws IOException {
        int length = in.readInt();
        SealedFormat.require(
                length > 0 && length <= SealedFormat.LONGEST_JSON, file, "has a block of a length that cannot be");
        byte[] block = new byte[length];
        in.readFully(block);
        return block;
    }
}
