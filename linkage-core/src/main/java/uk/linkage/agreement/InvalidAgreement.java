package uk.linkage.agreement;

import java.util.List;

/** An agreement file that cannot be used, with every fault found in it. */
public final class InvalidAgreement extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    InvalidAgreement(String file, List<String> faults) {
        super(file + " is not a valid agreement: " + String.join("; ", faults));
        this.faults = faults;
    }

    /** Each fault as place and rule. */
    public List<String> faults() {
        return faults;
    }
}
