package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.hub.compare.Comparison.Role;

class ComparisonTest {

    @Test
    void theyAreTheFieldsThenNamesThatMayBeSwappedThenNumbers() {
        assertThat(Comparison.of(SealedTables.agreement()))
                .extracting(Comparison::name)
                .containsExactly(
                        "forename",
                        "surname",
                        "sex",
                        "birth_date",
                        "postcode",
                        "forename and surname swapped",
                        "nhs_number");
    }

    @Test
    void whereNoKeyPutsTheLettersOfNamesTogetherNothingTellsWhetherTheyAreSwapped() {
        assertThat(Comparison.of(HandMade.blind()))
                .extracting(Comparison::role)
                .containsExactly(Role.FORENAME, Role.SURNAME, Role.PLACE);
    }

    @Test
    void eachSaysSomethingElseOfAPerson() {
        List<Field> fields = List.of(
                new Field("chi", FieldKind.CHI_NUMBER),
                new Field("forename", FieldKind.FORENAME),
                new Field("surname", FieldKind.SURNAME),
                new Field("birth_date", FieldKind.BIRTH_DATE),
                new Field("postcode", FieldKind.POSTCODE),
                new Field("address", FieldKind.TEXT),
                new Field("occupation", FieldKind.TEXT));
        Agreement agreement = Profile2026.agreement(SealedTables.agreement().purpose(), fields, Profile2026.bounds());
        assertThat(Comparison.of(agreement))
                .extracting(Comparison::role)
                .containsExactly(
                        Role.FORENAME,
                        Role.SURNAME,
                        Role.BIRTH,
                        Role.PLACE,
                        Role.PLACE,
                        Role.OTHER,
                        Role.SWAP,
                        Role.NUMBER);
    }

    @Test
    void theFirstLevelIsMissingAndTheOthersHaveChancesThatSumToOne() {
        assertThat(Comparison.of(SealedTables.agreement())).allSatisfy(comparison -> {
            assertThat(comparison.levels().get(Comparison.MISSING)).isEqualTo("missing");
            assertThat(comparison.m()).hasSize(comparison.levels().size() - 1);
            assertThat(comparison.u()).hasSize(comparison.levels().size() - 1);
            assertThat(sum(comparison.m())).isCloseTo(1, within(1e-9));
            assertThat(sum(comparison.u())).isCloseTo(1, within(1e-9));
        });
    }

    private static double sum(List<Double> chances) {
        return chances.stream().mapToDouble(Double::doubleValue).sum();
    }
}
