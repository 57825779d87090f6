package uk.linkage.testdata;

/**
 * Where all chance comes from: a number that branches by name and yields one generator for each index.
 *
 * <p>The population is a function of its seed, not a list: whoever asks twice for household 17 is told the same.
 *
 * <pre>{@code
 * Seed households = new Seed(2026).branch("household");
 * SplitMix64 dice = households.at(17);
 * }</pre>
 *
 * <p>Names enter by {@link String#hashCode}, which the Java language lays down.
 */
record Seed(long value) {
    Seed branch(String name) {
        return new Seed(SplitMix64.mix(SplitMix64.mix(value + SplitMix64.GOLDEN_GAMMA) ^ name.hashCode()));
    }

    SplitMix64 at(long index) {
        return new SplitMix64(SplitMix64.mix(value + index * SplitMix64.GOLDEN_GAMMA));
    }
}
