package uk.linkage.provider.clk;

import java.util.List;

/** A linkage schema that cannot be used, with every fault found in it. */
public final class InvalidClkSchema extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    InvalidClkSchema(String file, List<String> faults) {
        super(file + " is not a linkage schema that can be used: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault as place and rule. */
    public List<String> faults() {
        return faults;
    }
}
