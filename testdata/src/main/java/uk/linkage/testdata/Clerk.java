package uk.linkage.testdata;

/**
 * Keys in residents at a provider's desk, with that provider's mistakes.
 *
 * <p>Policy is {@link Rate}; the worker is {@link Keying}. Immutable, the dice are the caller's.
 *
 * <pre>{@code
 * var clerk = new Clerk(Provider.COUNCIL);
 * if (clerk.knows(resident, dice)) {
 *     Entry entry = clerk.entry(resident, dice);
 * }
 * }</pre>
 */
final class Clerk {
    private final Provider provider;
    private final OtherForms otherForms = new OtherForms();

    Clerk(Provider provider) {
        this.provider = provider;
    }

    boolean knows(Resident resident, SplitMix64 dice) {
        return dice.chance(Rate.covering(resident).at(provider));
    }

    Entry entry(Resident resident, SplitMix64 dice) {
        return new Keying(provider, otherForms, resident, dice).entry();
    }
}
