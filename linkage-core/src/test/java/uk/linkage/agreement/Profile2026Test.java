package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
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

    /** {@code testdata/vectors/check.py --propose} has it written anew. */
    @Test
    void whatItProposesForFixedFieldsIsFrozen() throws IOException {
        String proposed = AgreementFile.text(Profile2026.agreement(PURPOSE, FROZEN, Profile2026.bounds()));
        if (Boolean.getBoolean("linkage.vectors.propose")) {
            Files.writeString(Vectors.file("profile-2026.json"), proposed);
        }
        assertThat(proposed).isEqualTo(new String(Vectors.bytes("profile-2026.json"), StandardCharsets.UTF_8));
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

    /** All 2,048: numbers are in no view, so that they make no difference to whether it is sound. */
    @Test
    void everySetOfKindsOfFieldsThatTellsEnoughGivesASoundAgreementWithoutARiskAndNoOther() {
        List<List<Field>> sets = SetsOfFields.all();
        long sound = sets.parallelStream()
                .filter(fields -> {
                    boolean telling = fields.stream()
                                    .mapToDouble(f -> bitsInViews(f.kind()))
                                    .sum()
                            >= 24;
                    assertThat(isSoundWithoutRisk(fields)).as("%s", fields).isEqualTo(telling);
                    return telling;
                })
                .count();
        assertThat(sets).hasSize(2048);
        assertThat(sound).isBetween(1024L, 2047L);
    }

    private static boolean isSoundWithoutRisk(List<Field> fields) {
        try {
            Agreement agreement = Profile2026.agreement(PURPOSE, fields, Profile2026.bounds());
            assertThat(agreement.acceptedRisks()).as("%s", fields).isEmpty();
            assertThat(RiskCheck.found(agreement)).as("%s", fields).isEmpty();
            assertThat(AgreementFile.parse(AgreementFile.canonical(agreement), "again"))
                    .isEqualTo(agreement);
            return true;
        } catch (InvalidAgreement tooCommon) {
            return false;
        }
    }

    @Test
    void everyFieldButNumbersIsEncodedAndCompared() {
        Agreement agreement = Profile2026.agreement(PURPOSE, FROZEN, Profile2026.bounds());
        assertThat(agreement.comparisons())
                .isEqualTo(FROZEN.stream().skip(1).map(Levels2026::of).toList());
        assertThat(agreement.keys()).isEqualTo(Keys2026.of(FROZEN));
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
