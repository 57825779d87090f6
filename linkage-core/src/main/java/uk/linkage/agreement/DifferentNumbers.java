package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What two different person numbers say of two records that both carry a valid one. */
public enum DifferentNumbers {
    /** They are two people, whatever else agrees. */
    VETO("veto"),
    /** What the model has learnt of it, and no more. */
    EVIDENCE("evidence");

    private final String label;

    DifferentNumbers(String label) {
        this.label = label;
    }

    /** The name in the agreement file. */
    public String label() {
        return label;
    }

    /** The rule of that name. */
    public static Optional<DifferentNumbers> ofLabel(String label) {
        return Arrays.stream(values()).filter(d -> d.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(DifferentNumbers::label).collect(Collectors.joining(", "));
    }
}
