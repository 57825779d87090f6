package uk.linkage.testdata;

/** The few letters with marks that our word lists hold, and how a system that lacks them writes them. */
final class Letters {
    private static final String MARKED = "ÁÂÉËÍÓĄĘŁŃŚŹŻ";
    private static final String PLAIN = "AAEEIOAELNSZZ";

    private Letters() {}

    static char plain(char letter) {
        int at = MARKED.indexOf(letter);
        return at < 0 ? letter : PLAIN.charAt(at);
    }

    static String plain(String capitals) {
        var plain = new StringBuilder(capitals);
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, plain(plain.charAt(i)));
        }
        return plain.toString();
    }

    /** A number that is not negative, with zeros before it up to so many digits. */
    static String digits(long number, int least) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    /** {@code O'NEILL-MCDONALD} as {@code O'Neill-McDonald}. */
    static String mixedCase(String capitals) {
        var mixed = new StringBuilder(capitals);
        int start = 0;
        for (int i = 0; i < mixed.length(); i++) {
            boolean scottish = i - start == 2 && capitals.startsWith("MC", start);
            if (i > start && !scottish) {
                mixed.setCharAt(i, Character.toLowerCase(capitals.charAt(i)));
            }
            if (" -'".indexOf(capitals.charAt(i)) >= 0) {
                start = i + 1;
            }
        }
        return mixed.toString();
    }
}
