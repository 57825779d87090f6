package uk.linkage.provider.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.InvalidAgreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.BirthRange;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;

/**
 * Reads a row as a person: each field's cells by the rules of its kind. A value at fault counts as missing and is told
 * to the {@link Rejects}; it never stops the others. A worker: one thread.
 *
 * <pre>{@code
 * Normaliser normaliser = new Normaliser(agreement, columns, LocalDate.now(), rejects);
 * rows.map(normaliser::person)
 * }</pre>
 */
public final class Normaliser {
    /** The version of the rules that this code follows. */
    public static final String VERSION = Profile2026.NORMALISER;

    private final List<Field> fields;
    private final List<FieldReader> readers;
    private final Columns columns;
    private final Rejects rejects;

    /**
     * @param today no birth is later
     * @throws InvalidAgreement where it asks for other rules
     */
    public Normaliser(Agreement agreement, Columns columns, LocalDate today, Rejects rejects) {
        if (!agreement.normaliser().equals(VERSION)) {
            throw new InvalidAgreement(
                    "the agreement",
                    List.of("normaliser: is " + agreement.normaliser() + ", and this version follows " + VERSION));
        }
        BirthRange births = new BirthRange(agreement.bounds().earliestBirth(), today);
        this.fields = agreement.fields();
        this.readers = IntStream.range(0, fields.size())
                .mapToObj(i -> new FieldReader(fields.get(i), columns.fields().get(i), births))
                .toList();
        this.columns = columns;
        this.rejects = rejects;
    }

    /** The person of a row. */
    public Person person(Row row) {
        List<Optional<PersonValue>> values = new ArrayList<>(readers.size());
        for (int i = 0; i < readers.size(); i++) {
            Found found = readers.get(i).read(row);
            if (found.fault().isPresent()) {
                rejects.value(row.line(), fields.get(i).name(), found.fault().get());
            }
            values.add(found.value());
        }
        return new Person(columns.localId(row), values);
    }
}
