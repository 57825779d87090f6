package uk.linkage.testdata;

import java.util.ArrayList;
import java.util.List;

/**
 * A hand on a keyboard, an ear on the telephone, a scanner over a form: one slip, so that the text is another.
 *
 * <p>How often each kind is made is a {@link Habit}. A kind that finds nothing to do is drawn again.
 *
 * <pre>{@code
 * String slipped = Typing.slip("FARNSHAW", Habit.KEYED, dice);         // FARNSHQW, FRANSHAW, FARSHAW ...
 * }</pre>
 *
 * <p>Keys are of the British layout.
 */
final class Typing {
    private static final String[] KEYS = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
    private static final String[][] SOUNDS = {
        {"PH", "F"}, {"Y", "IE"}, {"CK", "K"}, {"EE", "EA"}, {"C", "K"}, {"S", "Z"}, {"GH", "G"}, {"OU", "OO"}
    };
    private static final String[][] SHAPES = {
        {"0", "O"}, {"1", "I"}, {"RN", "M"}, {"5", "S"}, {"8", "B"}, {"CL", "D"}, {"VV", "W"}, {"2", "Z"}
    };

    private Typing() {}

    static String slip(String text, Habit habit, SplitMix64 dice) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty text cannot be mistyped");
        }
        String slipped = text;
        while (slipped.equals(text) || slipped.isBlank()) {
            slipped = attempt(text, dice.below(text.length()), habit.kind(dice), dice);
        }
        return slipped;
    }

    private static String attempt(String text, int at, int kind, SplitMix64 dice) {
        return switch (kind) {
            case 0 -> replaced(text, at, 1, neighbour(text.charAt(at), dice));
            case 1 -> at == 0 ? text : replaced(text, at - 1, 2, "" + text.charAt(at) + text.charAt(at - 1));
            case 2 -> replaced(text, at, 1, "");
            case 3 -> replaced(text, at, 0, text.substring(at, at + 1));
            case 4 -> confused(text, SOUNDS, dice);
            default -> confused(text, SHAPES, dice);
        };
    }

    private static String replaced(String text, int at, int length, String by) {
        return text.substring(0, at) + by + text.substring(at + length);
    }

    /** The key to the left or right; what has no key (an accent, a hyphen) becomes the plain letter or stays. */
    private static String neighbour(char letter, SplitMix64 dice) {
        char plain = Letters.plain(letter);
        for (String row : KEYS) {
            int key = row.indexOf(plain);
            if (key >= 0) {
                int side = key == 0 ? 1 : key == row.length() - 1 ? -1 : 2 * dice.below(2) - 1;
                return row.substring(key + side, key + side + 1);
            }
        }
        return String.valueOf(plain);
    }

    private static String confused(String text, String[][] pairs, SplitMix64 dice) {
        List<String> outcomes = new ArrayList<>();
        for (String[] pair : pairs) {
            addReplaced(outcomes, text, pair[0], pair[1]);
            addReplaced(outcomes, text, pair[1], pair[0]);
        }
        return outcomes.isEmpty() ? text : outcomes.get(dice.below(outcomes.size()));
    }

    private static void addReplaced(List<String> outcomes, String text, String heard, String written) {
        int at = text.indexOf(heard);
        if (at >= 0) {
            outcomes.add(replaced(text, at, heard.length(), written));
        }
    }
}
