package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.linkage.agreement.KeyForm.CANONICAL;
import static uk.linkage.agreement.KeyForm.DAY_MONTH;
import static uk.linkage.agreement.KeyForm.DAY_YEAR;
import static uk.linkage.agreement.KeyForm.DISTRICT;
import static uk.linkage.agreement.KeyForm.INITIAL;
import static uk.linkage.agreement.KeyForm.MONTH_YEAR;
import static uk.linkage.agreement.KeyForm.OPRF;
import static uk.linkage.agreement.KeyForm.SECTOR;
import static uk.linkage.agreement.KeyForm.SORTED_LETTERS;
import static uk.linkage.agreement.KeyForm.SOUNDEX;
import static uk.linkage.agreement.KeyForm.WHOLE;
import static uk.linkage.agreement.KeyForm.YEAR;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** What an agreement may not say, however well formed: section 4 of {@code docs/format.md}. */
class SoundnessTest {
    private final ObjectNode json = Vectors.agreementJson();

    @Test
    void aFormOfTwoFieldsMustBeSortedLetters() {
        array("/keys/1/parts/1/fields").add("surname");
        assertThat(faults()).containsExactly("keys.names-birth: whole takes one field");
    }

    /** Who holds the secret could try out all numbers by the other key. */
    @Test
    void aNumberTakenByOprfIsTakenByNothingElse() {
        object("/keys/0/parts/0").put("form", "oprf");
        ObjectNode key = array("/keys").addObject().put("name", "again").put("identifier", true);
        key.putArray("parts")
                .addObject()
                .put("form", "whole")
                .putArray("fields")
                .add("nhs_number");
        assertThat(faults())
                .containsExactly(
                        "keys.again: takes nhs_number by another form than oprf, which another key takes it by");
    }

    @Test
    void aFormMustFitItsField() {
        Map<FieldKind, List<KeyForm>> fit = new EnumMap<>(FieldKind.class);
        for (FieldKind kind : FieldKind.values()) {
            fit.put(
                    kind,
                    Arrays.stream(KeyForm.values())
                            .filter(form -> form.takes(kind))
                            .toList());
        }
        List<KeyForm> names = List.of(WHOLE, SORTED_LETTERS, INITIAL, SOUNDEX, CANONICAL);
        assertThat(fit.remove(FieldKind.FORENAME)).isEqualTo(names);
        assertThat(fit.remove(FieldKind.SURNAME)).isEqualTo(names);
        assertThat(fit.remove(FieldKind.MIDDLE_NAME)).containsExactly(WHOLE, INITIAL);
        assertThat(fit.remove(FieldKind.BIRTH_DATE)).containsExactly(WHOLE, DAY_MONTH, DAY_YEAR, MONTH_YEAR, YEAR);
        assertThat(fit.remove(FieldKind.POSTCODE)).containsExactly(WHOLE, SECTOR, DISTRICT);
        assertThat(fit.remove(FieldKind.NHS_NUMBER)).containsExactly(WHOLE, OPRF);
        assertThat(fit.remove(FieldKind.CHI_NUMBER)).containsExactly(WHOLE, OPRF);
        assertThat(fit.values()).hasSize(4).allMatch(List.of(WHOLE)::equals);
        object("/keys/4/parts/2").put("form", "soundex");
        object("/keys/3/parts/1").put("form", "day-month");
        object("/keys/2/parts/1").put("form", "district");
        assertThat(faults())
                .contains(
                        "keys.sounds-birth: soundex does not take a birth-date",
                        "keys.initial-surname-postcode-year: day-month does not take a surname",
                        "keys.forename-birth-postcode: district does not take a birth-date");
    }

    @Test
    void aFeatureMustFitItsField() {
        object("/components/0/features/0").put("tokens", "date-parts");
        object("/components/1/features/0").put("tokens", "letters");
        assertThat(faults())
                .containsExactly(
                        "components.forename: cannot take date-parts of forename",
                        "components.surname: cannot take letters of surname");
    }

    @Test
    void aFeatureIsTakenOnce() {
        array("/components/1/features")
                .addObject()
                .put("field", "forename")
                .put("tokens", "bigrams")
                .put("positions", 9);
        assertThat(faults()).containsExactly("components.surname: takes bigrams of forename, which is taken before");
    }

