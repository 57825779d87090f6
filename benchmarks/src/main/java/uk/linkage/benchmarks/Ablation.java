package uk.linkage.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Decide;
import uk.linkage.agreement.DifferentNumbers;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.KeyForm;
import uk.linkage.hub.decide.Refinement;

/** What a run is to do without, so that its table beside the usual one tells what the part brings. */
enum Ablation {
    /** Nothing. */
    NOTHING,
    /** Kinds of pairs: comparisons are independent. */
    KINDS,
    /** What pairs within a provider tell of two people. */
    STRANGERS,
    /** The weight of what is rare. */
    RARITY,
    /** The lattice of match keys: numbers, and the four keys of whole fields that find most, alone. */
    LATTICE,
    /** Whether names stand in each other's place. */
    SWAP,
    /** The veto of different person numbers. */
    VETO,
    /** The lead that a link must have over its rivals. */
    MARGIN;

    private static final int FEW_KEYS = 4;

    /** What was said with {@code --without}. */
    static Ablation of(Choices choices) {
        return valueOf(choices.text("without").orElse("nothing").toUpperCase(Locale.ROOT));
    }

    Set<Refinement> leftOut() {
        return switch (this) {
            case KINDS -> Set.of(Refinement.KINDS);
            case STRANGERS -> Set.of(Refinement.STRANGERS);
            case RARITY -> Set.of(Refinement.RARITY);
            default -> Set.of();
        };
    }

    Agreement of(Agreement a) {
        Decide d = a.decide();
        return switch (this) {
            case LATTICE -> with(a, few(a.keys()), d);
            case SWAP -> with(a, a.keys().stream().filter(key -> !swaps(key)).toList(), d);
            case VETO ->
                with(
                        a,
                        a.keys(),
                        new Decide(d.link(), d.review(), d.targetPrecision(), d.margin(), DifferentNumbers.EVIDENCE));
            case MARGIN ->
                with(a, a.keys(), new Decide(d.link(), d.review(), d.targetPrecision(), 0, d.differentNumbers()));
            default -> a;
        };
    }

    private static List<MatchKey> few(List<MatchKey> keys) {
        long identifiers = keys.stream().filter(MatchKey::identifier).count();
        return keys.subList(0, (int) Math.min(keys.size(), identifiers + FEW_KEYS));
    }

    private static boolean swaps(MatchKey key) {
        return key.parts().stream().anyMatch(part -> part.form() == KeyForm.SORTED_LETTERS);
    }

    private static Agreement with(Agreement a, List<MatchKey> keys, Decide decide) {
        return new Agreement(
                a.purpose(),
                a.profile(),
                a.normaliser(),
                a.fields(),
                keys,
                a.components(),
                a.comparisons(),
                a.views(),
                a.filter(),
                a.hardening(),
                decide,
                a.bounds(),
                a.acceptedRisks());
    }
}
