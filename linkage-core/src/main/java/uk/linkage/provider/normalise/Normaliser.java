package uk.linkage.provider.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.InvalidAgreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.Joined;
import uk.linkage.provider.extract.Columns.NotHeld;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.BirthRange;
import uk.linkage.provider.person.ChiNumber;
import uk.linkage.provider.person.CodeText;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.PlainText;
import uk.linkage.provider.person.Postcode;
import uk.linkage.provider.person.Reading;
import uk.linkage.provider.person.Sex;

/**
 * Reads a row as a person: each field's cells by the rules of its kind. A value at fault counts as missing and is told
 * to the {@link Rejects}; it never stops the others.
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
    private final Columns columns;
    private final BirthRange births;
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
        this.fields = agreement.fields();
        this.columns = columns;
        this.births = new BirthRange(agreement.bounds().earliestBirth(), today);
        this.rejects = rejects;
    }

    /** The person of a row. */
    public Person person(Row row) {
        List<Optional<PersonValue>> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            values.add(value(row, fields.get(i), columns.fields().get(i)));
        }
        return new Person(row.cell(columns.localId()), values);
    }

    private Optional<PersonValue> value(Row row, Field field, Columns.Source source) {
        Reading<? extends PersonValue> reading = read(row, field, source);
        if (reading instanceof Reading.Faulty<?> faulty) {
            rejects.value(row.line(), field.name(), faulty.rule());
        }
        return reading.value().map(value -> value);
    }

    private Reading<? extends PersonValue> read(Row row, Field field, Columns.Source source) {
        if (source instanceof NotHeld) {
            return new Reading.Missing<PersonValue>("not held");
        }
        if (source instanceof WholeDate date) {
            return BirthDate.read(row.cell(date.column()), date.form(), births);
        }
        if (source instanceof DateInParts parts) {
            return BirthDate.ofParts(cell(row, parts.year()), cell(row, parts.month()), cell(row, parts.day()), births);
        }
        return read(((Joined) source).text(row), field);
    }

    private static Reading<? extends PersonValue> read(String text, Field field) {
        return switch (field.kind()) {
            case NHS_NUMBER -> NhsNumber.read(text);
            case CHI_NUMBER -> ChiNumber.read(text);
            case FORENAME, MIDDLE_NAME -> PersonName.readForename(text);
            case SURNAME -> PersonName.readSurname(text);
            case SEX -> Sex.read(text);
            case POSTCODE -> Postcode.read(text);
            case TEXT -> PlainText.read(text);
            case CODE, IDENTIFIER -> CodeText.read(text);
            case BIRTH_DATE -> throw new IllegalArgumentException("a date of birth is mapped with its form");
        };
    }

    private static String cell(Row row, Optional<Integer> column) {
        return column.map(row::cell).orElse("");
    }
}
