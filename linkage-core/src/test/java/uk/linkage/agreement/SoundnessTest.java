package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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

    @Test
    void aFormOfNamesTakesNames() {
        object("/keys/4/parts/2").put("form", "soundex");
        assertThat(faults()).contains("keys.sounds-birth: soundex takes a forename or surname");
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
    void levelsMustRiseAndEndWithoutABound() {
        object("/components/0/levels/1").put("up_to", 1.5);
        object("/components/1/levels/1").remove("up_to");
        object("/components/2/levels/2").put("up_to", 60);
        assertThat(faults())
                .containsExactly(
                        "components.forename: must have rising up_to",
                        "components.surname: must have up_to on every level but the last",
                        "components.surname: must have rising up_to",
                        "components.birth: must have up_to on every level but the last");
    }

    @Test
    void chancesOfLevelsMustSumToOne() {
        object("/components/0/levels/0").put("m", 0.5);
        assertThat(faults()).containsExactly("components.forename: must have m that sum to 1");
    }

    @Test
    void aComponentHasTwoToEightLevelsAndAFeature() {
        ArrayNode levels = array("/components/0/levels");
        levels.removeAll();
        levels.addObject().put("name", "any").put("m", 1);
        array("/components/1/features").removeAll();
        assertThat(faults())
                .contains("components.forename: must have 2 to 8 levels", "components.surname: must have a feature");
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
        object("/components/0/levels/1").put("name", "same");
        array("/views/0/components").add("place");
        assertThat(faults())
                .containsExactly("components.forename: holds same twice", "views.without-forename: holds place twice");
    }

    @Test
    void whatIsNamedMustBeThere() {
        array("/views/0/components").add("shoes");
        array("/keys/0/parts/0/fields").add("shoe_size");
        object("/components/0/features/0").put("field", "foot");
        assertThat(faults())
                .containsExactly(
                        "keys.nhs_number: names no known field: shoe_size",
                        "components.forename: names no known field: foot",
                        "views.without-forename: names no known component: shoes");
    }

    @Test
    void thirtyThreeFieldsAreTooMany() {
        for (int i = array("/fields").size(); i < 33; i++) {
            array("/fields").addObject().put("name", "field" + i).put("kind", "text");
        }
        assertThat(faults()).containsExactly("fields: must be at most 32");
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
