package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Encode.View;

/** Fields of the vectors' agreement: nhs_number, forename, surname, birth_date, sex, postcode, address. */
class SaltTest {
    private static final int ALL = 0b1111111;
    private static final int BIRTH = 1 << 3;

    private final ObjectNode json = Vectors.agreementJson();

    @Test
    void aViewMaySayItsSalt() {
        Agreement agreement = Vectors.agreement(salted("birth_date", "year"));
        assertThat(agreement.views().get(0).salt()).contains(new Salt("birth_date", Salt.Form.YEAR));
        assertThat(agreement.views().get(1).salt()).isEqualTo(Optional.empty());
        assertThat(new String(AgreementFile.canonical(agreement), StandardCharsets.UTF_8))
                .contains("\"salt\":{\"field\":\"birth_date\",\"form\":\"year\"}");
        assertThat(Fingerprint.of(agreement)).isNotEqualTo(Fingerprint.of(Vectors.agreement()));
    }

    @Test
    void aStableFieldServes() {
        assertThat(Vectors.agreement(salted("birth_date", "whole")).saltFields())
                .isEqualTo(BIRTH);
        assertThat(Vectors.agreement().saltFields()).isZero();
    }

    @Test
    void anyOtherFieldIsRefused() {
        assertThat(faults(salted("sex", "whole")))
                .containsExactly(
                        "views.without-forename: unstable-salt: is salted by the whole sex, on which sources disagree"
                                + " or which parts people too little; accept it with a reason in accepted_risks or"
                                + " salt with the birth date or its year");
        for (String field : List.of("nhs_number", "forename", "surname", "postcode", "address")) {
            assertThat(faults(salted(field, "whole")))
                    .containsExactly("views.without-forename: cannot be salted by the whole " + field
                            + ": take a birth-date, year or whole");
        }
        assertThat(faults(salted("sex", "year")))
                .containsExactly("views.without-forename: cannot be salted by the year sex"
                        + ": take a birth-date, year or whole");
        assertThat(faults(salted("shoe_size", "year")))
                .containsExactly("views.without-forename: names no known field: shoe_size");
    }

    @Test
    void aSaltIsReadStrictly() {
        ObjectNode salt = (ObjectNode) salted("birth_date", "month").at("/views/0/salt");
        salt.put("colour", "blue");
        assertThat(faults(json))
                .containsExactly(
                        "views[0].salt.form: must be one of year, whole", "views[0].salt.colour: is not known");
    }

    @Test
    void aViewSaysNothingOfARecordWithoutItsSalt() {
        Agreement agreement = Vectors.agreement(salted("birth_date", "year"));
        View salted = agreement.views().get(0);
        View plain = agreement.views().get(1);
        assertThat(agreement.tells(salted, ALL)).isTrue();
        assertThat(agreement.tells(salted, ALL & ~BIRTH)).isFalse();
        assertThat(agreement.tells(plain, ALL & ~BIRTH)).isTrue();
    }

    @Test
    void noComponentIsComparedWhereEitherLacksASalt() {
        Agreement agreement = Vectors.agreement(salted("birth_date", "year"));
        for (Component component : agreement.components()) {
            assertThat(agreement.comparable(component, ALL)).isTrue();
            assertThat(agreement.comparable(component, ALL & ~BIRTH))
                    .as(component.name())
                    .isFalse();
        }
        assertThat(Vectors.agreement().comparable(agreement.component("surname"), ALL & ~BIRTH))
                .isTrue();
    }

    private ObjectNode salted(String field, String form) {
        ((ObjectNode) json.at("/views/0")).putObject("salt").put("field", field).put("form", form);
        return json;
    }

    private static List<String> faults(ObjectNode json) {
        InvalidAgreement invalid = catchThrowableOfType(InvalidAgreement.class, () -> Vectors.agreement(json));
        assertThat(invalid).as("refusal").isNotNull();
        return invalid.faults();
    }
}
