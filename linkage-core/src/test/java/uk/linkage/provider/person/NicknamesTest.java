package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NicknamesTest {
    @ParameterizedTest
    @CsvSource({
        "BILL, WILLIAM",
        "LIZ, ELIZABETH",
        "PEGGY, MARGARET",
        "KATHRYN, KATHERINE",
        "CATHERINE, KATHERINE",
        "STEVEN, STEPHEN",
        "DAI, DAVID",
        "TWM, THOMAS",
        "SHUG, HUGH",
        "RAB, ROBERT",
        "PADDY, PATRICK",
        "BRIDIE, BRIDGET",
        "MOHAMMED, MUHAMMAD"
    })
    void aShortOrVariantFormBecomesTheCanonicalOne(String nickname, String canonical) {
        assertThat(Nicknames.canonical(nickname)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"ALEX, ALEXANDER", "SAM, SAMUEL", "CHRIS, CHRISTOPHER", "PAT, PATRICIA", "JO, JOANNE", "TERRY, TERENCE"
    })
    void aShortFormOfSeveralNamesGoesToOneOfThem(String nickname, String canonical) {
        assertThat(Nicknames.canonical(nickname)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WILLIAM", "SEAN-PAUL", "ZEBEDEE", "ИВАН", ""})
    void anyOtherNameIsItself(String name) {
        assertThat(Nicknames.canonical(name)).isEqualTo(name);
    }

    @Test
    void aNameOfItsOwnRightIsNotFoldedIntoAKindredOne() {
        assertThat(Nicknames.canonical("SEAN")).isNotEqualTo(Nicknames.canonical("JOHN"));
        assertThat(Nicknames.canonical("HELEN")).isNotEqualTo(Nicknames.canonical("ELEANOR"));
    }

    @Test
    void aCanonicalNameIsNobodysNickname() {
        Set<String> both = new HashSet<>(Nicknames.table().keySet());
        both.retainAll(Nicknames.table().values());
        assertThat(both).isEmpty();
    }

    @Test
    void everyNameInTheTableIsFolded() {
        assertThat(Nicknames.table()).hasSizeGreaterThan(500).allSatisfy((nickname, canonical) -> {
            assertThat(nickname).matches("[A-Z]{2,}");
            assertThat(canonical).matches("[A-Z]{2,}");
        });
    }
}
