package uk.linkage.provider.person;

import java.time.LocalDate;

/**
 * The days on which a person of an extract can have been born, both ends within.
 *
 * <pre>{@code
 * BirthRange range = BirthRange.since1895(extractedOn);
 * }</pre>
 *
 * @param earliest a birth before it is a fault
 * @param latest a birth after it is in the future, as seen from the extract
 */
public record BirthRange(LocalDate earliest, LocalDate latest) {
    public BirthRange {
        if (earliest.isAfter(latest)) {
            throw new IllegalArgumentException(
                    "earliest (%s) must not be after latest (%s)".formatted(earliest, latest));
        }
    }

    /** From 1 January 1895, before which nobody now living was born, to the day given. */
    public static BirthRange since1895(LocalDate latest) {
        return new BirthRange(LocalDate.of(1895, 1, 1), latest);
    }
}
