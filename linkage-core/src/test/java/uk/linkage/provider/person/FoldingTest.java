package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    private static final String NO_BREAK_SPACE = "\u00A0";

    @ParameterizedTest
    @CsvSource({
        "Kociński, KOCINSKI",
        "KOCIŃSKI, KOCINSKI",
        "Łoś, LOS",
        "Sørensen, SORENSEN",
        "Đorđević, DORDEVIC",
        "Þórður, THORDUR",
        "Guðrún, GUDRUN",
        "Ægir, AEGIR",
        "Œuvrard, OEUVRARD",
        "Işık, ISIK",
        "İbrahim, IBRAHIM",
        "Weiß, WEISS",
        "GROẞ, GROSS",
        "Zoë, ZOE",
        "Siân, SIAN",
        "Ŵyn, WYN",
        "Nguyễn, NGUYEN",
        "Ɗanjuma, DANJUMA",
        "Əliyev, ALIYEV",
        "Gal·la, GALLA",
        "ﬁona, FIONA",
        "Ｊｏｎｅｓ, JONES"
    })
    void aLatinLetterFoldsToItsPlainForm(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void lettersWrittenAsLetterAndAccentFoldAsTheComposedLetterDoes() {
        assertThat(Folding.fold("KOCIN\u0301SKI")).isEqualTo("KOCINSKI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Brien", "O’Brien", "O‘Brien", "O`Brien", "O´Brien", "OʼBrien", "O′Brien", "O\u0092Brien"})
    void everyApostropheIsOne(String written) {
        assertThat(Folding.fold(written)).isEqualTo("O'BRIEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lee-Ray",
                "Lee\u2010Ray",
                "Lee\u2011Ray",
                "Lee\u2012Ray",
                "Lee–Ray",
                "Lee—Ray",
                "Lee−Ray",
                "Lee\u0096Ray"
            })
    void everyHyphenAndDashIsOne(String written) {
        assertThat(Folding.fold(written)).isEqualTo("LEE-RAY");
    }

    @Test
    void spacesOfAllKindsAreOneAndNoneAtTheEnds() {
        assertThat(Folding.fold(NO_BREAK_SPACE + " mary\t\u2009 ann" + NO_BREAK_SPACE))
                .isEqualTo("MARY ANN");
    }

    @Test
    void punctuationPartsWords() {
        assertThat(Folding.fold("St. John (Jack), 12/b")).isEqualTo("ST JOHN JACK 12 B");
    }

    @Test
    void invisibleCharactersGoWithoutATrace() {
        assertThat(Folding.fold("\uFEFFMary\u00ADann\u200B")).isEqualTo("MARYANN");
    }

    @Test
    void digitsOfOtherScriptsAreDigits() {
        assertThat(Folding.fold("٤٢ ４２ ४२")).isEqualTo("42 42 42");
    }

    @ParameterizedTest
    @CsvSource({"Иванов, ИВАНОВ", "Андрей, АНДРЕЙ", "李小龙, 李小龙", "محمد, محمد", "Παπαδόπουλος, ΠΑΠΑΔΌΠΟΥΛΟΣ", "김민준, 김민준"})
    void lettersWithNoLatinFormAreKeptSoThatNoTwoNamesBecomeTheSameEmptyOne(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void differentNamesInAnotherScriptStayDifferent() {
        assertThat(Folding.fold("Иванов")).isNotEqualTo(Folding.fold("Петров"));
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Abroad.inTurkish(() -> assertThat(Folding.fold("Fiona İnci Işık")).isEqualTo("FIONA INCI ISIK"));
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        long seed = 20260101;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String once = Folding.fold(anyText(random));
            assertThat(Folding.fold(once)).as("seed %d, text %d", seed, i).isEqualTo(once);
        }
    }

    @Test
    void noLetterIsEverFoldedAway() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (isMoreThanMarks(c)) {
                assertThat(Folding.fold(Character.toString(c)))
                        .as("letter U+%04X", c)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noTextIsRefusedButNoTextAtAll() {
        assertThat(Folding.fold("")).isEmpty();
        assertThat(Folding.fold("\uD800")).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> Folding.fold(null));
    }

    /** A letter, other than the few that are marks drawn on a space. */
    private static boolean isMoreThanMarks(int c) {
        String decomposed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        return Character.isLetter(c) && decomposed.codePoints().anyMatch(Character::isLetter);
    }

    private static String anyText(Random random) {
        int[] codePoints = random.ints(8, 0, 0x3000).toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    /** The shorter way for ASCII says what the rules for any text say. */
    @Test
    void asciiIsFoldedAsAnyTextIs() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(9), 0, 0x80)
                    .map(c -> random.nextInt(3) == 0 ? " -'`aZ9".charAt(c % 7) : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Folding.fold(text)).as("text %d", i).isEqualTo(Folding.foldAny(text));
        }
    }
}
