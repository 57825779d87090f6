package uk.linkage.testdata;

/** The check of an NHS Number, written a second time so that the tests do not trust the code they test. */
final class Modulus11 {
    private Modulus11() {}

    static boolean passes(String number) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (number.charAt(i) - '0');
        }
        return number.length() == 10 && sum % 11 == 0;
    }
}
