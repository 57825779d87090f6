package uk.linkage.exchange;

import java.io.IOException;

/** A sealed file that is damaged, cut short or foreign. The message names the file and the rule. */
public final class SealedFileFault extends IOException {
    private static final long serialVersionUID = 1;

    SealedFileFault(String file, String rule) {
        super(file + ": " + rule);
    }
}
