package uk.linkage.hub.review;

/**
 * A record as its provider knows it. Prints the provider only.
 *
 * @param provider its name
 * @param localId the provider's own reference
 */
public record NamedRecord(String provider, String localId) {
    @Override
    public String toString() {
        return "NamedRecord[" + provider + "]";
    }
}
