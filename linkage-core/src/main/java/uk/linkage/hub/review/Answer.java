package uk.linkage.hub.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people say of a pair whose records they looked at. */
public enum Answer {
    /** Both records are one person's. */
    MATCH("match"),
    /** They are two people's. */
    NO_MATCH("no match"),
    /** It cannot be told. */
    UNSURE("unsure");

    private final String text;

    Answer(String text) {
        this.text = text;
    }

    /** As it is written in files. */
    public String text() {
        return text;
    }

    /** Reads it in any case, blanks around it or not. */
    static Optional<Answer> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(answer -> answer.text.equals(plain)).findFirst();
    }
}
