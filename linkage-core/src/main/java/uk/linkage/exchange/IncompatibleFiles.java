package uk.linkage.exchange;

import java.util.List;

/** Sealed files that cannot be linked with each other, and every difference found. */
public final class IncompatibleFiles extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncompatibleFiles(List<String> differences) {
        super(String.join("; ", differences));
    }
}
