package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** How fields may compare: section 4 of {@code docs/format.md}. Of the vectors' seven fields six are compared. */
class ComparisonCheckTest {
    private final ObjectNode json = Vectors.agreementJson();

    @Test
    void everyFieldOfAComponentIsComparedOnceAndNoOther() {
        ObjectNode number = array("/comparisons").get(3).deepCopy();
        array("/comparisons").add(number.put("field", "nhs_number"));
        object("/comparisons/5").put("field", "sex");
        assertThat(faults())
                .containsExactly(
                        "comparisons: holds sex twice",
                        "comparisons: must hold address",
                        "comparisons: must not hold nhs_number");
    }

    @Test
    void aFieldHasTwoToFifteenLevels() {
        array("/comparisons/3/levels").remove(1);
        object("/comparisons/3/levels/0").put("m", 1);
        assertThat(faults()).containsExactly("comparisons.sex: must have 2 to 15 levels");
        ArrayNode levels = array("/comparisons/3/levels");
        object("/comparisons/3/levels/0").put("m", 0.5);
        for (int i = 1; i <= 14; i++) {
            levels.addObject()
                    .put("name", "more" + i)
                    .put("from", 2)
                    .put("up_to", 9)
                    .put("m", i < 14 ? 0.03 : 0.11);
            ((ObjectNode) levels.get(i)).putArray("agrees");
        }
        assertThat(Vectors.agreement(json).comparisons().get(3).levels()).hasSize(15);
        levels.add(object("/comparisons/3/levels/14").deepCopy().put("name", "one too many"));
        assertThat(faults()).contains("comparisons.sex: must have 2 to 15 levels");
    }

    @Test
    void chancesOfLevelsMustSumToOne() {
        object("/comparisons/0/levels/0").put("m", 0.8504);
        assertThat(Vectors.agreement(json).comparisons()).hasSize(6);
        object("/comparisons/0/levels/0").put("m", 0.8506);
        assertThat(faults()).containsExactly("comparisons.forename: must have m that sum to 1");
    }

    @Test
    void theFewestBitsOfALevelAreNotAboveTheMost() {
        object("/comparisons/1/levels/1").put("from", 18.5);
        assertThat(faults()).containsExactly("comparisons.surname: must have from not above up_to");
    }

    @Test
    void aLevelAgreesInFormsThatFitItsField() {
        object("/comparisons/4/levels/1").putArray("agrees").add("soundex").add("sector");
        assertThat(faults()).containsExactly("comparisons.postcode: cannot agree in soundex of a postcode");
    }

    @Test
    void theFirstLevelAgreesInEveryFormThatAKeyTakes() {
        object("/comparisons/0/levels/0")
                .putArray("agrees")
                .add("whole")
                .add("sorted-letters")
                .add("initial")
                .add("soundex");
        assertThat(faults())
                .containsExactly("keys.forename-birth-postcode: takes canonical of forename, in which its first level"
                        + " does not agree");
    }

    @Test
    void aKeyThatIsNoIdentifierTakesFieldsThatAreCompared() {
        array("/keys/3/parts")
                .addObject()
                .put("form", "whole")
                .putArray("fields")
                .add("nhs_number");
        assertThat(faults())
                .containsExactly("keys.initial-surname-postcode-year: takes nhs_number, which is not compared");
        object("/keys/3").put("identifier", true);
        assertThat(Vectors.agreement(json).keys()).hasSize(5);
    }

    @Test
    void sixteenComparisonsAreTheMostIdentifiersAndNamesThatMayBeSwappedAmongThem() {
        for (int i = 0; i < 8; i++) {
            compare("code" + i);
        }
        assertThat(Vectors.agreement(json).comparisons())
                .as("beside nhs_number and names-birth")
                .hasSize(14);
        ObjectNode swapped = object("/keys/1").deepCopy().put("name", "again");
        array("/keys").add(swapped);
        assertThat(Vectors.agreement(json).keys())
                .as("of the same names once more")
                .hasSize(6);
        ((ArrayNode) swapped.at("/parts/0/fields")).removeAll().add("surname").add("forename");
        assertThat(faults()).containsExactly(tooMany());
        array("/keys").remove(5);
        object("/keys/2").put("identifier", true);
        assertThat(faults()).containsExactly(tooMany());
        object("/keys/2").put("identifier", false);
        compare("code8");
        assertThat(faults()).containsExactly(tooMany());
    }

    private static String tooMany() {
        return "comparisons: must be at most 16 together with identifiers and sets of names in sorted-letters";
    }

    /** One more field of a place. */
    private void compare(String field) {
        array("/fields").addObject().put("name", field).put("kind", "code");
        array("/components/3/features")
                .addObject()
                .put("field", field)
                .put("tokens", "whole")
                .put("positions", 1);
        ObjectNode comparison = object("/comparisons/3").deepCopy();
        array("/comparisons").add(comparison.put("field", field));
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
