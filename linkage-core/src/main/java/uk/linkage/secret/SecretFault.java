package uk.linkage.secret;

/** A secret that cannot be used; the message says why and holds nothing of it. */
public final class SecretFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message place and rule, with nothing of the secret */
    public SecretFault(String message) {
        super(message);
    }
}
