package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordListsTest {
    @Test
    void noWordStandsTwiceInASection() {
        for (String list : List.of("forenames.txt", "surnames.txt", "streets.txt")) {
            assertThat(Tables.sections(list))
                    .as(list)
                    .allSatisfy(
                            (section, words) -> assertThat(words).as(section).doesNotHaveDuplicates());
        }
    }

    @Test
    void aSpellingStandsInOneLineOnlyAndANicknameIsNeverTheNameItself() {
        assertThat(Tables.lines("spellings.txt").stream().flatMap(List::stream)).doesNotHaveDuplicates();
        assertThat(Tables.lines("nicknames.txt"))
                .allSatisfy(line -> assertThat(line).hasSizeGreaterThan(1).doesNotHaveDuplicates());
    }

    @Test
    void theNeighbourhoodsOfEveryAreaAddUp() {
        assertThat(PostArea.all())
                .allSatisfy(area -> assertThat(area.fifths()).hasSize(5).allMatch(share -> share > 0))
                .allMatch(area ->
                        area.fifths().stream().mapToInt(Integer::intValue).sum() == 100);
    }

    @Test
    void everyNameHasAFormInPlainLetters() {
        assertThat(names().map(Letters::plain)).allMatch(name -> name.matches("[A-Z' -]+"));
    }

    @Test
    void namesAreWrittenAsTheirBearersDo() {
        assertThat(Stream.of("O'NEILL", "ZOË", "MCDONALD-SMITH", "WAI MAN", "KOCIŃSKI")
                        .map(Letters::mixedCase))
                .containsExactly("O'Neill", "Zoë", "McDonald-Smith", "Wai Man", "Kociński");
        assertThat(Letters.plain("KOCIŃSKI")).isEqualTo("KOCINSKI");
    }

    @Test
    void aSurnameIsDeclinedForAWoman() {
        var surnames = new Surnames();
        assertThat(Stream.of("KOWALSKI", "WYSOCKI", "ZAWADZKI", "SINGH", "NOWAK")
                        .map(surnames::inTheFeminine))
                .containsExactly("KOWALSKA", "WYSOCKA", "ZAWADZKA", "KAUR", "NOWAK");
    }

    @Test
    void theFirstWordOfAListIsTheMostFrequent() {
        var ranked = new Ranked(List.of("first", "second", "third"), 1);
        var dice = new SplitMix64(1);
        var counts = new int[3];
        for (int i = 0; i < 11_000; i++) {
            counts[List.of("first", "second", "third").indexOf(ranked.draw(dice))]++;
        }
        assertThat(counts[0]).isBetween(5_800, 6_200);
        assertThat(counts[1]).isBetween(2_800, 3_200);
        assertThat(counts[2]).isBetween(1_850, 2_150);
    }

    private static Stream<String> names() {
        return Stream.of("forenames.txt", "surnames.txt")
                .flatMap(list -> Tables.sections(list).values().stream())
                .flatMap(List::stream);
    }
}
