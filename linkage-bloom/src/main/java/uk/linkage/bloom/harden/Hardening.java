package uk.linkage.bloom.harden;

import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.Encoding;

/**
 * A way to make a filter say less. Policy: immutable and without a key; {@link #keyed} makes the worker.
 *
 * <p>Balancing, Rule 90, keys per field and light bit flips are not in this family because graph matching undoes each
 * of them (Schaefer, Armknecht and Heng, ACSAC 2024).
 *
 * <pre>{@code
 * Hardening hardening = new Diffusion(1024, 10);
 * Encoding code = hardening.keyed(seed, 1024).apply(filter);
 * }</pre>
 */
public sealed interface Hardening permits Diffusion {

    /** Length of the code in bits. */
    int outputBits();

    /**
     * The hardening under a key.
     *
     * @param seed 32 secret bytes, the same for all who are to be compared
     * @param inputBits length of the filters
     */
    Keyed keyed(byte[] seed, int inputBits);

    /** A hardening under a key: deterministic, stateless and safe to share. */
    interface Keyed {
        /** The code of a filter. */
        Encoding apply(Encoding filter);

        /** A worker that makes codes of tokens: the filter first, then its code. */
        default CodeEncoder encoder(BloomShape shape) {
            return new FilterThenCode(shape, this);
        }
    }
}
