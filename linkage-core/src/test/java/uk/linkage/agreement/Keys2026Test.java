package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Draws2026.Draw;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;

/** What holds of the match keys proposed for any fields. */
class Keys2026Test {
    private static final List<Field> USUAL = SetsOfFields.of(
            FieldKind.FORENAME, FieldKind.SURNAME, FieldKind.BIRTH_DATE, FieldKind.SEX, FieldKind.POSTCODE);

    @Test
    void everyKeyOfEverySetOfFieldsTellsEnoughAndWouldNotWithoutAnyPart() {
        for (List<Field> fields : setsWithoutNumbers()) {
            for (MatchKey key : Keys2026.of(fields)) {
                assertThat(bits(fields, key.parts())).as(key.name()).isGreaterThanOrEqualTo(Telling.LEAST_BITS);
                assertThat(showsHouseholds(fields, key.parts())).as(key.name()).isFalse();
                for (Part part : key.parts()) {
                    List<Part> others =
                            key.parts().stream().filter(p -> p != part).toList();
                    assertThat(bits(fields, others) < Telling.LEAST_BITS || showsHouseholds(fields, others))
                            .as("%s without %s of %s", key.name(), part.form(), part.fields())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void keysAreFewAndTakeAFieldOnceInAFormThatFitsIt() {
        for (List<Field> fields : setsWithoutNumbers()) {
            List<MatchKey> keys = Keys2026.of(fields);
            assertThat(keys).hasSizeLessThanOrEqualTo(48);
            for (MatchKey key : keys) {
                List<String> taken = key.parts().stream()
                        .flatMap(part -> part.fields().stream())
                        .toList();
                assertThat(taken).as(key.name()).doesNotHaveDuplicates();
                assertThat(key.parts())
                        .allMatch(part -> part.fields().stream()
                                .allMatch(name -> part.form().takes(kind(fields, name))));
            }
        }
    }

    @Test
    void noTwoKeysAreOneAndNoNameComesTwiceOrIsTooLong() {
        for (List<Field> fields : setsWithoutNumbers()) {
            List<MatchKey> keys = Keys2026.of(fields);
            assertThat(keys).extracting(MatchKey::parts).doesNotHaveDuplicates();
            assertThat(keys)
                    .extracting(MatchKey::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z0-9][a-z0-9_.-]{0,63}"));
        }
    }

    @Test
    void ofFieldsWithLongNamesTheNamesOfKeysAreCutAndTold() {
        List<Field> fields = renamed(USUAL, "_" + "x".repeat(50));
        List<MatchKey> keys = Keys2026.of(fields);
        assertThat(keys).hasSameSizeAs(Keys2026.of(USUAL));
        assertThat(keys)
                .extracting(MatchKey::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9][a-z0-9_.-]{0,63}"));
    }

    @Test
    void theSameFieldsGiveTheSameKeysWhateverTheyAreCalled() {
        List<List<Part>> keys = Keys2026.of(USUAL).stream().map(MatchKey::parts).toList();
        List<List<Part>> again = Keys2026.of(renamed(USUAL, "_1")).stream()
                .map(key ->
                        key.parts().stream().map(Keys2026Test::withoutSuffix).toList())
                .toList();
        assertThat(again).isEqualTo(keys);
    }

    @Test
    void aNumberIsAKeyByItselfAndInNoOther() {
        List<Field> fields = SetsOfFields.of(
                FieldKind.SURNAME,
                FieldKind.NHS_NUMBER,
                FieldKind.FORENAME,
                FieldKind.BIRTH_DATE,
                FieldKind.IDENTIFIER,
                FieldKind.POSTCODE);
        List<MatchKey> keys = Keys2026.of(fields);
        assertThat(keys.subList(0, 2))
                .containsExactly(
                        new MatchKey("nhs_number", List.of(new Part(KeyForm.WHOLE, List.of("nhs_number"))), true),
                        new MatchKey("identifier", List.of(new Part(KeyForm.WHOLE, List.of("identifier"))), true));
        assertThat(keys.subList(2, keys.size()))
                .isNotEmpty()
                .noneMatch(MatchKey::identifier)
                .allMatch(key -> key.parts().stream()
                        .flatMap(part -> part.fields().stream())
                        .noneMatch(name -> kind(fields, name).isNumber()));
    }

    @Test
    void fieldsThatTellTooLittleTogetherGiveNoKey() {
        assertThat(Keys2026.of(SetsOfFields.of(FieldKind.FORENAME, FieldKind.SURNAME, FieldKind.SEX)))
                .isEmpty();
        assertThat(Keys2026.of(List.of())).isEmpty();
    }

    @Test
    void aPairThatDiffersInOneFieldAloneIsFoundWhicheverItIs() {
        for (Field field : USUAL) {
            assertThat(Keys2026.of(USUAL))
                    .as(field.name())
                    .anyMatch(key ->
                            key.parts().stream().noneMatch(part -> part.fields().contains(field.name())));
        }
    }

    /** What is drawn differs in much; one key alone finds a third of it. */
    @Test
    void keysFindPairsTogetherThatNoneOfThemFindsAlone() {
        List<MatchKey> keys = Keys2026.of(USUAL);
        Draws2026 draws = new Draws2026(USUAL);
        List<Draw> drawn = Stream.generate(draws::next).limit(4000).toList();
        double best = keys.stream()
                .mapToDouble(key -> found(drawn, List.of(key)))
                .max()
                .orElseThrow();
        assertThat(found(drawn, keys)).isGreaterThan(0.5).isGreaterThan(best + 0.2);
    }

    private static double found(List<Draw> draws, List<MatchKey> keys) {
        long found = draws.stream()
                .filter(draw ->
                        keys.stream().anyMatch(key -> key.parts().stream().allMatch(p -> agrees(draw, p))))
                .count();
        return (double) found / draws.size();
    }

    private static boolean agrees(Draw draw, Part part) {
        if (part.form() == KeyForm.SORTED_LETTERS && draw.swapped()) {
            return true;
        }
        KeyForm form = part.form() == KeyForm.SORTED_LETTERS ? KeyForm.WHOLE : part.form();
        return part.fields().stream().allMatch(name -> agrees(draw, form, name));
    }

    private static boolean agrees(Draw draw, KeyForm form, String name) {
        int field = IntStream.range(0, USUAL.size())
                .filter(i -> USUAL.get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
        return draw.levels()
                .get(field)
                .filter(level -> level.agrees().contains(form))
                .isPresent();
    }

    private static boolean showsHouseholds(List<Field> fields, List<Part> parts) {
        return Telling.showsHouseholds(parts, name -> new Field(name, kind(fields, name)));
    }

    /** As in section 4 of the format, but for places, of which the most telling counts alone. */
    private static double bits(List<Field> fields, List<Part> parts) {
        double bits = 0;
        double place = 0;
        for (Part part : parts) {
            for (String name : part.fields()) {
                double more = Telling.bits(part.form(), kind(fields, name));
                boolean isPlace = Places.isPlace(new Field(name, kind(fields, name)));
                place = isPlace ? Math.max(place, more) : place;
                bits += isPlace ? 0 : more;
            }
        }
        return bits + place;
    }

    private static FieldKind kind(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static List<Field> renamed(List<Field> fields, String suffix) {
        return fields.stream()
                .map(field -> new Field(field.name() + suffix, field.kind()))
                .toList();
    }

    private static Part withoutSuffix(Part part) {
        return new Part(
                part.form(),
                part.fields().stream().map(name -> name.replace("_1", "")).toList());
    }

    private static Set<List<Field>> setsWithoutNumbers() {
        Set<List<Field>> sets = new HashSet<>(SetsOfFields.all());
        sets.removeIf(fields -> fields.stream().anyMatch(field -> field.kind().isNumber()));
        return sets;
    }
}
