package uk.linkage.bloom.harden;

import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.Encoding;

/**
 * A way to make a filter say less. Policy: immutable and without a key; {@link #keyed} makes the worker. Several, one
 * after the other, are a {@link Chain}.
 *
 * <p>Each answers for itself: how long its code is, what it does to a filter, and how the <em>filter distance</em>, the
 * bits in which two filters differ, shows in the bits in which their codes differ. All distances are in bits.
 *
 * <p>Only {@link Diffusion} is known to resist graph matching. Balancing, Rule 90, separate keys for each field and light
 * bit flips are undone by it, and folding helps in toy sizes only (Schaefer, Armknecht and Heng, ACSAC 2024).
 *
 * <pre>{@code
 * Hardening hardening = new Diffusion(1024, 10);
 * Encoding code = hardening.keyed(seed, 1024).apply(filter);
 * double distance = hardening.filterDistance(code.differing(other), 1024);
 * }</pre>
 */
public sealed interface Hardening permits ParityHardening, Balancing, Permutation, RandomisedResponse {

    /**
     * Length of the code of a filter of {@code inputBits} bits, in bits.
     *
     * @throws IllegalArgumentException where filters of this length cannot be hardened so
     */
    int outputBits(int inputBits);

    /**
     * The hardening under a key.
     *
     * @param seed 32 secret bytes, the same for all who are to be compared
     * @param inputBits length of the filters
     */
    Keyed keyed(byte[] seed, int inputBits);

    /** How many code bits are expected to differ where {@code filterDistance} filter bits do. */
    double codeDistance(double filterDistance, int inputBits);

    /**
     * How many filter bits differ, estimated from how many code bits do: the inverse of {@link #codeDistance}.
     *
     * @param codeDistance code bits that differ
     * @param inputBits length of the filters
     * @return the estimate, from 0 to {@link #horizon}
     */
    double filterDistance(double codeDistance, int inputBits);

    /** Standard deviation of {@link #filterDistance} for a code distance that is seen as it is; in filter bits. */
    double filterDistanceDeviation(double codeDistance, int inputBits);

    /** How far {@link #filterDistance} moves for one more code bit that differs; in filter bits. */
    double slope(double codeDistance, int inputBits);

    /** The filter distance beyond which the codes of two filters look unrelated. */
    default double horizon(int inputBits) {
        return filterDistance(outputBits(inputBits), inputBits);
    }

    /** A hardening under a key: safe to share; deterministic and stateless, but for {@link RandomisedResponse}. */
    interface Keyed {
        /** The code of a filter. */
        Encoding apply(Encoding filter);

        /** A worker that makes codes of tokens: the filter first, then its code. */
        default CodeEncoder encoder(BloomShape shape) {
            return new FilterThenCode(shape, this);
        }
    }
}
