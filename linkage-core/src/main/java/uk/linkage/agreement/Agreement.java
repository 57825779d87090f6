package uk.linkage.agreement;

import java.util.List;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.harden.Chain;

/**
 * All that the parties of a linkage have agreed, and nothing else: which fields, how they are normalised and encoded,
 * why, until when, and where links begin. It holds no secret and no person, and travels inside every sealed file.
 *
 * <pre>{@code
 * Agreement agreement = AgreementFile.read(Path.of("agreement.json"));
 * String fingerprint = Fingerprint.of(agreement).text();
 * }</pre>
 *
 * <p>An agreement that exists is sound: {@link AgreementFile} refuses one with any fault, all of them listed at once.
 *
 * @param purpose why, and until when
 * @param profile the dated profile it was made from, such as {@code 2026}
 * @param normaliser the version of the normalisation rules
 * @param fields what providers bring
 * @param keys exact keyed tokens
 * @param components what can agree or differ on its own
 * @param comparisons how each field of a component can compare
 * @param views hardened codes over components
 * @param filter length of the filters under the codes
 * @param hardening what is done to the filter of every view
 * @param decide where links begin
 * @param bounds what an extract must keep to
 * @param acceptedRisks what is unsafe or unreliable in it by the parties' own will
 */
public record Agreement(
        Purpose purpose,
        String profile,
        String normaliser,
        List<Field> fields,
        List<MatchKey> keys,
        List<Component> components,
        List<FieldComparison> comparisons,
        List<View> views,
        BloomShape filter,
        Chain hardening,
        Decide decide,
        Bounds bounds,
        List<AcceptedRisk> acceptedRisks) {

    /** Copies the lists. */
    public Agreement {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        components = List.copyOf(components);
        comparisons = List.copyOf(comparisons);
        views = List.copyOf(views);
        acceptedRisks = List.copyOf(acceptedRisks);
    }

    /** The component of that name. */
    public Component component(String name) {
        return components.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Length of the code of a view in bits. */
    public int codeBits() {
        return hardening.outputBits(filter.bits());
    }

    /**
     * Whether a record with these fields present has the view's salt and is nearly unique to a person in it, or, in a view
     * that is too common by the parties' own will, tells all that the view can.
     */
    public boolean tells(View view, int presence) {
        return salted(view, presence)
                && information(view, presence) >= Math.min(Telling.LEAST_BITS, information(view, -1));
    }

    private double information(View view, int presence) {
        return view.components().stream()
                .mapToDouble(name -> information(component(name), presence))
                .sum();
    }

    /**
     * Whether two records can be compared in a component: the fields that both have carry half of what it can tell, and
     * both have the salt of every view, since components are told from all views together.
     */
    public boolean comparable(Component component, int presenceInBoth) {
        return information(component, presenceInBoth) >= information(component, -1) / 2
                && views.stream().allMatch(view -> salted(view, presenceInBoth));
    }

    /** The fields by which some view is salted, as bits of a record's presence. */
    public int saltFields() {
        return views.stream()
                .flatMap(view -> view.salt().stream())
                .mapToInt(salt -> 1 << fieldIndex(salt.field()))
                .reduce(0, (a, b) -> a | b);
    }

    private boolean salted(View view, int presence) {
        return view.salt()
                .map(salt -> (presence >>> fieldIndex(salt.field()) & 1) != 0)
                .orElse(true);
    }

    private double information(Component component, int presence) {
        return component.features().stream()
                .map(Component.Feature::field)
                .distinct()
                .filter(name -> (presence >>> fieldIndex(name) & 1) != 0)
                .mapToDouble(name -> Telling.bits(field(name).kind()))
                .sum();
    }

    /** Person numbers that go into match keys by way of an oblivious function alone. */
    public List<Field> oprfFields() {
        return keys.stream()
                .flatMap(key -> key.parts().stream())
                .filter(part -> part.form() == KeyForm.OPRF)
                .map(part -> field(part.fields().get(0)))
                .distinct()
                .toList();
    }

    /** The field of that name. */
    public Field field(String name) {
        return fields.get(fieldIndex(name));
    }

    /** The place of that field in {@link #fields}, which is its bit in a record's presence. */
    public int fieldIndex(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no field " + name + " in this agreement");
    }
}
