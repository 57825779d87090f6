package uk.linkage.bloom;

import java.util.List;

/**
 * Tokens that come together, such as those of one name under one view's key: what is worked out for them once is good for
 * every record that has the name. An encoder may leave its working here, so a group belongs to one thread. It never prints.
 *
 * <pre>{@code
 * TokenGroup smith = new TokenGroup(List.of(token, another));
 * tokens.add(smith);
 * }</pre>
 */
public final class TokenGroup {
    private static final long[] NOTHING = {};

    private final List<KeyedToken> tokens;
    private Object encoder;
    private long[] words = NOTHING;

    /** @param tokens copied */
    public TokenGroup(List<KeyedToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** The tokens, in the order given. */
    public List<KeyedToken> tokens() {
        return tokens;
    }

    /** Whether this encoder, and no other since, left its working. */
    public boolean isNotedBy(Object asking) {
        return encoder == asking;
    }

    /** What the last encoder left: the array itself, not to be changed. */
    public long[] noted() {
        return words;
    }

    /** Leaves an encoder's working, over that of another. */
    public void note(Object by, long[] working) {
        encoder = by;
        words = working;
    }

    @Override
    public String toString() {
        return "TokenGroup[" + tokens.size() + "]";
    }
}
