package uk.linkage.provider.tokenise;

/** A secret that cannot be used; the message says why and holds nothing of it. */
public final class SecretFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecretFault(String message) {
        super(message);
    }
}
