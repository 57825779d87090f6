package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;

/** What an agreement may say only with a reason: the risks of section 4 of {@code docs/format.md}. */
class RiskCheckTest {
    private static final String HARDENING = "encoding.hardening";

    private final ObjectNode json = Vectors.agreementJson();
    private final ArrayNode steps = (ArrayNode) json.at("/encoding/hardening");

    @Test
    void aPlainFilterIsRefusedUnlessAccepted() {
        steps.removeAll();
        refusedUnlessAccepted(
                Risk.UNHARDENED,
                HARDENING,
                "has no step, and plain filters can be matched with a list of people",
                "add a diffusion");
    }

    @Test
    void fewTapsAreRefusedUnlessAccepted() {
        step(0).put("taps", 7);
        refusedUnlessAccepted(
                Risk.FEW_TAPS,
                HARDENING,
                "has a diffusion with 7 taps, and attacks get through below 8",
                "take 8 taps or more");
    }

    @Test
    void aSecondDiffusionOfEnoughTapsIsEnough() {
        step(0).put("taps", 2);
        steps.addObject().put("kind", "diffusion").put("taps", 8).put("code_bits", 512);
        assertThat(Vectors.agreement(json).hardening().steps()).hasSize(2);
    }

    @Test
    void everyOtherHardeningAloneIsRefusedUnlessAccepted() {
        for (String kind : List.of("balancing", "rule-90", "permutation", "randomised-response")) {
            steps.removeAll();
            steps.addObject().put("kind", kind);
            if (kind.equals("randomised-response")) {
                step(0).put("flip", 0.05);
            }
            accepted().removeAll();
            refusedUnlessAccepted(
                    Risk.BROKEN_HARDENING_ONLY,
                    HARDENING,
                    "has no diffusion, and all other steps are known to be undone",
                    "add a diffusion");
        }
    }

    @Test
    void codesOfFewBitsAreRefusedUnlessAccepted() {
        step(0).put("code_bits", 448);
        refusedUnlessAccepted(
                Risk.FEW_CODE_BITS,
                HARDENING,
                "gives codes of 448 bits, and below 512 strangers come near by chance",
                "take 512 bits or more");
    }

    @Test
    void itIsTheLastStepThatSaysHowLongACodeIs() {
        steps.addObject().put("kind", "xor-fold").put("times", 1);
        assertThat(faults())
                .containsExactly(fault(
                        Risk.FEW_CODE_BITS,
                        HARDENING,
                        "gives codes of 256 bits, and below 512 strangers come near by chance",
                        "take 512 bits or more"));
    }

    @Test
    void aViewOfASingleNameIsRefusedUnlessAccepted() {
        view("surname");
        refusedUnlessAccepted(Risk.SINGLE_NAME_VIEW, "views.more", tooCommon(10), "cover more fields");
    }

    @Test
    void aViewOfTooFewBitsIsRefusedUnlessAccepted() {
        view("forename", "surname");
        refusedUnlessAccepted(Risk.COMMON_VIEW, "views.more", tooCommon(18), "cover more fields");
    }

    @Test
    void aViewOfOneNameInTwoShapesIsStillOfASingleName() {
        array("/components/1/features")
                .addObject()
                .put("field", "surname")
                .put("tokens", "whole")
                .put("positions", 4);
        view("surname");
        refusedUnlessAccepted(Risk.SINGLE_NAME_VIEW, "views.more", tooCommon(10), "cover more fields");
    }

    /** A forename tells 8 bits and a postcode 16. */
    @Test
    void aViewOfExactlyTwentyFourBitsPasses() {
        ArrayNode birth = array("/components/2/features");
        ArrayNode place = array("/components/3/features");
        place.addAll(birth);
        birth.removeAll().add(place.remove(0));
        view("forename", "birth");
        assertThat(Vectors.agreement(json).views()).hasSize(5);
    }

    @Test
    void aMatchKeyOfTooFewBitsIsRefusedUnlessAccepted() {
        array("/keys/3/parts").remove(2);
        refusedUnlessAccepted(
                Risk.COMMON_KEY, "keys.initial-surname-postcode-year", tooCommon(20), "take more fields into it");
    }

    /** With a forename, 8 bits, and a surname, 10: what a form of the date or the postcode adds to these 18. */
    @Test
    void aPartOfADateOrPostcodeTellsLessThanTheWhole() {
        Map<String, Integer> bits = Map.of("day-month", 7, "day-year", 10, "month-year", 9, "year", 6, "whole", 14);
        bits.forEach((form, more) -> assertThat(bitsWith(form, "birth_date")).isEqualTo(18 + more));
        assertThat(bitsWith("sector", "postcode")).isEqualTo(18 + 11);
        assertThat(bitsWith("district", "postcode")).isEqualTo(18 + 8);
    }

    private static double bitsWith(String form, String field) {
        List<Part> parts = List.of(
                new Part(KeyForm.SORTED_LETTERS, List.of("forename", "surname")),
                new Part(KeyForm.ofLabel(form).orElseThrow(), List.of(field)));
        return Telling.bits(Vectors.agreement(), new MatchKey("any", parts, false));
    }

    @Test
    void aMatchKeyOfPartsIsHeldToTheirBits() {
        object("/keys/3/parts/1").put("form", "initial");
        object("/keys/3/parts/2").put("form", "district");
        refusedUnlessAccepted(
                Risk.COMMON_KEY, "keys.initial-surname-postcode-year", tooCommon(22), "take more fields into it");
        object("/keys/3/parts/2").put("form", "sector");
        accepted().removeAll();
        assertThat(Vectors.agreement(json).keys()).hasSize(5);
    }

