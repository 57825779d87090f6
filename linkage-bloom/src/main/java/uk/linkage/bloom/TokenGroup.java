package uk.linkage.bloom;

import java.util.List;

/**
 * Tokens that come together, such as those of one name under one view's key: what is worked out for them once is good for
 * every record that has the name. An encoder may leave its working here. Equal tokens, equal bits; it never prints.
 *
 * <pre>{@code
 * TokenGroup smith = new TokenGroup(List.of(token, another));
 * tokens.add(smith);
 * }</pre>
 */
public final class TokenGroup {
    private final List<KeyedToken> tokens;
    private Note note = new Note(null, new long[0]);

    /** @param tokens copied */
    public TokenGroup(List<KeyedToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Whose working, and what: of final fields, so that another thread sees all of it or none. */
    private record Note(Object encoder, long[] words) {}

    /** The tokens, in the order given. */
    public List<KeyedToken> tokens() {
        return tokens;
    }

    /** Whether this encoder, and no other since, left its working. */
    public boolean isNotedBy(Object encoder) {
        return note.encoder == encoder;
    }

    /** What the last encoder left: the array itself, not to be changed. */
    public long[] noted() {
        return note.words;
    }

    /** Leaves an encoder's working, over that of another. */
    public void note(Object encoder, long[] words) {
        note = new Note(encoder, words);
    }

    @Override
    public String toString() {
        return "TokenGroup[" + tokens.size() + "]";
    }
}
