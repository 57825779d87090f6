package uk.linkage.bloom;

/**
 * The shape of a Bloom filter (Bloom 1970; for record linkage Schnell, Bachteler and Reiher 2009): its length in bits.
 * How many bits a token sets is the token's own budget, so that fields can weigh differently (Durham et al. 2014).
 *
 * <p>A plain filter is not safe to give away: see {@link uk.linkage.bloom.harden.Hardening}.
 *
 * <pre>{@code
 * BloomShape shape = new BloomShape(1024);
 * BloomEncoder encoder = shape.newEncoder();
 * }</pre>
 *
 * @param bits length, a multiple of 64 from 64 to 65536
 */
public record BloomShape(int bits) {
    /** @throws IllegalArgumentException where the length is out of bounds */
    public BloomShape {
        if (bits < 64 || bits > BitStream.MAX_BOUND || bits % 64 != 0) {
            throw new IllegalArgumentException("bits (" + bits + ") must be a multiple of 64 from 64 to 65536");
        }
    }

    /** A worker that owns its scratch and belongs to one thread. */
    public BloomEncoder newEncoder() {
        return new BloomEncoder(this);
    }

    /** Words of 64 bits. */
    public int words() {
        return bits / 64;
    }
}
