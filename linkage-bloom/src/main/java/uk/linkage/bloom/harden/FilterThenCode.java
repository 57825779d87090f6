package uk.linkage.bloom.harden;

import uk.linkage.bloom.BloomEncoder;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.TokenSet;

/** The definition of a code, good for every hardening: the filter of the tokens, and what the hardening makes of it. */
final class FilterThenCode implements CodeEncoder {
    private final BloomEncoder filters;
    private final Hardening.Keyed hardening;

    FilterThenCode(BloomShape shape, Hardening.Keyed hardening) {
        this.filters = shape.newEncoder();
        this.hardening = hardening;
    }

    @Override
    public void encode(TokenSet tokens, long[] code, int at) {
        hardening.apply(filters.encode(tokens)).copyTo(code, at);
    }
}
