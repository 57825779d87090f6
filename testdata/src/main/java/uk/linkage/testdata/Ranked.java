package uk.linkage.testdata;

import java.util.Arrays;
import java.util.List;

/**
 * Words in order of frequency, drawn so: the word of rank r comes up in proportion to 1 / (r + flatness).
 *
 * <p>Immutable; shared freely. A flatness of 1 makes the first word king; a large one makes all words alike.
 *
 * <pre>{@code
 * var surnames = new Ranked(List.of("SMITH", "JONES", "TAYLOR"), 12);
 * String surname = surnames.draw(dice);
 * }</pre>
 *
 * <p>SOURCE: the Zipf-Mandelbrot law, in whole numbers so that no machine rounds it otherwise.
 */
final class Ranked {
    private static final int SCALE = 1_000_000;

    private final String[] words;
    private final int[] upTo;

    Ranked(List<String> words, int flatness) {
        this.words = words.toArray(String[]::new);
        upTo = new int[this.words.length];
        int sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += SCALE / (rank + flatness);
            upTo[rank] = sum;
        }
    }

    String draw(SplitMix64 dice) {
        int point = dice.below(upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, point);
        return words[found >= 0 ? found + 1 : -found - 1];
    }
}
