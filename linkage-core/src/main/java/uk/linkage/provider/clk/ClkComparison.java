package uk.linkage.provider.clk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.provider.person.Reading;

/**
 * How a value becomes tokens, so that alike values share many. Tokens come in order and may come twice. Lengths and
 * positions count code points.
 */
sealed interface ClkComparison {

    /** The tokens of a value; none of an empty one. */
    Reading<List<String>> tokens(String text);

    /** The part of a text that stands at code points {@code from} to {@code to - 1}. */
    private static String cut(int[] points, int from, int to) {
        return new String(points, from, to - from);
    }

    /** Every {@code n} neighbours, blanks standing before and after, with or without their place counted from 1. */
    record Ngrams(int n, boolean positional) implements ClkComparison {
        @Override
        public Reading<List<String>> tokens(String text) {
            List<String> tokens = new ArrayList<>();
            if (!text.isEmpty()) {
                String blanks = " ".repeat(n - 1);
                int[] points = (blanks + text + blanks).codePoints().toArray();
                for (int at = 0; at + n <= points.length; at++) {
                    String gram = cut(points, at, at + n);
                    tokens.add(positional ? at + 1 + " " + gram : gram);
                }
            }
            return new Reading.Present<>(tokens);
        }
    }

    /** The whole value as one token. */
    record Exact() implements ClkComparison {
        @Override
        public Reading<List<String>> tokens(String text) {
            return new Reading.Present<>(text.isEmpty() ? List.of() : List.of(text));
        }
    }

    /**
     * The neighbourhood of a number on a grid: near numbers share neighbours (Vatsalan and Christen, Journal of
     * Biomedical Informatics 2015). Everything is multiplied by {@code 2 resolution}, so that the grid is of whole
     * numbers.
     *
     * @param interval the threshold distance in units of the last decimal place
     * @param resolution neighbours to either side
     * @param decimals decimal places that count
     */
    record Numeric(BigInteger interval, int resolution, int decimals) implements ClkComparison {
        static final double MOST_UNITS = 0x1p53;

        @Override
        public Reading<List<String>> tokens(String text) {
            if (text.isEmpty()) {
                return new Reading.Present<>(List.of());
            }
            Optional<BigInteger> number = PythonNumber.scaled(text, decimals);
            return number.isEmpty()
                    ? new Reading.Faulty<>("is not a number")
                    : new Reading.Present<>(
                            neighbours(onGrid(number.get().multiply(BigInteger.valueOf(2L * resolution)))));
        }

        /** The nearest multiple of the interval, the upper of two. */
        private BigInteger onGrid(BigInteger number) {
            BigInteger residue = number.mod(interval);
            boolean down = residue.shiftLeft(1).compareTo(interval) < 0;
            return number.subtract(residue).add(down ? BigInteger.ZERO : interval);
        }

        private List<String> neighbours(BigInteger middle) {
            List<String> tokens = new ArrayList<>();
            for (int i = -resolution; i <= resolution; i++) {
                tokens.add(middle.add(interval.multiply(BigInteger.valueOf(i))).toString());
            }
            return tokens;
        }
    }
}
