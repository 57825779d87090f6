package uk.linkage.provider.normalise;

import java.util.Optional;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.Columns.DateInParts;
import uk.linkage.provider.extract.Columns.NotHeld;
import uk.linkage.provider.extract.Columns.Text;
import uk.linkage.provider.extract.Columns.WholeDate;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.BirthRange;
import uk.linkage.provider.person.ChiNumber;
import uk.linkage.provider.person.CodeText;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.PlainText;
import uk.linkage.provider.person.Postcode;
import uk.linkage.provider.person.Reading;
import uk.linkage.provider.person.Recent;
import uk.linkage.provider.person.Sex;

/**
 * Reads one field of every row by the rules of its kind. What lately came of a name or a sex is remembered by its text,
 * since those repeat from row to row; a date or a place is read as fast as it would be found. One thread.
 */
final class FieldReader {
    private static final int PLACES = 1 << 13;
    private static final int LONGEST_TEXT = 64;

    private final FieldKind kind;
    private final Columns.Source source;
    private final BirthRange births;
    private final Recent<String, Found> recent;

    FieldReader(Field field, Columns.Source source, BirthRange births) {
        this.kind = field.kind();
        this.source = source;
        this.births = births;
        this.recent = new Recent<>(repeats() ? PLACES : 2, this::found);
    }

    Found read(Row row) {
        if (source instanceof NotHeld) {
            return Found.NOT_HELD;
        }
        if (source instanceof DateInParts parts) {
            return Found.of(BirthDate.ofParts(
                    cell(row, parts.year()), cell(row, parts.month()), cell(row, parts.day()), births));
        }
        String text = source instanceof WholeDate date ? row.cell(date.column()) : ((Text) source).text(row);
        return repeats() && text.length() <= LONGEST_TEXT ? recent.get(text) : found(text);
    }

    private boolean repeats() {
        return switch (kind) {
            case FORENAME, MIDDLE_NAME, SURNAME, SEX -> true;
            case NHS_NUMBER, CHI_NUMBER, CODE, IDENTIFIER, BIRTH_DATE, POSTCODE, TEXT -> false;
        };
    }

    private Found found(String text) {
        return Found.of(source instanceof WholeDate date ? BirthDate.read(text, date.form(), births) : read(text));
    }

    private Reading<? extends PersonValue> read(String text) {
        return switch (kind) {
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
