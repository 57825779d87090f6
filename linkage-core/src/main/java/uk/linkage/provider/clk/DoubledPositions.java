package uk.linkage.provider.clk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.BitSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Positions by double hashing: a start by HMAC-SHA-1, a step by HMAC-MD5, both modulo the filter's bits. */
final class DoubledPositions implements ClkPositions {
    private final Mac start;
    private final Mac step;
    private final int filterBits;
    private final boolean preventSingularity;
    private final TokenMemo memo = new TokenMemo();

    DoubledPositions(byte[] startKey, byte[] stepKey, int filterBits, boolean preventSingularity) {
        this.start = mac("HmacSHA1", startKey);
        this.step = mac("HmacMD5", stepKey);
        this.filterBits = filterBits;
        this.preventSingularity = preventSingularity;
    }

    @Override
    public void set(String token, ClkText encoding, int times, BitSet filter) {
        int[] startAndStep = memo.of(token, 2, text -> startAndStep(encoding.bytes(text)));
        int position = startAndStep[0];
        for (int i = 0; i < times; i++) {
            filter.set(position);
            position += startAndStep[1];
            position -= position >= filterBits ? filterBits : 0;
        }
    }

    private int[] startAndStep(byte[] token) {
        int step = modulo(this.step.doFinal(token));
        for (int i = 0; preventSingularity && step == 0; i++) {
            this.step.update(token);
            step = modulo(this.step.doFinal(Character.toString(i).getBytes(StandardCharsets.UTF_8)));
        }
        return new int[] {modulo(start.doFinal(token)), step};
    }

    /** The digest as one big-endian number, modulo the filter's bits. */
    private int modulo(byte[] digest) {
        long rest = 0;
        for (byte b : digest) {
            rest = (rest << 8 | Byte.toUnsignedInt(b)) % filterBits;
        }
        return (int) rest;
    }

    private static Mac mac(String name, byte[] key) {
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " is not there in this Java", e);
        }
    }
}
