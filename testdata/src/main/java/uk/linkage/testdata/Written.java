package uk.linkage.testdata;

import java.nio.file.Path;
import java.util.List;

/**
 * What a generator left in a directory.
 *
 * @param extracts one for each provider
 * @param truth {@code provider,local_id,person} for each row of each extract
 * @param labels what each person is: age band, sex, ethnic group, deprivation, name origin, and the household they live in
 * @param slips {@code provider,local_id,slips} for each row with which something is wrong
 * @param readme what to know
 */
public record Written(List<Extract> extracts, Path truth, Path labels, Path slips, Path readme) {
    static final String TRUTH = "truth.csv";
    static final String LABELS = "labels.csv";
    static final String SLIPS = "slips.csv";
    static final String README = "README.txt";

    public Written {
        extracts = List.copyOf(extracts);
    }

    static Written in(Path directory, List<Extract> extracts) {
        return new Written(
                extracts,
                directory.resolve(TRUTH),
                directory.resolve(LABELS),
                directory.resolve(SLIPS),
                directory.resolve(README));
    }
}
