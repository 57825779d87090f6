package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Encode.View;

class Profile2026Test {
    private static final Purpose PURPOSE =
            new Purpose("frozen", "What the profile of 2026 proposes does not change", LocalDate.of(2031, 12, 31), 1);
    private static final List<Field> FROZEN = List.of(
            field("nhs_number", FieldKind.NHS_NUMBER),
            field("forename", FieldKind.FORENAME),
            field("middle_name", FieldKind.MIDDLE_NAME),
            field("surname", FieldKind.SURNAME),
            field("birth_date", FieldKind.BIRTH_DATE),
            field("sex", FieldKind.SEX),
            field("postcode", FieldKind.POSTCODE),
            field("address", FieldKind.TEXT));

    @Test
    void whatItProposesForFixedFieldsIsFrozen() {
        Agreement proposed = Profile2026.agreement(PURPOSE, FROZEN, Profile2026.bounds());
        assertThat(AgreementFile.text(proposed))
                .isEqualTo(new String(Vectors.bytes("profile-2026.json"), StandardCharsets.UTF_8));
    }

    @Test
    void theCloserEditionDiffersInItsNameAndTapsAlone() {
        String safer = AgreementFile.text(Profile2026.agreement(PURPOSE, FROZEN, Profile2026.bounds()));
        String closer = AgreementFile.text(
                Profile2026.agreement(Profile2026.Edition.CLOSER, PURPOSE, FROZEN, Profile2026.bounds()));
        assertThat(closer)
                .isNotEqualTo(safer)
                .isEqualTo(safer.replace("\"2026\"", "\"2026-closer\"").replace("\"taps\" : 14", "\"taps\" : 12"));
    }

    @Test
    void everyAgreementItGivesIsSoundAndEveryOtherSetOfFieldsIsRefused() {
        int sound = 0;
        int refused = 0;
        Random random = new Random(2026);
        for (int round = 0; round < 400; round++) {
            List<Field> fields = someFields(random);
            boolean telling =
                    fields.stream().mapToDouble(f -> bitsInViews(f.kind())).sum() >= 24;
            try {
                Agreement agreement = Profile2026.agreement(PURPOSE, fields, Profile2026.bounds());
                assertThat(AgreementFile.parse(AgreementFile.canonical(agreement), "again"))
                        .isEqualTo(agreement);
                assertThat(telling).as("round %d, seed 2026: %s", round, fields).isTrue();
                sound++;
            } catch (InvalidAgreement tooCommon) {
                assertThat(telling)
                        .as("round %d, seed 2026: %s: %s", round, fields, tooCommon)
                        .isFalse();
                refused++;
            }
        }
        assertThat(sound).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void noSetOfKindsOfFieldsGivesAnAgreementWithARisk() {
        FieldKind[] kinds = FieldKind.values();
        int sound = 0;
        for (int set = 0; set < 1 << kinds.length; set++) {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < kinds.length; i++) {
                if ((set >>> i & 1) != 0) {
                    fields.add(field(kinds[i].label().replace('-', '_'), kinds[i]));
                }
            }
            sound += soundWithoutRisk(fields) ? 1 : 0;
        }
        assertThat(sound).isBetween(1 << kinds.length - 1, 1 << kinds.length);
    }

    private static boolean soundWithoutRisk(List<Field> fields) {
        try {
            Agreement agreement = Profile2026.agreement(PURPOSE, fields, Profile2026.bounds());
            assertThat(agreement.acceptedRisks()).as("%s", fields).isEmpty();
            assertThat(RiskCheck.found(agreement)).as("%s", fields).isEmpty();
            return true;
        } catch (InvalidAgreement refused) {
            return false;
        }
    }

    @Test
    void fieldsTooCommonToLinkSafelyAreRefusedWithTheReason() {
        List<Field> fields = List.of(field("forename", FieldKind.FORENAME), field("sex", FieldKind.SEX));
        assertThatThrownBy(() -> Profile2026.agreement(PURPOSE, fields, Profile2026.bounds()))
                .isInstanceOf(InvalidAgreement.class)
                .hasMessageContaining(
                        "views.whole: common-view: is shared by too many people (about 9 bits, at least 24 are needed)");
    }

    @Test
    void eachViewLeavesOneComponentOut() {
        Agreement agreement = Profile2026.agreement(PURPOSE, FROZEN, Profile2026.bounds());
        assertThat(agreement.views()).hasSameSizeAs(agreement.components());
        for (View view : agreement.views()) {
            assertThat(view.components())
                    .hasSize(agreement.components().size() - 1)
                    .doesNotContain(view.name().substring("without-".length()));
        }
    }

    @Test
    void fewFieldsArePutTogetherInOneView() {
        List<Field> fields = List.of(
                field("forename", FieldKind.FORENAME),
                field("surname", FieldKind.SURNAME),
                field("birth_date", FieldKind.BIRTH_DATE));
        Agreement agreement = Profile2026.agreement(PURPOSE, fields, Profile2026.bounds());
        assertThat(agreement.views()).containsExactly(new View("whole", List.of("person")));
    }

    private static List<Field> someFields(Random random) {
        List<Field> fields = new ArrayList<>();
        for (FieldKind kind : FieldKind.values()) {
            if (random.nextInt(3) == 0) {
                fields.add(field(kind.label().replace('-', '_'), kind));
            }
        }
        return fields;
    }

    /** As in section 4 of the format; numbers are in no view of this profile. */
    private static double bitsInViews(FieldKind kind) {
        return switch (kind) {
            case POSTCODE -> 16;
            case BIRTH_DATE -> 14;
            case SURNAME, TEXT, CODE -> 10;
            case FORENAME, MIDDLE_NAME -> 8;
            case SEX -> 1;
            case NHS_NUMBER, CHI_NUMBER, IDENTIFIER -> 0;
        };
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind);
    }
}
