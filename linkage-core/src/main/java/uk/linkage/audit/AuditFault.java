package uk.linkage.audit;

/** An audit that does not allow what was asked for. The message names the file and the rule. */
public final class AuditFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message the file, and what is wrong with it */
    public AuditFault(String message) {
        super(message);
    }
}
