package uk.linkage.testdata;

import java.nio.file.Path;
import java.util.List;

/** What {@link Synthetic#writeTo} left in the directory: three extracts, the truth over them, and what to know. */
public record Written(List<Extract> extracts, Path truth, Path readme) {
    public Written {
        extracts = List.copyOf(extracts);
    }
}
