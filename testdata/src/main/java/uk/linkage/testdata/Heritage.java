package uk.linkage.testdata;

/**
 * Where a household's names come from, and the customs that matter to linkage.
 *
 * <p>Numbers are in ten thousand and chosen by us, after the broad picture of the 2021 Census for the north of
 * England; they are not a statistic of anyone.
 */
enum Heritage {
    //        share, couples with one surname, children with a British forename, estimated birthdays
    BRITISH(8_000, 7_600, 0, 10),
    IRISH(400, 7_600, 4_500, 10),
    PAKISTANI(650, 3_500, 200, 600),
    INDIAN(250, 6_500, 800, 200),
    POLISH(200, 8_500, 1_500, 10),
    CHINESE(120, 1_000, 4_000, 50),
    AFRICAN(230, 6_500, 2_500, 700),
    ARABIC(150, 1_500, 300, 700);

    private final int share;
    private final int oneSurname;
    private final int britishForename;
    private final int estimatedBirthday;

    Heritage(int share, int oneSurname, int britishForename, int estimatedBirthday) {
        this.share = share;
        this.oneSurname = oneSurname;
        this.britishForename = britishForename;
        this.estimatedBirthday = estimatedBirthday;
    }

    /** How many of a hundred of its share those who are drawn to poorer places have in each fifth of deprivation. */
    private static final int[] BY_FIFTH = {155, 115, 85, 60, 45};

    /** The heritage of someone who lives in a neighbourhood of a fifth of deprivation, 1 the most deprived. */
    static Heritage draw(int fifth, SplitMix64 dice) {
        int point = dice.below(10_000);
        for (Heritage heritage : values()) {
            point -= heritage.shareIn(fifth);
            if (point < 0) {
                return heritage;
            }
        }
        return BRITISH;
    }

    /** British names have what the others leave. */
    private int shareIn(int fifth) {
        return switch (this) {
            case BRITISH -> 0;
            case IRISH, INDIAN, CHINESE -> share;
            case PAKISTANI, POLISH, AFRICAN, ARABIC -> share * BY_FIFTH[fifth - 1] / 100;
        };
    }

    /** Whether names are of the languages that most clerks of the north grew up with. */
    boolean isOfTheseIslands() {
        return this == BRITISH || this == IRISH;
    }

    int oneSurname() {
        return oneSurname;
    }

    int britishForename() {
        return britishForename;
    }

    /** How many grown-ups have 1 January for a birthday because nobody wrote the true one down. */
    int estimatedBirthday() {
        return estimatedBirthday;
    }
}
