package uk.linkage.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.AcceptedRisk;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Risk;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.harden.Balancing;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.harden.Diffusion;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.bloom.harden.Permutation;
import uk.linkage.bloom.harden.RandomisedResponse;
import uk.linkage.bloom.harden.Rule90;
import uk.linkage.bloom.harden.XorFold;

/**
 * The catalogue of hardenings, each in place of an agreement's own and with the risks accepted that it takes, so that all
 * can be measured on the same views.
 *
 * <pre>{@code
 * Agreement folded = Hardened.of(agreement, Hardened.catalogue().get("xor-fold"));
 * }</pre>
 */
final class Hardened {
    private static final String PLACE = "encoding.hardening";
    private static final String REASON = "To measure on invented people what it gives away";

    private Hardened() {}

    /** What can be measured, by name, from the plain filter on. */
    static Map<String, Chain> catalogue() {
        Map<String, Chain> chains = new LinkedHashMap<>();
        chains.put("plain", Chain.of());
        chains.put("permutation", Chain.of(new Permutation()));
        chains.put("balancing", Chain.of(new Balancing()));
        chains.put("rule-90", Chain.of(new Rule90()));
        chains.put("xor-fold", Chain.of(new XorFold(1)));
        chains.put("xor-fold-permutation", Chain.of(new XorFold(1), new Permutation()));
        chains.put("flips-0.05", Chain.of(new RandomisedResponse(0.05)));
        chains.put("flips-0.1", Chain.of(new RandomisedResponse(0.1)));
        chains.put("diffusion-4", Chain.of(new Diffusion(1024, 4)));
        chains.put("diffusion-8", Chain.of(new Diffusion(1024, 8)));
        chains.put("diffusion-10", Chain.of(new Diffusion(1024, 10)));
        chains.put("diffusion-8-flips-0.05", Chain.of(new Diffusion(1024, 8), new RandomisedResponse(0.05)));
        return chains;
    }

    /** The agreement with this hardening in place of its own. */
    static Agreement of(Agreement agreement, Chain chain) {
        return of(agreement, agreement.filter(), chain);
    }

    /** The agreement with filters of another length and this hardening. */
    static Agreement of(Agreement a, BloomShape filter, Chain chain) {
        return new Agreement(
                a.purpose(),
                a.profile(),
                a.normaliser(),
                a.fields(),
                a.keys(),
                a.components(),
                a.comparisons(),
                a.views(),
                filter,
                chain,
                a.decide(),
                a.bounds(),
                risks(chain));
    }

    /** The diffusion in an agreement's chain with the most taps. */
    static Diffusion diffusion(Agreement agreement) {
        return agreement.hardening().steps().stream()
                .filter(Diffusion.class::isInstance)
                .map(Diffusion.class::cast)
                .max((a, b) -> Integer.compare(a.taps(), b.taps()))
                .orElseThrow(() -> new IllegalArgumentException("this agreement has no diffusion"));
    }

    private static List<AcceptedRisk> risks(Chain chain) {
        int taps = chain.steps().stream().mapToInt(Hardened::taps).max().orElse(-1);
        if (taps >= Diffusion.SOUND_TAPS) {
            return List.of();
        }
        Risk risk = taps < 0 ? Risk.UNHARDENED : taps == 0 ? Risk.BROKEN_HARDENING_ONLY : Risk.FEW_TAPS;
        return List.of(new AcceptedRisk(risk, PLACE, REASON));
    }

    private static int taps(Hardening step) {
        return step instanceof Diffusion diffusion ? diffusion.taps() : 0;
    }
}
