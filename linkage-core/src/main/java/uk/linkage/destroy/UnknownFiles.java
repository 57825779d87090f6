package uk.linkage.destroy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be destroyed as asked: nobody said what they are. Nothing was removed. */
public final class UnknownFiles extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final String hint;

    UnknownFiles(List<String> names, String rule, String hint) {
        super(shown(names) + ": " + rule + "; nothing was removed");
        this.hint = hint;
    }

    private static String shown(List<String> names) {
        String some = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? some + " and " + (names.size() - SHOWN) + " more" : some;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
