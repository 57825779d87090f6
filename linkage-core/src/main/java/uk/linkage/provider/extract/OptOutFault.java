package uk.linkage.provider.extract;

/** Opt-outs that cannot be applied, so that nothing may be sealed. The message names the place and the rule, never a value. */
public final class OptOutFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param place the file, or the file and its line
     * @param rule what is wrong
     * @param hint what to do about it; may be empty
     */
    public OptOutFault(String place, String rule, String hint) {
        super(place + ": " + rule);
        this.hint = hint;
    }

    /** What to do about it; may be empty. */
    public String hint() {
        return hint;
    }
}
