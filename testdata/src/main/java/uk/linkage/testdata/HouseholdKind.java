package uk.linkage.testdata;

/** How people live together, and how many households in ten thousand live so. */
enum HouseholdKind {
    SINGLE(3_050),
    COUPLE(2_700),
    FAMILY(2_560),
    LONE_PARENT(850),
    THREE_GENERATIONS(220),
    SHARED(585),
    COMMUNAL(10),
    NO_FIXED_ABODE(25);

    /** Whether they are no kin, come from different places and are hard to keep track of. */
    boolean isOfStrangers() {
        return this == SHARED || this == COMMUNAL || this == NO_FIXED_ABODE;
    }

    private final int share;

    HouseholdKind(int share) {
        this.share = share;
    }

    static HouseholdKind draw(SplitMix64 dice) {
        int point = dice.below(10_000);
        for (HouseholdKind kind : values()) {
            point -= kind.share;
            if (point < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares of the household kinds must add up to 10000");
    }
}
