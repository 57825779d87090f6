package uk.linkage.provider.clk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns mean what they mean to Python. */
class PythonPatternTest {

    @Test
    void classesAreThoseOfAllScripts() {
        assertFits("\\d+", "12\u0663");
        assertFits("\\w+", "\u00c9_\u6771\u00bd");
        assertFits("\\w\\s\\w", "a\u00a0b");
        assertFits("[\\w'-]+", "O'Quillon-X");
        assertFits("[^\\d\\s]*", "abc");
        assertFits("\\S\\W\\D", "a-b");
        assertFitsNot("\\w+", "a\u0301");
        assertFitsNot("[^\\d\\s]*", "a\u06631");
    }

    @Test
    void bracketsWithinBracketsAndAmpersandsAreCharacters() {
        assertFits("[[a]+", "[a[");
        assertFits("[]a]+", "]a");
        assertFits("[^]a]+", "b[");
        assertFitsNot("[^]a]+", "b]");
        assertFits("[a&&b]+", "a&b");
    }

    @Test
    void countsAndBracesAreRead() {
        assertFits("a{,2}b", "aab");
        assertFitsNot("a{,2}b", "aaab");
        assertFits("a{2,}b{1}?", "aaab");
        assertFits("a{x}{", "a{x}{");
    }

    @Test
    void groupsAreRead() {
        assertFits("(?P<year>[0-9]{4})-(?:0|1)(?=\\d)(?!9)\\d", "1980-12");
        assertFits("\\A[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\Z", "ZZ1A 1AA");
    }

    @Test
    void anEndMayStandBeforeALastLineFeedOnly() {
        assertFits(".*$", "abc");
        assertFits(".+", "a\u2028\r");
        assertFitsNot(".+", "a\nb");
    }

    @Test
    void whatTheTwoReadDifferentlyIsNotTaken() {
        List<String> different = List.of(
                "(?i)a", "(?<=a)b", "(a)\\1", "\\bword", "[\\W]", "[\\S]", "\\p{L}", "\\Qa\\E", "\\h", "(?>a)",
                "(?P=x)", "[a", "(", "a\\", "*a", "\\u00e9");
        assertThat(different)
                .allSatisfy(pattern ->
                        assertThat(PythonPattern.of(pattern)).as(pattern).isEmpty());
    }

    private static void assertFits(String pattern, String text) {
        assertThat(PythonPattern.of(pattern).orElseThrow().matcher(text).matches())
                .as(pattern)
                .isTrue();
    }

    private static void assertFitsNot(String pattern, String text) {
        assertThat(PythonPattern.of(pattern).orElseThrow().matcher(text).matches())
                .as(pattern)
                .isFalse();
    }
}
