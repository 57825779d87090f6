package uk.linkage.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.bloom.harden.RandomisedResponse;

/** What makes an agreement workable beyond its form, and safe: {@link RiskCheck} has a say. */
final class Soundness {
    private static final int MOST_COMPONENTS = 8;
    private static final int MOST_RULES = 63;
    private static final int MOST_STEPS = 8;

    private final Agreement agreement;
    private final Faults faults;

    private Soundness(Agreement agreement, Faults faults) {
        this.agreement = agreement;
        this.faults = faults;
    }

    static void check(Agreement agreement, Faults faults) {
        Soundness soundness = new Soundness(agreement, faults);
        soundness.names();
        soundness.references();
        soundness.hardening();
        if (faults.none()) {
            soundness.keys();
            soundness.numbers();
            soundness.features();
            soundness.components();
            soundness.views();
            ComparisonCheck.check(agreement, faults);
            RiskCheck.check(agreement, faults);
            Salts.check(agreement, faults);
        }
    }

    private void names() {
        unique("fields", agreement.fields(), Field::name);
        unique("keys", agreement.keys(), MatchKey::name);
        unique("components", agreement.components(), Component::name);
        unique("views", agreement.views(), View::name);
        faults.unless(!agreement.views().isEmpty(), "views", "must not be empty");
        faults.unless(agreement.fields().size() <= 32, "fields", "must be at most 32");
        faults.unless(agreement.components().size() <= MOST_COMPONENTS, "components", "must be at most 8");
        faults.unless(
                agreement.keys().size() + agreement.views().size() <= MOST_RULES,
                "views",
                "must be at most 63 together with keys");
    }

    private <T> void unique(String place, List<T> items, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        items.forEach(item -> faults.unless(seen.add(name.apply(item)), place, "holds " + name.apply(item) + " twice"));
    }

    private void references() {
        Set<String> fields = new HashSet<>();
        agreement.fields().forEach(f -> fields.add(f.name()));
        Set<String> components = new HashSet<>();
        agreement.components().forEach(c -> components.add(c.name()));
        agreement.keys().forEach(k -> k.parts().forEach(p -> known(p.fields(), fields, "keys." + k.name(), "field")));
        agreement
                .components()
                .forEach(c -> c.features()
                        .forEach(f -> known(List.of(f.field()), fields, "components." + c.name(), "field")));
        agreement.comparisons().forEach(c -> known(List.of(c.field()), fields, "comparisons", "field"));
        agreement.views().forEach(v -> known(v.components(), components, "views." + v.name(), "component"));
        agreement
                .views()
                .forEach(v -> v.salt().ifPresent(s -> known(List.of(s.field()), fields, "views." + v.name(), "field")));
    }

    private void known(List<String> names, Set<String> known, String place, String what) {
        names.forEach(name -> faults.unless(known.contains(name), place, "names no known " + what + ": " + name));
    }

    private void keys() {
        for (MatchKey key : agreement.keys()) {
            String place = "keys." + key.name();
            key.parts().forEach(part -> fits(part, place));
        }
    }

    /** A number that is hidden from holders of the secret in one place must not be there for them in another. */
    private void numbers() {
        for (Field field : agreement.oprfFields()) {
            agreement
                    .keys()
                    .forEach(key -> faults.unless(
                            key.parts().stream().allMatch(part -> hides(part, field)),
                            "keys." + key.name(),
                            "takes " + field.name() + " by another form than oprf, which another key takes it by"));
            agreement
                    .components()
                    .forEach(component -> faults.unless(
                            component.features().stream()
                                    .noneMatch(f -> f.field().equals(field.name())),
                            "components." + component.name(),
                            "takes " + field.name() + ", which a key takes by oprf"));
        }
    }

    private static boolean hides(Part part, Field field) {
        return part.form() == KeyForm.OPRF || !part.fields().contains(field.name());
    }

    /** Every step takes the length it is given, and nothing follows what is random. */
    private void hardening() {
        List<Hardening> steps = agreement.hardening().steps();
        int bits = agreement.filter().bits();
        faults.unless(steps.size() <= MOST_STEPS, "encoding.hardening", "must have at most 8 steps");
        for (int i = 0; i < steps.size() && bits > 0; i++) {
            String place = "encoding.hardening[" + i + "]";
            boolean random = steps.get(i) instanceof RandomisedResponse;
            faults.unless(!random || i == steps.size() - 1, place, "must be the last step, being random");
            bits = outputBits(steps.get(i), bits, place);
        }
    }

    /** 0 where it is at fault. */
    private int outputBits(Hardening step, int inputBits, String place) {
        try {
            return step.outputBits(inputBits);
        } catch (IllegalArgumentException unfit) {
            faults.add(place, unfit.getMessage());
            return 0;
        }
    }

    private void fits(Part part, String place) {
        faults.unless(!part.fields().isEmpty(), place, "has a part without a field");
        faults.unless(
                part.form() == KeyForm.SORTED_LETTERS || part.fields().size() == 1,
                place,
                part.form().label() + " takes one field");
        for (String field : part.fields()) {
            FieldKind kind = agreement.field(field).kind();
            faults.unless(part.form().takes(kind), place, part.form().label() + " does not take a " + kind.label());
        }
    }

    private void features() {
        Set<String> seen = new HashSet<>();
        for (Component component : agreement.components()) {
            String place = "components." + component.name();
            for (Feature feature : component.features()) {
                String use = feature.tokens().label() + " of " + feature.field();
                faults.unless(seen.add(use), place, "takes " + use + ", which is taken before");
                faults.unless(fits(feature), place, "cannot take " + use);
                faults.unless(
                        !feature.tokens().coarse() || takesMore(component, feature.field()),
                        place,
                        "takes " + use + " alone, which is too coarse; take finer tokens of it too");
                faults.unless(
                        feature.budget().amount() <= agreement.filter().bits(),
                        place,
                        "must not set more bits with " + use + " than the filter has");
            }
        }
    }

    private static boolean takesMore(Component component, String field) {
        return component.features().stream()
                .anyMatch(f -> f.field().equals(field) && !f.tokens().coarse());
    }

    private boolean fits(Feature feature) {
        return feature.tokens().takes(agreement.field(feature.field()).kind());
    }

    private void components() {
        for (Component component : agreement.components()) {
            faults.unless(!component.features().isEmpty(), "components." + component.name(), "must have a feature");
        }
    }

    private void views() {
        for (View view : agreement.views()) {
            unique("views." + view.name(), view.components(), Function.identity());
        }
        faults.unless(
                new ViewDesign(agreement).tellsComponentsApart(),
                "views",
                "do not tell the components apart: some component is in none, or some only ever together");
    }
}
