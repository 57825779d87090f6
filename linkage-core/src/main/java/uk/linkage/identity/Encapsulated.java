package uk.linkage.identity;

import uk.linkage.secret.SecretBytes;

/**
 * A key for one party, and what that party needs to find it again.
 *
 * @param encapsulation 32 bytes, sent along in the clear
 * @param key 32 bytes, to be closed after use
 */
public record Encapsulated(byte[] encapsulation, SecretBytes key) {
    @Override
    public String toString() {
        return "Encapsulated[…]";
    }
}
