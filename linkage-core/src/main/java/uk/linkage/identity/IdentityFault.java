package uk.linkage.identity;

/** A card, signature or statement that cannot be trusted. The message names the file and the rule and holds no key. */
public final class IdentityFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message place and rule */
    public IdentityFault(String message) {
        super(message);
    }

    static void require(boolean good, String file, String rule) {
        if (!good) {
            throw new IdentityFault(file + ": " + rule);
        }
    }
}
