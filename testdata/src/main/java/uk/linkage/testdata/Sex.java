package uk.linkage.testdata;

/** Female or male, as most registers ask; what a provider does not know is no value at all. */
enum Sex {
    FEMALE,
    MALE;

    Sex other() {
        return this == FEMALE ? MALE : FEMALE;
    }

    static Sex draw(SplitMix64 dice) {
        return dice.chance(5_050) ? FEMALE : MALE;
    }
}
