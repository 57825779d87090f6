package uk.linkage.agreement;

import java.util.List;

/** An agreement file that cannot be used, with every fault found in it. */
public final class InvalidAgreement extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    /**
     * @param file what the agreement is called
     * @param faults each as place and rule
     */
    public InvalidAgreement(String file, List<String> faults) {
        super(file + " is not a valid agreement: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault as place and rule. */
    public List<String> faults() {
        return faults;
    }
}