    @Test
    void aStepMustTakeTheLengthItIsGiven() {
        object("/encoding").put("filter_bits", 64 * 9);
        array("/encoding/hardening").insertObject(0).put("kind", "xor-fold").put("times", 2);
        assertThat(faults())
                .containsExactly("encoding.hardening[0]: bits (576) must be a multiple of 256 to be folded 2 times");
        object("/encoding").put("filter_bits", 65536);
        object("/encoding/hardening/0").put("kind", "balancing").remove("times");
        assertThat(faults())
                .containsExactly("encoding.hardening[0]: bits (65536) must be at most 32768 to be balanced");
    }

    @Test
    void nothingComesAfterARandomisedResponse() {
        array("/encoding/hardening")
                .insertObject(0)
                .put("kind", "randomised-response")
                .put("flip", 0.05);
        assertThat(faults()).containsExactly("encoding.hardening[0]: must be the last step, being random");
    }

    @Test
    void nineStepsAreTooMany() {
        for (int i = 0; i < 8; i++) {
            array("/encoding/hardening").addObject().put("kind", "permutation");
        }
        assertThat(faults()).containsExactly("encoding.hardening: must have at most 8 steps");
    }

    @Test
    void componentsThatCannotBeToldApartAreRefused() {
        array("/views").remove(3);
        array("/views").remove(2);
        assertThat(faults())
                .containsExactly("views: do not tell the components apart: some component is in none, or some only ever"
                        + " together");
    }

    @Test
    void aComponentHasAFeature() {
        array("/components/1/features").removeAll();
        array("/comparisons").remove(1);
        array("/keys").removeAll();
        assertThat(faults()).contains("components.surname: must have a feature");
    }

    @Test
    void aNameMayNotComeTwice() {
        array("/fields").addObject().put("name", "sex").put("kind", "sex");
        object("/keys/1").put("name", "nhs_number");
        object("/views/1").put("name", "without-forename");
        assertThat(faults())
                .containsExactly(
                        "fields: holds sex twice",
                        "keys: holds nhs_number twice",
                        "views: holds without-forename twice");
    }

    @Test
    void aLevelOrAComponentOfAViewMayNotComeTwice() {
        object("/comparisons/0/levels/1").put("name", "same");
        array("/views/0/components").add("place");
        assertThat(faults())
                .containsExactly("views.without-forename: holds place twice", "comparisons.forename: holds same twice");
    }

    @Test
    void whatIsNamedMustBeThere() {
        array("/views/0/components").add("shoes");
        array("/keys/0/parts/0/fields").add("shoe_size");
        object("/components/0/features/0").put("field", "foot");
        object("/comparisons/0").put("field", "hand");
        assertThat(faults())
                .containsExactly(
                        "keys.nhs_number: names no known field: shoe_size",
                        "components.forename: names no known field: foot",
                        "comparisons: names no known field: hand",
                        "views.without-forename: names no known component: shoes");
    }

    @Test
    void thirtyThreeFieldsAreTooMany() {
        for (int i = array("/fields").size(); i < 33; i++) {
            array("/fields").addObject().put("name", "field" + i).put("kind", "text");
        }
        assertThat(faults()).containsExactly("fields: must be at most 32");
    }

    @Test
    void keysAndViewsTogetherAreAtMostSixtyThree() {
        ArrayNode keys = array("/keys");
        for (int i = keys.size(); i < 63 - 4; i++) {
            keys.add(keys.get(1).deepCopy());
            ((ObjectNode) keys.get(i)).put("name", "key" + i);
        }
        assertThat(Vectors.agreement(json).keys()).hasSize(59);
        keys.add(keys.get(1).deepCopy());
        ((ObjectNode) keys.get(59)).put("name", "key59");
        assertThat(faults()).containsExactly("views: must be at most 63 together with keys");
    }

    private ObjectNode object(String pointer) {
        return (ObjectNode) json.at(pointer);
    }

    private ArrayNode array(String pointer) {
        return (ArrayNode) json.at(pointer);
    }

    private List<String> faults() {
        InvalidAgreement invalid = catchThrowableOfType(InvalidAgreement.class, () -> Vectors.agreement(json));
        assertThat(invalid).as("refusal").isNotNull();
        return invalid.faults();
    }
}
