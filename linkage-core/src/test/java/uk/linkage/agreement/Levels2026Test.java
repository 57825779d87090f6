package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.FieldComparison.Level;

/** What holds of the levels of every kind of field, whatever their numbers. */
class Levels2026Test {
    private static final Map<KeyForm, KeyForm> TELLS = Map.of(
            KeyForm.DAY_YEAR, KeyForm.YEAR,
            KeyForm.MONTH_YEAR, KeyForm.YEAR,
            KeyForm.SECTOR, KeyForm.DISTRICT,
            KeyForm.SOUNDEX, KeyForm.INITIAL);

    @Test
    void everyKindHasLevelsButNumbersWhichAreComparedExactly() {
        for (FieldKind kind : FieldKind.values()) {
            assertThat(levels(kind).isEmpty()).as(kind.label()).isEqualTo(kind.isNumber());
        }
    }

    @Test
    void chancesSumToOne() {
        kinds().forEach(kind -> assertThat(
                        levels(kind).stream().mapToDouble(Level::m).sum())
                .as(kind.label())
                .isCloseTo(1, within(1e-9)));
    }

    @Test
    void theFirstLevelIsThatOfEqualValuesInEveryFormThatAKeyMayTake() {
        for (FieldKind kind : kinds().toList()) {
            Level first = levels(kind).get(0);
            assertThat(first.agrees())
                    .as(kind.label())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(KeyForm.values())
                            .filter(form -> form.takes(kind))
                            .toList());
            assertThat(first.from()).isEqualTo(first.upTo()).isZero();
        }
    }

    @Test
    void noOtherLevelHasTheWholeAndTheLastHasNothingInCommon() {
        for (FieldKind kind : kinds().toList()) {
            List<Level> others = levels(kind).subList(1, levels(kind).size());
            assertThat(others)
                    .as(kind.label())
                    .noneMatch(level -> level.agrees().contains(KeyForm.WHOLE));
            assertThat(others.get(others.size() - 1).agrees()).as(kind.label()).isEmpty();
        }
    }

    @Test
    void whereAFormAgreesSoDoesWhatItTells() {
        for (FieldKind kind : kinds().toList()) {
            for (Level level : levels(kind)) {
                Set<KeyForm> agrees = level.agrees();
                TELLS.forEach((form, coarser) -> assertThat(!agrees.contains(form) || agrees.contains(coarser))
                        .as("%s of a %s: %s without %s", level.name(), kind.label(), form, coarser)
                        .isTrue());
            }
        }
    }

    private static Stream<FieldKind> kinds() {
        return Arrays.stream(FieldKind.values()).filter(kind -> !kind.isNumber());
    }

    private static List<Level> levels(FieldKind kind) {
        return Levels2026.of(new Field("any", kind)).levels();
    }
}
