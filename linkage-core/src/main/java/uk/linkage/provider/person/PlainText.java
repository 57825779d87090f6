package uk.linkage.provider.person;

import java.util.List;
import java.util.Optional;
import uk.linkage.provider.person.Reading.Present;

/**
 * The words of a free-text field: an address line, a town, an occupation, a place of birth.
 *
 * <p>Promises at least one word, folded as {@link Folding} says, without hyphens or apostrophes, in the order
 * they were written.
 *
 * <pre>{@code
 * PlainText town = PlainText.parse("Stratford-upon-Avon").get();
 * town.words();     // [STRATFORD, UPON, AVON]
 * town.joined();    // STRATFORDUPONAVON
 * }</pre>
 *
 * <p>An apostrophe closes up (St John’s is ST JOHNS), a hyphen parts words. The words NULL, NONE, UNKNOWN, N/A
 * and the like are missing.
 */
public final class PlainText extends PersonValue {
    private PlainText(String words) {
        super(words);
    }

    /** Reads a cell: its words, or missing. */
    public static Reading<PlainText> read(String text) {
        return Cell.of(text).read(cell -> new Present<>(ofFolded(cell.folded())));
    }

    /** The words, if there are any. */
    public static Optional<PlainText> parse(String text) {
        return read(text).value();
    }

    /** The folded words in the order written. */
    public List<String> words() {
        return List.of(reveal().split(" "));
    }

    /** All words without spaces. */
    public String joined() {
        return reveal().replace(" ", "");
    }

    private static PlainText ofFolded(String folded) {
        char[] words = new char[folded.length()];
        int length = 0;
        char before = ' ';
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i) == '-' ? ' ' : folded.charAt(i);
            if (c != '\'' && (c != ' ' || before != ' ')) {
                words[length++] = c;
                before = c;
            }
        }
        return new PlainText(new String(words, 0, length > 0 && before == ' ' ? length - 1 : length));
    }
}
