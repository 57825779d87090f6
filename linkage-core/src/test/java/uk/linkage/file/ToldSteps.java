package uk.linkage.file;

import java.util.ArrayList;
import java.util.List;

/** Remembers every step that it is told of. */
public final class ToldSteps implements Progress {
    private final List<Step> steps = new ArrayList<>();

    @Override
    public Step begin(String what, String unit, long total) {
        steps.add(new Step(what, unit, total));
        return steps.get(steps.size() - 1);
    }

    /** What was done, in that order. */
    public List<String> names() {
        return steps.stream().map(Step::what).toList();
    }

    /** The last step of this name. */
    public Step last(String what) {
        return steps.stream()
                .filter(step -> step.what().equals(what))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError(what + " is not among " + names()));
    }

    /** Steps of which it was known how much there is to do. */
    public List<Step> counted() {
        return steps.stream().filter(step -> step.total() > 0).toList();
    }
}
