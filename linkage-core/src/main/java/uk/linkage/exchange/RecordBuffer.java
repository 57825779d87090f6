package uk.linkage.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.linkage.bloom.Encoding;

/**
 * An encoded record on its way into a sealed file or out of one, filled anew for the next one so that a file of records leaves no
 * garbage. {@link #toRecord} is what stays. Never prints its content. A worker: one thread.
 *
 * <pre>{@code
 * buffer.begin("H-0012", presence, keys);
 * codeEncoder.encode(tokens, buffer.codes(), buffer.at(view));
 * sealed.write(buffer);
 * }</pre>
 */
public final class RecordBuffer {
    private final long[] codes;
    private final int views;
    private String localId = "";
    private int presence;
    private KeyTokens keys;

    /** One without a match key of its own: {@link #begin} brings them. */
    public RecordBuffer(int views, int bits) {
        this(0, views, bits);
    }

    /**
     * @param keys match keys of a record
     * @param views codes of a record
     * @param bits length of each
     */
    public RecordBuffer(int keys, int views, int bits) {
        this.keys = new KeyTokens(keys);
        this.views = views;
        this.codes = new long[views * (bits / 64)];
    }

    /** Begins a record; its codes are still those of the one before. The keys are kept by reference. */
    public void begin(String localId, int presence, KeyTokens keys) {
        this.localId = localId;
        this.presence = presence;
        this.keys = keys;
    }

    /** The words of all codes, one code after the other: the array itself, to be filled. */
    public long[] codes() {
        return codes;
    }

    /** Where the code of a view begins in {@link #codes}. */
    public int at(int view) {
        return view * wordsPerCode();
    }

    /** The record, independent of what this is filled with next. */
    public EncodedRecord toRecord() {
        List<Encoding> encodings = new ArrayList<>(views);
        for (int view = 0; view < views; view++) {
            encodings.add(new Encoding(Arrays.copyOfRange(codes, at(view), at(view + 1))));
        }
        return new EncodedRecord(localId, presence, keys.toList(), encodings);
    }

    /** The provider's own row reference. */
    public String localId() {
        return localId;
    }

    /** Bit {@code i} is set where field {@code i} of the agreement had a whole value. */
    public int presence() {
        return presence;
    }

    /** The tokens, of the record that is in here. */
    public KeyTokens keys() {
        return keys;
    }

    /** How many codes there are. */
    public int views() {
        return views;
    }

    int wordsPerCode() {
        return codes.length / views;
    }

    @Override
    public String toString() {
        return "RecordBuffer[…]";
    }
}
