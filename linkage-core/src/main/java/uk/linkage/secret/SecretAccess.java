package uk.linkage.secret;

/**
 * Leave to look at a secret's bytes. To find every place that does, search for {@code SecretAccess.granted()}.
 */
public final class SecretAccess {
    private static final SecretAccess GRANTED = new SecretAccess();

    private SecretAccess() {}

    /** The leave. */
    public static SecretAccess granted() {
        return GRANTED;
    }
}
