package uk.linkage.provider.oprf;

/** A message of another party that is damaged, foreign or of another session. The message says where and which rule, and nothing of a person. */
public final class ProtocolFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message place and rule */
    public ProtocolFault(String message) {
        super(message);
    }
}
