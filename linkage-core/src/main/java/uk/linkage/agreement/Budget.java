package uk.linkage.agreement;

import uk.linkage.bloom.KeyedToken;

/**
 * How many filter bits the tokens of a feature set: so many each, or so many together whatever the length of the value.
 * How the budgets of features relate is how much their fields weigh in a filter (Durham et al. 2014).
 */
public sealed interface Budget {

    /** What it is called in the agreement file. */
    String name();

    /** The bits it speaks of. */
    int amount();

    /**
     * The bits that one of a value's distinct tokens sets.
     *
     * @param rank the token's place, from 0, by the bytes of its digest
     * @param tokens how many distinct tokens the value has
     */
    int positions(int rank, int tokens);

    /** The same budget so many times over, rounded, at least 1. */
    Budget times(double times);

    /**
     * So many bits for each token: a long name weighs more than a short one (Schnell, Bachteler and Reiher 2009).
     *
     * @param amount 1 to {@value #MOST}
     */
    record PerToken(int amount) implements Budget {
        /** The most bits of a token. */
        public static final int MOST = 64;

        @Override
        public String name() {
            return "positions";
        }

        @Override
        public int positions(int rank, int tokens) {
            return amount;
        }

        @Override
        public Budget times(double times) {
            return new PerToken((int) Math.max(1, Math.round(amount * times)));
        }
    }

    /**
     * So many bits for the whole value, spread over its distinct tokens; what cannot be spread evenly goes to the first of
     * them. Short and long names weigh the same (clkhash's {@code bitsPerFeature}). With more tokens than bits the last
     * tokens set none.
     *
     * @param amount 1 to {@value #MOST}
     */
    record PerFeature(int amount) implements Budget {
        /** The most bits of a feature. */
        public static final int MOST = KeyedToken.MAX_POSITIONS;

        @Override
        public String name() {
            return "bits";
        }

        @Override
        public int positions(int rank, int tokens) {
            return amount / tokens + (rank < amount % tokens ? 1 : 0);
        }

        @Override
        public Budget times(double times) {
            return new PerFeature((int) Math.max(1, Math.round(amount * times)));
        }
    }
}
