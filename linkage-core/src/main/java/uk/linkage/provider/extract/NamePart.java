package uk.linkage.provider.extract;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import uk.linkage.provider.person.FullName;

/** What is taken of a whole name: {@code surname=NAME:SURNAME}. */
public enum NamePart {
    /** The first forename. */
    FORENAME("FORENAME", FullName::forename),
    /** The other forenames. */
    MIDDLE_NAME("MIDDLE", FullName::middleName),
    /** The surname. */
    SURNAME("SURNAME", FullName::surname);

    private final String label;
    private final Function<FullName, String> part;

    NamePart(String label, Function<FullName, String> part) {
        this.label = label;
        this.part = part;
    }

    /** How it is written behind a column. */
    String label() {
        return label;
    }

    String of(FullName name) {
        return part.apply(name);
    }

    /** The part that is written so, in either case. */
    static Optional<NamePart> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equalsIgnoreCase(label.strip()))
                .findFirst();
    }
}
