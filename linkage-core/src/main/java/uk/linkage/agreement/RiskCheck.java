package uk.linkage.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.harden.Diffusion;

/**
 * Finds the risks that an agreement takes, and holds them to those that it accepts: one that is not accepted is a fault,
 * and so is one that is accepted but not there.
 */
final class RiskCheck {
    /** The expected share of a filter's bits above which it is crowded. */
    static final double CROWDED = 0.6;

    private static final int LEAST_CODE_BITS = 512;
    private static final String HARDENING = "encoding.hardening";

    private final Agreement agreement;
    private final List<Found> found = new ArrayList<>();

    private RiskCheck(Agreement agreement) {
        this.agreement = agreement;
    }

    /**
     * A risk in its place.
     *
     * @param what it is there, as the end of a sentence about the place
     */
    record Found(Risk risk, String where, String what) {
        boolean is(AcceptedRisk accepted) {
            return risk == accepted.risk() && where.equals(accepted.where());
        }
    }

    /** The risks of an agreement that is sound but for them. */
    static List<Found> found(Agreement agreement) {
        RiskCheck check = new RiskCheck(agreement);
        check.hardening();
        agreement.keys().forEach(check::key);
        agreement.views().forEach(check::view);
        return check.found;
    }

    static void check(Agreement agreement, Faults faults) {
        List<Found> found = found(agreement);
        found.stream()
                .filter(risk -> agreement.acceptedRisks().stream().noneMatch(risk::is))
                .forEach(risk -> faults.add(
                        risk.where,
                        risk.risk.label() + ": " + risk.what + "; accept it with a reason in accepted_risks or "
                                + risk.risk.cure()));
        Set<String> seen = new HashSet<>();
        for (AcceptedRisk accepted : agreement.acceptedRisks()) {
            String name = accepted.risk().label() + " at " + accepted.where();
            faults.unless(seen.add(name), "accepted_risks", "holds " + name + " twice");
            faults.unless(found.stream().anyMatch(risk -> risk.is(accepted)), "accepted_risks", notThere(name));
        }
    }

    private static String notThere(String name) {
        return "accepts " + name + ", which this agreement does not take; leave it out";
    }

    private void hardening() {
        int taps = agreement.hardening().steps().stream()
                .mapToInt(step -> step instanceof Diffusion diffusion ? diffusion.taps() : 0)
                .max()
                .orElse(0);
        if (agreement.hardening().steps().isEmpty()) {
            add(Risk.UNHARDENED, HARDENING, "has no step, and plain filters can be matched with a list of people");
        } else if (taps == 0) {
            add(Risk.BROKEN_HARDENING_ONLY, HARDENING, "has no diffusion, and all other steps are known to be undone");
        } else if (taps < Diffusion.SOUND_TAPS) {
            add(Risk.FEW_TAPS, HARDENING, "has a diffusion with " + taps + " taps, and attacks get through below 8");
        }
        if (agreement.codeBits() < LEAST_CODE_BITS) {
            String what =
                    "gives codes of " + agreement.codeBits() + " bits, and below 512 strangers come near by chance";
            add(Risk.FEW_CODE_BITS, HARDENING, what);
        }
    }

    private void key(MatchKey key) {
        double bits = Telling.bits(agreement, key);
        if (bits < Telling.LEAST_BITS) {
            add(Risk.COMMON_KEY, "keys." + key.name(), tooCommon(bits));
        } else if (Telling.showsHouseholds(key.parts(), agreement::field)) {
            add(
                    Risk.HOUSEHOLD_KEY,
                    "keys." + key.name(),
                    "does not tell apart those who share a place: it shows who lives with whom");
        }
    }

    private void view(View view) {
        String place = "views." + view.name();
        double bits = Telling.bits(agreement, view);
        if (bits < Telling.LEAST_BITS) {
            add(isSingleName(view) ? Risk.SINGLE_NAME_VIEW : Risk.COMMON_VIEW, place, tooCommon(bits));
        }
        view.salt().filter(this::isRisky).ifPresent(salt -> add(Risk.UNSTABLE_SALT, place, risky(salt)));
        double fill = fill(view);
        if (fill > CROWDED) {
            add(Risk.CROWDED_FILTER, place, "sets about " + Math.round(100 * fill) + " % of its bits, more than 60 %");
        }
    }

    private boolean isRisky(Salt salt) {
        return salt.fitness(agreement.field(salt.field()).kind()) == Salt.Fitness.RISKY;
    }

    private static String risky(Salt salt) {
        return "is salted by " + salt.use() + ", on which sources disagree or which parts people too little";
    }

    private void add(Risk risk, String where, String what) {
        found.add(new Found(risk, where, what));
    }

    private static String tooCommon(double bits) {
        return "is shared by too many people (about " + Math.round(bits) + " bits, at least " + Telling.LEAST_BITS
                + " are needed): its frequency would give it away";
    }

    private boolean isSingleName(View view) {
        List<FieldKind> kinds = features(view)
                .map(Feature::field)
                .distinct()
                .map(name -> agreement.field(name).kind())
                .toList();
        return kinds.size() == 1 && kinds.get(0).isName();
    }

    /** The expected share of bits set: {@code 1 - (1 - 1/m)^n} for {@code n} positions drawn from {@code m} bits. */
    private double fill(View view) {
        double positions = features(view).mapToDouble(this::positions).sum();
        return 1 - Math.pow(1 - 1.0 / agreement.filter().bits(), positions);
    }

    private double positions(Feature feature) {
        FieldKind kind = agreement.field(feature.field()).kind();
        int amount = feature.budget().amount();
        return feature.budget() instanceof Budget.PerFeature
                ? amount
                : TypicalTokens.of(feature.tokens(), kind.typicalLength()) * amount;
    }

    private Stream<Feature> features(View view) {
        return view.components().stream().flatMap(name -> agreement.component(name).features().stream());
    }
}
