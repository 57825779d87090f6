package uk.linkage.testdata;

/** Whom a provider knows. A closed family; immutable, the dice are the caller's. */
sealed interface Circle {
    boolean holds(Resident resident, SplitMix64 dice);

    /** Those of each age with the chance that {@link Rate} tells, independently of other providers. */
    record ByRate(Clerk clerk) implements Circle {
        @Override
        public boolean holds(Resident resident, SplitMix64 dice) {
            return clerk.knows(resident, dice);
        }
    }

    /**
     * Just so many people, drawn by lot: those whose tickets follow one another.
     *
     * @param tickets one for each person, the same for all providers
     * @param first the lowest ticket drawn
     * @param count how many are drawn
     */
    record ByLot(Permutation tickets, int first, int count) implements Circle {
        @Override
        public boolean holds(Resident resident, SplitMix64 dice) {
            long ticket = tickets.at(resident.number());
            return ticket >= first && ticket < (long) first + count;
        }
    }
}
