package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.bloom.harden.Balancing;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.harden.Diffusion;
import uk.linkage.bloom.harden.Permutation;
import uk.linkage.bloom.harden.RandomisedResponse;
import uk.linkage.bloom.harden.Rule90;
import uk.linkage.bloom.harden.XorFold;

class AgreementFileTest {
    private final ObjectNode json = Vectors.agreementJson();

    @Test
    void whatIsWrittenIsReadAsTheSameAgreement(@TempDir Path folder) throws IOException {
        Agreement agreement = Vectors.agreement();
        Path file = Files.writeString(folder.resolve("agreement.json"), AgreementFile.text(agreement));
        assertThat(AgreementFile.read(file)).isEqualTo(agreement);
        assertThat(AgreementFile.parse(AgreementFile.canonical(agreement), "canonical"))
                .isEqualTo(agreement);
    }

    @Test
    void aReasonForNoOptOutCheckMayBeThereAndChangesTheFingerprint() {
        Agreement checked = Vectors.agreement();
        Agreement exempt = Vectors.agreement(json.put("opt_out_exemption", OptOutExemption.TEST_DATA));
        assertThat(checked.purpose().optOutExemption()).isEmpty();
        assertThat(AgreementFile.text(checked)).doesNotContain("opt_out");
        assertThat(exempt.purpose().optOutExemption()).contains(OptOutExemption.TEST_DATA);
        assertThat(Fingerprint.of(exempt)).isNotEqualTo(Fingerprint.of(checked));
        assertThat(AgreementFile.differences(checked, exempt))
                .containsExactly("opt_out_exemption: nothing against " + OptOutExemption.TEST_DATA);
        json.put("opt_out_exemption", " ");
        assertThat(faults()).containsExactly("opt_out_exemption: must be text of 1 to 2000 characters");
        json.putNull("opt_out_exemption");
        assertThat(faults()).containsExactly("opt_out_exemption: must be text of 1 to 2000 characters");
    }

    @Test
    void everyHardeningIsWrittenAsItIsRead() {
        ArrayNode steps = (ArrayNode) json.at("/encoding/hardening");
        steps.insertObject(0).put("kind", "xor-fold").put("times", 3);
        for (String kind : List.of("rule-90", "balancing", "permutation")) {
            steps.addObject().put("kind", kind);
        }
        steps.addObject().put("kind", "randomised-response").put("flip", new BigDecimal("0.05"));
        Agreement agreement = Vectors.agreement(json);
        assertThat(agreement.hardening())
                .isEqualTo(Chain.of(
                        new XorFold(3),
                        new Diffusion(512, 8),
                        new Rule90(),
                        new Balancing(),
                        new Permutation(),
                        new RandomisedResponse(0.05)));
        assertThat(agreement.codeBits()).isEqualTo(1024);
        assertThat(AgreementFile.parse(AgreementFile.canonical(agreement), "canonical"))
                .isEqualTo(agreement);
    }