    /** Whoever shares a postcode may share a surname, and an initial tells 4 bits of one person where 8 are needed. */
    @Test
    void aMatchKeyOfAPlaceMustTellApartThoseOfOneHousehold() {
        array("/keys/3/parts").remove(3);
        refusedForHouseholdsUnlessAccepted();
    }

    /** A forename and a sex tell 9 bits beside the postcode where 14 are needed, for some 35 people share one. */
    @Test
    void aMatchKeyOfAPlaceMustTellApartThoseOfOnePostcode() {
        object("/keys/3/parts/0").put("form", "whole");
        object("/keys/3/parts/1").put("form", "whole").putArray("fields").add("sex");
        array("/keys/3/parts").remove(3);
        refusedForHouseholdsUnlessAccepted();
    }

    @Test
    void aMatchKeyThatNamesAFieldThriceCountsItOnce() {
        ArrayNode parts = array("/keys/3/parts");
        parts.removeAll();
        for (String form : List.of("whole", "soundex", "whole")) {
            parts.addObject().put("form", form).putArray("fields").add("surname");
        }
        assertThat(faults())
                .containsExactly(fault(
                        Risk.COMMON_KEY,
                        "keys.initial-surname-postcode-year",
                        tooCommon(10),
                        "take more fields into it"));
    }

    /** Without the forename: surname 8 bigrams, date 6 parts, sex 1, postcode 8 bigrams, address 2 numbers, 16 bigrams. */
    @Test
    void aCrowdedFilterIsRefusedUnlessAccepted() {
        for (int component = 0; component < 4; component++) {
            array("/components/" + component + "/features")
                    .forEach(feature -> ((ObjectNode) feature).put("positions", 11));
        }
        double fill = 1 - Math.pow(1 - 1 / 512.0, 11 * (8 + 6 + 1 + 8 + 2 + 16));
        assertThat(Math.round(100 * fill)).isEqualTo(59);
        array("/components/3/features").forEach(feature -> ((ObjectNode) feature).put("positions", 12));
        assertThat(faults())
                .contains(fault(
                        Risk.CROWDED_FILTER,
                        "views.without-forename",
                        "sets about 61 % of its bits, more than 60 %",
                        "take fewer positions or more filter bits"))
                .noneMatch(fault -> fault.startsWith("views.without-place"));
    }

    @Test
    void aRiskIsAcceptedWhereItStandsAndNowhereElse() {
        view("surname");
        accept(Risk.SINGLE_NAME_VIEW, "views.without-place");
        assertThat(faults())
                .containsExactly(
                        fault(Risk.SINGLE_NAME_VIEW, "views.more", tooCommon(10), "cover more fields"),
                        "accepted_risks: accepts single-name-view at views.without-place, which this agreement does not"
                                + " take; leave it out");
    }

    @Test
    void anAcceptedRiskMayNotComeTwice() {
        step(0).put("taps", 4);
        accept(Risk.FEW_TAPS, HARDENING);
        accept(Risk.FEW_TAPS, HARDENING);
        assertThat(faults()).containsExactly("accepted_risks: holds few-taps at encoding.hardening twice");
    }

    @Test
    void anAcceptedRiskNeedsAReasonAndAKnownName() {
        accepted().addObject().put("risk", "bad-luck").put("where", HARDENING).put("reason", " ");
        assertThat(faults())
                .containsExactly(
                        "accepted_risks[0].risk: must be one of " + Risk.labels(),
                        "accepted_risks[0].reason: must be text of 1 to 2000 characters");
    }

    @Test
    void aCommonViewThatIsAcceptedIsUsedWhereARecordHasAllOfIt() {
        view("forename", "surname");
        accept(Risk.COMMON_VIEW, "views.more");
        Agreement agreement = Vectors.agreement(json);
        int forename = 1 << agreement.fieldIndex("forename");
        int surname = 1 << agreement.fieldIndex("surname");
        assertThat(agreement.tells(agreement.views().get(4), forename | surname))
                .isTrue();
        assertThat(agreement.tells(agreement.views().get(4), surname)).isFalse();
    }

    private void refusedForHouseholdsUnlessAccepted() {
        refusedUnlessAccepted(
                Risk.HOUSEHOLD_KEY,
                "keys.initial-surname-postcode-year",
                "does not tell apart those who share a place: it shows who lives with whom",
                "take more of the name and birth into it");
    }

    private void refusedUnlessAccepted(Risk risk, String where, String what, String cure) {
        assertThat(faults()).containsExactly(fault(risk, where, what, cure));
        accept(risk, where);
        assertThat(Vectors.agreement(json).acceptedRisks())
                .containsExactly(new AcceptedRisk(risk, where, "On invented people"));
    }

    private static String fault(Risk risk, String where, String what, String cure) {
        return where + ": " + risk.label() + ": " + what + "; accept it with a reason in accepted_risks or " + cure;
    }

    private static String tooCommon(int bits) {
        return "is shared by too many people (about " + bits
                + " bits, at least 24 are needed): its frequency would give it away";
    }

    private void accept(Risk risk, String where) {
        accepted().addObject().put("risk", risk.label()).put("where", where).put("reason", "On invented people");
    }

    private ArrayNode accepted() {
        return array("/accepted_risks");
    }

    private void view(String... components) {
        ArrayNode names = array("/views").addObject().put("name", "more").putArray("components");
        for (String component : components) {
            names.add(component);
        }
    }

    private ObjectNode step(int place) {
        return (ObjectNode) steps.get(place);
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
