package uk.linkage.provider.clk;

import java.util.List;
import uk.linkage.provider.extract.Rejects;

/**
 * Values that break rules of a linkage schema, so that no CLK is made: to anonlink a record is its row's number, so none
 * may be left out.
 */
public final class FaultyValues extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    FaultyValues(String file, Rejects rejects) {
        super(file + ": " + rejects.values() + " values do not fit the schema");
        this.faults = rejects.first().stream().map(Rejects.Fault::text).toList();
    }

    /** The first few, each as line, column and rule. */
    public List<String> faults() {
        return faults;
    }
}