    @Test
    void theNumbersOfAHardeningHaveBounds() {
        ArrayNode steps = (ArrayNode) json.at("/encoding/hardening");
        object("/encoding/hardening/0").put("code_bits", 100).put("taps", 65).put("times", 1);
        steps.addObject().put("kind", "xor-fold").put("times", 5);
        steps.addObject().put("kind", "randomised-response").put("flip", 0.5);
        steps.addObject().put("kind", "salt");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "encoding.hardening[0].code_bits: must be a multiple of 64",
                        "encoding.hardening[0].taps: must be a whole number from 1 to 64",
                        "encoding.hardening[0].times: is not known",
                        "encoding.hardening[1].times: must be a whole number from 1 to 4",
                        "encoding.hardening[2].flip: must be a number from 1.0E-6 to 0.499999",
                        "encoding.hardening[3].kind: must be one of " + HardeningKind.labels());
    }

    @Test
    void everyFaultIsToldAtOnce() {
        json.remove("project");
        json.put("epoch", "one").put("destroy_by", "31/12/2031").put("colour", "blue");
        object("/fields/1").put("kind", "shoe-size");
        object("/encoding").put("filter_bits", 1000);
        object("/encoding/hardening/0").put("taps", 0);
        object("/decide").put("link", 0.4).put("review", 0.9);
        object("/components/0/features/0").put("positions", 65);
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "project: is missing; it must be text of 1 to 2000 characters",
                        "epoch: must be a whole number from 1 to 9999",
                        "destroy_by: must be a date as YYYY-MM-DD",
                        "colour: is not known",
                        "fields[1].kind: must be one of " + FieldKind.labels(),
                        "encoding.hardening[0].taps: must be a whole number from 1 to 64",
                        "encoding.filter_bits: must be a multiple of 64",
                        "decide.link: must be a number from 0.5 to 1.0",
                        "decide.review: must not be above link",
                        "components[0].features[0].positions: must be a whole number from 1 to 64");
    }

    @Test
    void whereLinksBeginHasBounds() {
        object("/decide").put("target_precision", 0.49).put("margin", 65).put("different_numbers", "penalty");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "decide.target_precision: must be a number from 0.5 to 1.0",
                        "decide.margin: must be a number from 0.0 to 64.0",
                        "decide.different_numbers: must be one of veto, evidence");
    }

    @Test
    void aLevelHasBoundsAndKnownFormsOnceInTheirOrder() {
        object("/comparisons/0/levels/0").put("from", -1).put("up_to", 65537).put("m", 0);
        object("/comparisons/1/levels/1").putArray("agrees").add("shoe-size");
        object("/comparisons/2/levels/1").putArray("agrees").add("year").add("month-year");
        object("/comparisons/3/levels/0").putArray("agrees").add("whole").add("whole");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "comparisons[0].levels[0].from: must be a number from 0.0 to 65536.0",
                        "comparisons[0].levels[0].up_to: must be a number from 0.0 to 65536.0",
                        "comparisons[0].levels[0].m: must be a number from 1.0E-6 to 1.0",
                        "comparisons[1].levels[1].agrees: must hold forms of " + KeyForm.labels(),
                        "comparisons[2].levels[1].agrees: must hold forms once, in the order of " + KeyForm.labels(),
                        "comparisons[3].levels[0].agrees: must hold forms once, in the order of " + KeyForm.labels());
    }

    @Test
    void everyMissingPropertyIsAFaultThatNamesIt() {
        for (Place place : places()) {
            ObjectNode without = Vectors.agreementJson();
            place.owner(without).remove(place.name);
            assertThat(faults(without)).as(place.path()).anyMatch(fault -> fault.startsWith(place.path() + ": "));
        }
    }

    @Test
    void everyMistypedPropertyIsAFaultThatNamesIt() {
        for (Place place : places()) {
            for (JsonNode wrong : List.of(NullNode.instance, otherType(place), nested())) {
                ObjectNode mistyped = Vectors.agreementJson();
                place.owner(mistyped).set(place.name, wrong);
                assertThat(faults(mistyped))
                        .as("%s as %s", place.path(), wrong)
                        .anyMatch(fault -> fault.startsWith(place.path()));
            }
        }
    }

    @Test
    void anUnknownPropertyIsAFaultWhereverItStands() {
        for (Place place : places()) {
            ObjectNode more = Vectors.agreementJson();
            place.owner(more).put("colour", "blue");
            String path = place.path().substring(0, place.path().length() - place.name.length()) + "colour";
            assertThat(faults(more)).as(path).contains(path + ": is not known");
        }
    }

    @Test
    void aPropertyTwiceIsRefused() {
        String twice = json.toString().replaceFirst("\\{", "{\"epoch\":2,");
        assertThatThrownBy(() -> AgreementFile.parse(twice.getBytes(StandardCharsets.UTF_8), "a.json"))
                .isInstanceOf(InvalidAgreement.class)
                .hasMessageStartingWith("a.json is not a valid agreement: holds a property twice: line 1, column ");
    }

    @Test
    void aFileThatIsNoAgreementIsRefused() {
        for (String text : List.of("", "[]", "7", "{", "\"x\"", "null", "\u0000")) {
            assertThatThrownBy(() -> AgreementFile.parse(text.getBytes(StandardCharsets.UTF_8), "a.json"))
                    .as("'%s'", text)
                    .isInstanceOf(InvalidAgreement.class);
        }
    }

    @Test
    void aTextWithAControlCharacterOrHalfACharacterIsRefused() {
        for (String text : List.of("a\u0000b", "a\u007fb", "a\u0085b", "a\ud83d", "\ude00b")) {
            json.put("purpose", text);
            assertThat(faults())
                    .containsExactly("purpose: must hold no control character and no half of a surrogate pair");
        }
    }

    @Test
    void aDateIsWrittenInOneWay() {
        for (String date : List.of("2031-1-1", "+2031-01-01", "2031-02-30", "-031-01-01", "2031-01-01 ", "20310101")) {
            json.put("destroy_by", date);
            assertThat(faults()).as(date).containsExactly("destroy_by: must be a date as YYYY-MM-DD");
        }
    }

    @Test
    void decimalsOfMoreThanSixPlacesAreRefused() {
        object("/bounds").put("rejected_rows", 0.0000001);
        assertThat(faults()).containsExactly("bounds.rejected_rows: must have at most 6 decimal places");
    }

    @Test
    void theFingerprintDependsOnNeitherLayoutNorOrderNorSpellingOfNumbers() {
        Fingerprint fingerprint = Fingerprint.of(Vectors.agreement());
        assertThat(Fingerprint.of(Vectors.agreement("agreement-other-layout.json")))
                .isEqualTo(fingerprint);
        for (int seed = 0; seed < 20; seed++) {
            JsonNode shuffled = shuffled(json, new Random(seed));
            assertThat(Fingerprint.of(Vectors.agreement(shuffled)))
                    .as("seed %d", seed)
                    .isEqualTo(fingerprint);
        }
    }

    @Test
    void theFingerprintChangesWithAnyEntry() {
        Map<String, String> seen = new HashMap<>();
        seen.put(Fingerprint.of(Vectors.agreement()).text(), "the agreement itself");
        for (ObjectNode altered : alterations()) {
            Agreement agreement = Vectors.agreement(altered);
            String before = seen.put(Fingerprint.of(agreement).text(), altered.toString());
            assertThat(before).as("fingerprint of %s", altered).isNull();
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void differencesAreToldByPlaceWithBothSides() {
        ObjectNode other = Vectors.agreementJson();
        other.put("epoch", 2);
        ((ObjectNode) other.at("/components/0/features/0")).put("positions", 5);
        ((ArrayNode) other.get("fields")).addObject().put("name", "town").put("kind", "text");
        assertThat(AgreementFile.differences(Vectors.agreement(), Vectors.agreement(other)))
                .containsExactly(
                        "components[0].features[0].positions: 4 against 5",
                        "epoch: 1 against 2",
                        "fields: 7 entries against 8 entries");
        assertThat(AgreementFile.differences(Vectors.agreement(), Vectors.agreement()))
                .isEmpty();
    }

    /** One sound agreement for each entry that can change by itself. */
    private List<ObjectNode> alterations() {
        List<ObjectNode> altered = new ArrayList<>();
        for (String text : List.of("project", "purpose", "profile", "normaliser")) {
            altered.add(Vectors.agreementJson().put(text, "other"));
        }
        altered.add(Vectors.agreementJson().put("destroy_by", "2031-12-30"));
        altered.add(Vectors.agreementJson().put("epoch", 2));
        altered.add(with("/encoding", "filter_bits", 1024));
        altered.add(with("/encoding/hardening/0", "code_bits", 1024));
        altered.add(with("/encoding/hardening/0", "taps", 9));
        altered.add(withStep("permutation"));
        altered.add(withStep("rule-90"));
        altered.add(with("/decide", "link", 0.81));
        altered.add(with("/decide", "review", 0.51));
        altered.add(with("/decide", "target_precision", 0.99));
        altered.add(with("/decide", "margin", 0.5));
        altered.add(altered("/decide", "different_numbers", TextNode.valueOf("evidence")));
        altered.add(with("/bounds", "rejected_rows", 0.02));
        altered.add(with("/bounds", "faulty_values", 0.2));
        altered.add(altered("/bounds", "earliest_birth", TextNode.valueOf("1896-01-01")));
        altered.add(altered("/keys/1", "name", TextNode.valueOf("other")));
        altered.add(altered("/keys/1", "identifier", BooleanNode.TRUE));
        altered.add(altered("/keys/4/parts/0", "form", TextNode.valueOf("canonical")));
        altered.add(altered("/views/0", "name", TextNode.valueOf("other")));
        altered.add(altered("/comparisons/0/levels/0", "name", TextNode.valueOf("alike")));
        altered.add(altered("/comparisons/0/levels/1", "agrees", CanonicalJson.emptyArray()));
        altered.add(with("/comparisons/0/levels/1", "from", 4.6));
        altered.add(with("/comparisons/0/levels/0", "up_to", 0.5));
        altered.add(with("/comparisons/0/levels/0", "m", 0.850001));
        altered.add(with("/components/0/features/0", "positions", 5));
        altered.add(altered("/components/0/features/0", "tokens", TextNode.valueOf("whole")));
        altered.add(altered("/fields/0", "kind", TextNode.valueOf("identifier")));
        ObjectNode reordered = Vectors.agreementJson();
        ArrayNode views = (ArrayNode) reordered.get("views");
        views.add(views.remove(0));
        altered.add(reordered);
        ObjectNode recompared = Vectors.agreementJson();
        ArrayNode comparisons = (ArrayNode) recompared.get("comparisons");
        comparisons.add(comparisons.remove(0));
        altered.add(recompared);
        return altered;
    }

    private static ObjectNode withStep(String kind) {
        ObjectNode json = Vectors.agreementJson();
        ((ArrayNode) json.at("/encoding/hardening")).addObject().put("kind", kind);
        return json;
    }

    private static ObjectNode with(String owner, String name, Number value) {
        return altered(
                owner,
                name,
                CanonicalJson.object()
                        .numberNode(
                                value.doubleValue() % 1 == 0
                                        ? BigDecimal.valueOf(value.longValue())
                                        : BigDecimal.valueOf(value.doubleValue())));
    }

    private static ObjectNode altered(String owner, String name, JsonNode value) {
        ObjectNode json = Vectors.agreementJson();
        ((ObjectNode) json.at(owner)).set(name, value);
        return json;
    }

    /** A property of the file. */
    private record Place(String pointer, String name) {
        ObjectNode owner(ObjectNode file) {
            return (ObjectNode) file.at(pointer);
        }

        String path() {
            String dotted = pointer.replaceAll("/([0-9]+)", "[$1]")
                    .replaceFirst("^/", "")
                    .replace('/', '.');
            return dotted.isEmpty() ? name : dotted + "." + name;
        }
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        collect("", Vectors.agreementJson(), places);
        return places;
    }

    private static void collect(String pointer, JsonNode node, List<Place> places) {
        node.properties().forEach(e -> {
            places.add(new Place(pointer, e.getKey()));
            collect(pointer + "/" + e.getKey(), e.getValue(), places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), places);
        }
    }

    private static JsonNode otherType(Place place) {
        JsonNode now = place.owner(Vectors.agreementJson()).get(place.name);
        return now.isBoolean() ? TextNode.valueOf("yes") : BooleanNode.TRUE;
    }

    private static JsonNode nested() {
        return CanonicalJson.object().put("name", "x");
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isArray()) {
            ArrayNode array = CanonicalJson.emptyArray();
            node.forEach(item -> array.add(shuffled(item, random)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> properties = new ArrayList<>(node.properties());
        Collections.shuffle(properties, random);
        ObjectNode object = CanonicalJson.object();
        properties.forEach(e -> object.set(e.getKey(), shuffled(e.getValue(), random)));
        return object;
    }

    private ObjectNode object(String pointer) {
        return (ObjectNode) json.at(pointer);
    }

    private List<String> faults() {
        return faults(json);
    }

    private static List<String> faults(JsonNode json) {
        InvalidAgreement invalid = catchThrowableOfType(InvalidAgreement.class, () -> Vectors.agreement(json));
        assertThat(invalid).as("refusal of %s", json).isNotNull();
        return invalid.faults();
    }
}
