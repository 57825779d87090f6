package uk.linkage.agreement;

/** How many tokens a value of some length makes, by and large. */
final class TypicalTokens {
    private static final int DATE_PARTS = 6;
    private static final int POSTCODE_PARTS = 4;
    private static final int NUMBERS = 2;

    private TypicalTokens() {}

    static int of(Tokens tokens, int length) {
        if (tokens instanceof PlainTokens plain) {
            return switch (plain) {
                case WHOLE, NICKNAME -> 1;
                case LETTERS -> length + 1;
                case DATE_PARTS -> DATE_PARTS;
                case NUMBERS -> NUMBERS;
                case POSTCODE_PARTS -> POSTCODE_PARTS;
            };
        }
        if (tokens instanceof Grams grams) {
            int places = length + (grams.padded() ? grams.q() - 1 : 1 - grams.q());
            return Math.max(1, places) * (grams.skip() + 1);
        }
        if (tokens instanceof DateNeighbourhood dates) {
            return 2 * dates.days() + 1;
        }
        if (tokens instanceof NumberNeighbourhood numbers) {
            return 2 * numbers.count() + 1;
        }
        if (tokens instanceof CodeHierarchy codes) {
            return codes.cuts().size();
        }
        return tokens instanceof MarkovBigrams markov ? (length + 1) * (markov.chain() + 1) : 1;
    }
}
