package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class RandomnessTest {

    @Test
    void aTypedTextIsRefused() {
        for (String text : new String[] {
            "correct horse battery staple 2026", "0123456789abcdef0123456789abcdef", "kV9#xQ2!pL7$zR4%tN8^wB3&yM6*cF1("
        }) {
            assertThat(Randomness.fault(text.substring(0, 32).getBytes(StandardCharsets.US_ASCII)))
                    .contains("is a text somebody typed, not random bytes");
        }
    }

    @Test
    void countedBytesAreRefused() {
        for (int step = 0; step < 256; step++) {
            int by = step;
            assertThat(Randomness.fault(bytes(i -> 200 + i * by)))
                    .as("step %d", step)
                    .contains("is bytes that were counted, not random ones");
        }
    }

    @Test
    void theSameBytesOverAgainAreRefused() {
        for (int period = 2; period <= 16; period++) {
            byte[] start = new byte[period];
            new Random(period).nextBytes(start);
            start[0] = (byte) 0x80;
            int after = period;
            assertThat(Randomness.fault(bytes(i -> start[i % after])))
                    .as("period %d", period)
                    .contains("is the same bytes over again, not random ones");
        }
    }

    @Test
    void bytesOfTooFewValuesAreRefusedAndNotThoseOfOneMore() {
        byte[] base = HexFormat.of().parseHex("9c03e1776a50bd28f4158ed93f62ab0cc7fe814b");
        assertThat(Randomness.fault(bytes(i -> base[i < 17 ? i : (i * 5 + i / 3) % 17])))
                .contains("has too few different bytes to be random");
        assertThat(Randomness.fault(bytes(i -> base[i < 18 ? i : (i * 5 + i / 3) % 18])))
                .isEmpty();
    }

    @Test
    void randomBytesPass() {
        Random random = new Random(2026);
        byte[] bytes = new byte[32];
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(bytes);
            assertThat(Randomness.fault(bytes)).isEmpty();
        }
    }

    /** The chance of at most 17 values among 32 random bytes, exactly: by the number of ways to hit k of 256 values. */
    @Test
    void theChanceToRefuseRandomBytesIsThatWhichIsStated() {
        BigInteger few = BigInteger.ZERO;
        for (int k = 1; k <= 17; k++) {
            few = few.add(partitions(32, k).multiply(falling(256, k)));
        }
        assertThat(log2(few, BigInteger.TWO.pow(256))).isBetween(-43.0, -42.9);
        assertThat(log2(BigInteger.valueOf(98).pow(32), BigInteger.TWO.pow(256)))
                .isBetween(-44.4, -44.3);
        BigInteger all = few.add(BigInteger.valueOf(98).pow(32)).add(BigInteger.TWO.pow(17 * 8));
        assertThat(log2(all, BigInteger.TWO.pow(256))).isLessThan(-42);
    }

    /** Stirling's number of the second kind. */
    private static BigInteger partitions(int n, int k) {
        BigInteger[] row = new BigInteger[k + 1];
        Arrays.fill(row, BigInteger.ZERO);
        row[0] = BigInteger.ONE;
        for (int i = 1; i <= n; i++) {
            for (int j = Math.min(i, k); j >= 1; j--) {
                row[j] = row[j].multiply(BigInteger.valueOf(j)).add(row[j - 1]);
            }
            row[0] = BigInteger.ZERO;
        }
        return row[k];
    }

    private static BigInteger falling(int n, int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(BigInteger.valueOf(n - i));
        }
        return product;
    }

    private static double log2(BigInteger part, BigInteger whole) {
        double ratio = new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
        return Math.log(ratio) / Math.log(2);
    }

    private static byte[] bytes(IntUnaryOperator at) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) at.applyAsInt(i);
        }
        return bytes;
    }
}
