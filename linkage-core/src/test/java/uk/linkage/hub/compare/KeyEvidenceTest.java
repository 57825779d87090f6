package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.agreement.KeyForm;
import uk.linkage.hub.block.EncodedTable;

/** Keys stand in the order surname-birth, sound-birth, names-year, initial-postcode, forename-district. */
class KeyEvidenceTest {
    private static final Agreement AGREEMENT = HandMade.agreement();
    private static final KeyEvidence KEYS = new KeyEvidence(AGREEMENT);
    private static final int FORENAME = 0;
    private static final int SURNAME = 1;
    private static final int BIRTH = 2;

    @Test
    void numbersOfAPersonAreNotAmongThem() {
        assertThat(KEYS.size()).isEqualTo(5).isEqualTo(AGREEMENT.keys().size() - 1);
    }

    @Test
    void aFieldHasTheKeysOfWhichItIsAPart() {
        assertThat(KEYS.of(FORENAME)).isEqualTo(0b11100);
        assertThat(KEYS.of(SURNAME)).isEqualTo(0b00111);
        assertThat(KEYS.with(new Part(KeyForm.SORTED_LETTERS, List.of("forename", "surname"))))
                .isEqualTo(0b00100);
    }

    @Test
    void aLevelBreaksTheKeysWhoseFormsItDoesNotShare() {
        assertThat(IntStream.rangeClosed(1, 4).mapToLong(level -> KEYS.broken(SURNAME, level)))
                .as("surname same, alike in sound, slip, different")
                .containsExactly(0L, 0b00001L, 0b00011L, 0b00011L);
        assertThat(IntStream.rangeClosed(1, 3).mapToLong(level -> KEYS.broken(BIRTH, level)))
                .as("birth same, year, different")
                .containsExactly(0L, 0b00011L, 0b00111L);
    }

    @Test
    void namesWhoseLettersArePutTogetherBreakNoKeyOneByOne() {
        assertThat(KEYS.broken(FORENAME, 3)).isEqualTo(0b11000);
    }

    @Test
    void whereTheOtherFieldsAgreeTheKeysSayExactlyWhichFormsOfAFieldDo() {
        Agreement profile = SealedTables.agreement();
        KeyEvidence evidence = new KeyEvidence(profile);
        for (int field = 0; field < profile.comparisons().size(); field++) {
            FieldComparison comparison = profile.comparisons().get(field);
            for (int level = 1; level <= comparison.levels().size(); level++) {
                Level at = comparison.levels().get(level - 1);
                Set<KeyForm> told = forms(profile, comparison.field(), ~evidence.broken(field, level));
                Set<KeyForm> agreeing = forms(profile, comparison.field(), -1);
                agreeing.retainAll(at.agrees());
                assertThat(told).as("%s, %s", comparison.field(), at.name()).isEqualTo(agreeing);
            }
        }
    }

    /** Of which forms of this field alone some of these keys are made. */
    private static Set<KeyForm> forms(Agreement agreement, String field, long keys) {
        List<MatchKey> all = Sight.keys(agreement);
        Set<KeyForm> forms = new HashSet<>();
        for (int key = 0; key < all.size(); key++) {
            for (Part part : all.get(key).parts()) {
                if ((keys >>> key & 1) != 0 && part.fields().equals(List.of(field))) {
                    forms.add(part.form());
                }
            }
        }
        return forms;
    }

    @Test
    void keysOfTheAgreementAreThoseMeantHereAndNumbersOfAPerson() {
        EncodedTable table = table(1, 2, 3, 0, 5, 6);
        assertThat(table.keys(0)).isEqualTo(0b110111);
        assertThat(KEYS.among(table.keys(0))).isEqualTo(0b11011);
        for (long own = 0; own < 1 << KEYS.size(); own++) {
            assertThat(KEYS.among(KEYS.amongAll(own))).isEqualTo(own);
        }
    }

    private static EncodedTable table(long... tokens) {
        int[] bits = new int[AGREEMENT.views().size()];
        return EncodedTable.of(AGREEMENT, List.of(HandMade.record(AGREEMENT, "A", List.of(), tokens, bits)));
    }
}
