package uk.linkage.agreement;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a file, so that all are told at once. */
final class Faults {
    private final List<String> list = new ArrayList<>();

    void add(String place, String rule) {
        list.add(place.isEmpty() ? rule : place + ": " + rule);
    }

    void unless(boolean good, String place, String rule) {
        if (!good) {
            add(place, rule);
        }
    }

    /** @throws IllegalArgumentException with the rule that a record's own check finds broken */
    static void require(boolean good, String rule) {
        if (!good) {
            throw new IllegalArgumentException(rule);
        }
    }

    boolean none() {
        return list.isEmpty();
    }

    List<String> list() {
        return List.copyOf(list);
    }
}
