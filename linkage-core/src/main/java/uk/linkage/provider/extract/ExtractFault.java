package uk.linkage.provider.extract;

/** An extract that cannot be used as a whole. The message names the place and the rule, never a value. */
public final class ExtractFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param place the file, or the file and its line
     * @param rule what is wrong
     * @param hint what to do about it; empty where nothing comes to mind
     */
    public ExtractFault(String place, String rule, String hint) {
        super(place + ": " + rule);
        this.hint = hint;
    }

    /** What to do about it; may be empty. */
    public String hint() {
        return hint;
    }
}
