package uk.linkage.quality;

import java.util.List;
import java.util.Optional;

/**
 * All groups of one kind, such as age bands.
 *
 * @param name what the labels call it
 * @param groups in order of their names, numbers first, and the groups of whom nothing is said last
 */
public record Grouping(String name, List<GroupQuality> groups) {
    public Grouping {
        groups = List.copyOf(groups);
    }

    /** How far apart recall is, as it may be told; nothing where fewer than two groups are large enough to say. */
    public Optional<RecallGap> recallGap(SmallNumbers numbers) {
        return RecallGap.of(this, numbers);
    }
}
