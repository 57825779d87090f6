package uk.linkage.benchmarks.sets;

import java.util.List;

/**
 * Writes cells down again, now and then wrongly. One thread.
 *
 * <pre>{@code
 * Corruptor clerk = new Corruptor(new Corruptor.Rates(0.02, 0.02, 0.01, 0.005), dice);
 * String written = clerk.cell("THOMPSON");                // THOMSPON, TH0MPSON, nothing at all ...
 * }</pre>
 *
 * <p>SOURCE: the kinds are those of GeCo (Tran, Vatsalan and Christen, CIKM 2013).
 */
final class Corruptor {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String[][] SHAPES = {
        {"0", "O"}, {"1", "I"}, {"5", "S"}, {"8", "B"}, {"2", "Z"}, {"RN", "M"}, {"CL", "D"}, {"VV", "W"}
    };

    private final Rates rates;
    private final Dice dice;

    Corruptor(Rates rates, Dice dice) {
        this.rates = rates;
        this.dice = dice;
    }

    /**
     * How often each thing happens, from 0 to 1.
     *
     * @param missing a cell is left empty
     * @param typo a slip of the hand in a cell: a character changed, added, left out, or two of them transposed
     * @param scan a shape in a cell read otherwise: {@code 0} for {@code O}, {@code M} for {@code RN}
     * @param swap two cells in each other's place
     */
    record Rates(double missing, double typo, double scan, double swap) {}

    /** A cell as it is written down this time. */
    String cell(String text) {
        if (text.isEmpty() || dice.chance(rates.missing())) {
            return "";
        }
        String typed = dice.chance(rates.typo()) ? slip(text) : text;
        return dice.chance(rates.scan()) ? scanned(typed) : typed;
    }

    /** Perhaps exchanges two cells of a row. */
    void swap(List<String> row, int one, int other) {
        if (dice.chance(rates.swap())) {
            String first = row.get(one);
            row.set(one, row.get(other));
            row.set(other, first);
        }
    }

    /** The text with one slip; the same where it happens upon two equal characters. */
    String slip(String text) {
        int at = dice.below(text.length());
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (dice.below(4)) {
            case 0 -> before + other(text.charAt(at)) + after;
            case 1 -> before + text.charAt(at) + other(text.charAt(at)) + after;
            case 2 -> text.length() > 1 ? before + after : text;
            default -> at == 0 ? text : text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + after;
        };
    }

    /** A digit for a digit, a letter for anything else. */
    private char other(char here) {
        String from = Character.isDigit(here) ? DIGITS : LETTERS;
        return from.charAt(dice.below(from.length()));
    }

    private String scanned(String text) {
        int first = dice.below(SHAPES.length);
        for (int i = 0; i < SHAPES.length; i++) {
            String[] shape = SHAPES[(first + i) % SHAPES.length];
            if (text.contains(shape[1])) {
                return text.replace(shape[1], shape[0]);
            }
            if (text.contains(shape[0])) {
                return text.replace(shape[0], shape[1]);
            }
        }
        return text;
    }
}
