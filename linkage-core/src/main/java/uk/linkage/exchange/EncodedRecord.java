package uk.linkage.exchange;

import java.util.List;
import java.util.Optional;
import uk.linkage.bloom.Encoding;

/**
 * A person as the hub sees one: a local id that only the provider can resolve, exact keyed tokens, diffused codes, and
 * which fields were there. Never prints its content.
 *
 * @param localId the provider's own row reference, 1 to 200 bytes of UTF-8
 * @param presence bit {@code i} is set where field {@code i} of the agreement had a whole value; a partial date is not one
 * @param keys a token for each match key of the agreement, empty where a part of it was missing
 * @param codes a code for each view of the agreement
 */
public record EncodedRecord(String localId, int presence, List<Optional<KeyToken>> keys, List<Encoding> codes) {
    /** Copies the lists. */
    public EncodedRecord {
        keys = List.copyOf(keys);
        codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
        return "EncodedRecord[…]";
    }
}
