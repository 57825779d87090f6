package uk.linkage.quality;

import java.util.List;

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
}
