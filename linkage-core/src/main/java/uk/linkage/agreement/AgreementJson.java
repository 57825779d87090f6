package uk.linkage.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.harden.Hardening;

/** The agreement as JSON and back. Reading collects faults; what it returns is used only where there are none. */
final class AgreementJson {
    static final int FORMAT = 1;

    private static final String EXEMPTION = "opt_out_exemption";

    private AgreementJson() {}

    static Agreement read(JsonNode node, Faults faults) {
        StrictObject file = new StrictObject(node, "", faults);
        file.integer("linkage_agreement", FORMAT, FORMAT);
        StrictObject encoding = file.object("encoding");
        Agreement agreement = new Agreement(
                purpose(file),
                file.identifier("profile"),
                file.identifier("normaliser"),
                file.objects("fields", AgreementJson::field),
                file.objects("keys", AgreementJson::key),
                file.objects("components", AgreementJson::component),
                file.objects("comparisons", ComparisonJson::read),
                file.objects("views", AgreementJson::view),
                new BloomShape(encoding.integer("filter_bits", 64, BitStream.MAX_BOUND, 64)),
                new Chain(encoding.objects("hardening", AgreementJson::step)),
                DecideJson.read(file.object("decide")),
                bounds(file.object("bounds")),
                file.objects("accepted_risks", AgreementJson::acceptedRisk));
        encoding.end();
        file.end();
        return agreement;
    }

    private static Purpose purpose(StrictObject file) {
        return new Purpose(
                file.identifier("project"),
                file.text("purpose"),
                file.date("destroy_by"),
                file.integer("epoch", 1, 9999),
                file.has(EXEMPTION) ? Optional.of(file.text(EXEMPTION)) : Optional.empty());
    }

    private static Hardening step(StrictObject o) {
        return o.choice("kind", HardeningKind::ofLabel, HardeningKind.labels(), HardeningKind.PERMUTATION)
                .read(o);
    }

    private static AcceptedRisk acceptedRisk(StrictObject o) {
        return new AcceptedRisk(
                o.choice("risk", Risk::ofLabel, Risk.labels(), Risk.UNHARDENED), o.text("where"), o.text("reason"));
    }

    private static Field field(StrictObject o) {
        return new Field(
                o.identifier("name"), o.choice("kind", FieldKind::ofLabel, FieldKind.labels(), FieldKind.TEXT));
    }

    private static MatchKey key(StrictObject o) {
        return new MatchKey(o.identifier("name"), o.objects("parts", AgreementJson::part), o.flag("identifier"));
    }

    private static Part part(StrictObject o) {
        return new Part(o.choice("form", KeyForm::ofLabel, KeyForm.labels(), KeyForm.WHOLE), o.texts("fields"));
    }

    private static Component component(StrictObject o) {
        return new Component(o.identifier("name"), o.objects("features", FeatureJson::read));
    }

    private static View view(StrictObject o) {
        return new View(
                o.identifier("name"),
                o.texts("components"),
                o.has("salt") ? Optional.of(salt(o.object("salt"))) : Optional.empty());
    }

    private static Salt salt(StrictObject o) {
        Salt salt = new Salt(
                o.identifier("field"), o.choice("form", Salt.Form::ofLabel, Salt.Form.labels(), Salt.Form.WHOLE));
        o.end();
        return salt;
    }

    private static Bounds bounds(StrictObject o) {
        Bounds bounds = new Bounds(
                o.date("earliest_birth"), o.decimal("rejected_rows", 0, 1), o.decimal("faulty_values", 0, 1));
        o.end();
        return bounds;
    }

    static ObjectNode write(Agreement a) {
        ObjectNode file = CanonicalJson.object();
        file.put("linkage_agreement", FORMAT);
        file.put("project", a.purpose().project());
        file.put("purpose", a.purpose().text());
        file.put("destroy_by", a.purpose().destroyBy().toString());
        file.put("epoch", a.purpose().epoch());
        a.purpose().optOutExemption().ifPresent(reason -> file.put(EXEMPTION, reason));
        file.put("profile", a.profile());
        file.put("normaliser", a.normaliser());
        ArrayNode fields = file.putArray("fields");
        a.fields()
                .forEach(f -> fields.addObject()
                        .put("name", f.name())
                        .put("kind", f.kind().label()));
        ArrayNode keys = file.putArray("keys");
        a.keys().forEach(key -> write(key, keys.addObject()));
        ArrayNode components = file.putArray("components");
        a.components().forEach(component -> write(component, components.addObject()));
        ArrayNode comparisons = file.putArray("comparisons");
        a.comparisons().forEach(comparison -> ComparisonJson.write(comparison, comparisons.addObject()));
        ArrayNode views = file.putArray("views");
        a.views().forEach(view -> write(view, views.addObject()));
        ArrayNode steps =
                file.putObject("encoding").put("filter_bits", a.filter().bits()).putArray("hardening");
        a.hardening().steps().forEach(step -> write(step, steps.addObject()));
        DecideJson.write(a.decide(), file.putObject("decide"));
        file.putObject("bounds")
                .put("earliest_birth", a.bounds().earliestBirth().toString())
                .put("rejected_rows", exact(a.bounds().rejectedRows()))
                .put("faulty_values", exact(a.bounds().faultyValues()));
        ArrayNode risks = file.putArray("accepted_risks");
        a.acceptedRisks().forEach(risk -> write(risk, risks.addObject()));
        return file;
    }

    private static void write(Hardening step, ObjectNode o) {
        HardeningKind kind = HardeningKind.of(step);
        o.put("kind", kind.label());
        kind.write(step, o);
    }

    private static void write(AcceptedRisk accepted, ObjectNode o) {
        o.put("risk", accepted.risk().label()).put("where", accepted.where()).put("reason", accepted.reason());
    }

    private static void write(MatchKey key, ObjectNode o) {
        o.put("name", key.name()).put("identifier", key.identifier());
        ArrayNode parts = o.putArray("parts");
        key.parts()
                .forEach(p ->
                        texts(parts.addObject().put("form", p.form().label()).putArray("fields"), p.fields()));
    }

    private static void write(Component component, ObjectNode o) {
        o.put("name", component.name());
        ArrayNode features = o.putArray("features");
        component.features().forEach(feature -> FeatureJson.write(feature, features.addObject()));
    }

    private static void write(View view, ObjectNode o) {
        texts(o.put("name", view.name()).putArray("components"), view.components());
        view.salt()
                .ifPresent(salt -> o.putObject("salt")
                        .put("field", salt.field())
                        .put("form", salt.form().label()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /** A number as its shortest plain decimal, so that equal numbers have equal bytes. */
    static BigDecimal exact(double number) {
        BigDecimal shortest = BigDecimal.valueOf(number).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
