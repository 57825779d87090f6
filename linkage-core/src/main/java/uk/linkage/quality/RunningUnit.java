package uk.linkage.quality;

/** Puts trials that come unit by unit together into {@link Units}. */
final class RunningUnit {
    private final Units units = new Units();
    private long unit = -1;
    private long trials;
    private long successes;

    /** One more trial; those of one unit come one after the other. */
    void add(long of, boolean success) {
        if (of != unit) {
            end();
            unit = of;
        }
        trials++;
        successes += success ? 1 : 0;
    }

    private void end() {
        units.add(trials, successes);
        trials = 0;
        successes = 0;
    }

    /** Of all that came. */
    double designEffect() {
        end();
        unit = -1;
        return units.designEffect();
    }
}
