package uk.linkage.exchange;

import java.util.List;

/** Sealed files that cannot be linked with each other or after an earlier run, and every difference found. */
public final class IncompatibleFiles extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param differences what does not fit, each told so that a person can put it right */
    public IncompatibleFiles(List<String> differences) {
        super(String.join("; ", differences));
    }
}
