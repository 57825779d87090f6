package uk.linkage.benchmarks;

import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.harden.Diffusion;

/**
 * Another choice of the numbers behind the codes. Bounds of comparison levels, which are filter bits, go with the
 * positions a token sets.
 *
 * @param filterBits length of the filters
 * @param codeBits length of the codes
 * @param taps filter bits behind each code bit
 * @param times what the positions of every token are multiplied by
 */
record Variant(int filterBits, int codeBits, int taps, double times) {

    /** The agreement with these numbers in place of its own. */
    Agreement of(Agreement a) {
        Agreement scaled = new Agreement(
                a.purpose(),
                a.profile(),
                a.normaliser(),
                a.fields(),
                a.keys(),
                a.components().stream().map(this::scaled).toList(),
                a.comparisons().stream().map(this::scaled).toList(),
                a.views(),
                a.filter(),
                a.hardening(),
                a.decide(),
                a.bounds(),
                a.acceptedRisks());
        return Hardened.of(scaled, new BloomShape(filterBits), Chain.of(new Diffusion(codeBits, taps)));
    }

    private Component scaled(Component component) {
        List<Feature> features = component.features().stream()
                .map(f -> new Feature(f.field(), f.tokens(), f.budget().times(times)))
                .toList();
        return new Component(component.name(), features);
    }

    private FieldComparison scaled(FieldComparison comparison) {
        List<Level> levels = comparison.levels().stream()
                .map(l -> new Level(l.name(), l.agrees(), l.from() * times, l.upTo() * times, l.m()))
                .toList();
        return new FieldComparison(comparison.field(), levels);
    }
}
