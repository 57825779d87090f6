package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Draws2026.Draw;
import uk.linkage.agreement.FieldComparison.Level;

/** How two records of one person are drawn: forename, surname, birth date, postcode and town of 20,000 pairs. */
class Draws2026Test {
    private static final List<Field> FIELDS = List.of(
            new Field("forename", FieldKind.FORENAME),
            new Field("surname", FieldKind.SURNAME),
            new Field("birth_date", FieldKind.BIRTH_DATE),
            new Field("postcode", FieldKind.POSTCODE),
            new Field("town", FieldKind.TEXT));
    private static final int FORENAME = 0;
    private static final int SURNAME = 1;
    private static final int BIRTH = 2;
    private static final int POSTCODE = 3;
    private static final int TOWN = 4;

    private final List<Draw> draws = drawn(20_000);

    @Test
    void theSameFieldsGiveTheSameDraws() {
        assertThat(drawn(20_000)).isEqualTo(draws);
    }

    @Test
    void aFieldIsMissingOneTimeInTenAndElseAtALevelOfItsOwn() {
        for (int field = 0; field < FIELDS.size(); field++) {
            int f = field;
            List<Level> levels = Levels2026.of(FIELDS.get(f)).levels();
            assertThat(draws)
                    .allMatch(draw -> draw.levels().get(f).map(levels::contains).orElse(true));
            assertThat(share(draw -> draw.levels().get(f).isEmpty())).isCloseTo(0.1, within(0.01));
        }
    }

    @Test
    void somePairsAreInMoreTroubleThanExpectedButNoneInAllOfIt() {
        for (int field = 0; field < FIELDS.size(); field++) {
            int f = field;
            double same = share(draw -> is(draw, f, 0)) / 0.9;
            assertThat(same)
                    .as(FIELDS.get(f).name())
                    .isBetween(0.3, Levels2026.of(FIELDS.get(f)).levels().get(0).m());
        }
        assertThat(share(draw -> IntStream.rangeClosed(FORENAME, BIRTH).allMatch(f -> is(draw, f, 0))))
                .as("names and birth all the same")
                .isGreaterThan(0.15);
    }

    @Test
    void whoMovedMovedWithAllThatSaysWhere() {
        double both = share(draw -> isLast(draw, POSTCODE) && isLast(draw, TOWN));
        double byChance = share(draw -> isLast(draw, POSTCODE)) * share(draw -> isLast(draw, TOWN));
        assertThat(both).isGreaterThan(byChance + 0.05);
    }

    @Test
    void swappedNamesDifferInBothPlaces() {
        List<Draw> swapped = draws.stream().filter(Draw::swapped).toList();
        assertThat((double) swapped.size() / draws.size()).isBetween(0.005, 0.05);
        assertThat(swapped)
                .allMatch(draw -> draw.levels().get(FORENAME).isEmpty() || isLast(draw, FORENAME))
                .allMatch(draw -> draw.levels().get(SURNAME).isEmpty() || isLast(draw, SURNAME));
    }

    @Test
    void someChangedTheirSurnameAndNothingElse() {
        double renamed = share(draw -> isLast(draw, SURNAME) && is(draw, FORENAME, 0) && is(draw, BIRTH, 0));
        double forename = share(draw -> isLast(draw, FORENAME) && is(draw, SURNAME, 0) && is(draw, BIRTH, 0));
        assertThat(renamed).isGreaterThan(forename + 0.02);
    }

    private static boolean is(Draw draw, int field, int level) {
        Level wanted = Levels2026.of(FIELDS.get(field)).levels().get(level);
        return draw.levels().get(field).filter(wanted::equals).isPresent();
    }

    private static boolean isLast(Draw draw, int field) {
        return is(draw, field, Levels2026.of(FIELDS.get(field)).levels().size() - 1);
    }

    private double share(Predicate<Draw> wanted) {
        return (double) draws.stream().filter(wanted).count() / draws.size();
    }

    private static List<Draw> drawn(int pairs) {
        Draws2026 draws = new Draws2026(FIELDS);
        return Stream.generate(draws::next).limit(pairs).toList();
    }
}
