package uk.linkage.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.bloom.BitStream;

/** The comparison levels of a field as JSON and back. */
final class ComparisonJson {
    private ComparisonJson() {}

    static FieldComparison read(StrictObject o) {
        return new FieldComparison(o.identifier("field"), o.objects("levels", ComparisonJson::level));
    }

    private static Level level(StrictObject o) {
        return new Level(
                o.text("name"),
                agrees(o),
                o.decimal("from", 0, BitStream.MAX_BOUND),
                o.decimal("up_to", 0, BitStream.MAX_BOUND),
                o.decimal("m", 0.000001, 1));
    }

    private static Set<KeyForm> agrees(StrictObject o) {
        List<KeyForm> forms = new ArrayList<>();
        for (String label : o.texts("agrees")) {
            o.require(KeyForm.ofLabel(label).isPresent(), "agrees", "must hold forms of " + KeyForm.labels());
            KeyForm.ofLabel(label).ifPresent(forms::add);
        }
        boolean inOrder = forms.stream().distinct().sorted().toList().equals(forms);
        o.require(inOrder, "agrees", "must hold forms once, in the order of " + KeyForm.labels());
        return Set.copyOf(forms);
    }

    static void write(FieldComparison comparison, ObjectNode o) {
        ArrayNode levels = o.put("field", comparison.field()).putArray("levels");
        comparison.levels().forEach(level -> write(level, levels.addObject()));
    }

    private static void write(Level level, ObjectNode o) {
        ArrayNode agrees = o.put("name", level.name()).putArray("agrees");
        level.agrees().stream().sorted().forEach(form -> agrees.add(form.label()));
        o.put("from", AgreementJson.exact(level.from()))
                .put("up_to", AgreementJson.exact(level.upTo()))
                .put("m", AgreementJson.exact(level.m()));
    }
}
