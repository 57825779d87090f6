package uk.linkage.bloom.harden;

import uk.linkage.bloom.TokenSet;

/**
 * Makes the codes of one view from its tokens, record after record. A worker: one thread, its own scratch and memory.
 *
 * <pre>{@code
 * CodeEncoder encoder = hardening.keyed(seed, 1024).encoder(new BloomShape(1024));
 * long[] code = new long[16];
 * encoder.encode(tokens, code, 0);
 * }</pre>
 */
public interface CodeEncoder {
    /** Puts the code of these tokens, 64 bits a word, into {@code code} from {@code at} on, over what was there. */
    void encode(TokenSet tokens, long[] code, int at);
}
