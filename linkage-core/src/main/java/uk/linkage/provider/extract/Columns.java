package uk.linkage.provider.extract;

import java.util.List;
import java.util.Optional;
import uk.linkage.provider.person.DateForm;
import uk.linkage.provider.person.FullName;

/**
 * Which columns of an extract make up which field. A field may be put together from several columns; a date of birth may
 * come in one column or in three, and names in one; a field may be said not to be held.
 *
 * @param localId column of the local id; {@link #NUMBERED} where rows are known by their number
 * @param fields for each field of the agreement, in its order
 * @param nhsNumbers columns of NHS Numbers, agreed on or not, by which people have opted out
 */
public record Columns(int localId, List<Source> fields, List<Joined> nhsNumbers) {
    /** Stands for a local id that is the row's number. */
    public static final int NUMBERED = -1;

    /** Copies the lists. */
    public Columns {
        fields = List.copyOf(fields);
        nhsNumbers = List.copyOf(nhsNumbers);
    }

    /** The local id of a row: what its column holds, or {@code row-000001} for the first. */
    public String localId(Row row) {
        return localId == NUMBERED ? row.numberAsId() : row.cell(localId);
    }

    /** What stands in a row for NHS Numbers. */
    public List<String> numbers(Row row) {
        return nhsNumbers.stream().map(column -> column.text(row)).toList();
    }

    /** Where a field's text comes from. */
    public sealed interface Source {}

    /** One that has a text in every row. */
    public sealed interface Text extends Source {
        /** The text in a row. */
        String text(Row row);
    }

    /** The provider does not hold this field: it is missing in every row. */
    public record NotHeld() implements Source {}

    /** Cells put together with a space between. */
    public record Joined(List<Integer> columns) implements Text {
        @Override
        public String text(Row row) {
            if (columns.size() == 1) {
                return row.cell(columns.get(0));
            }
            StringBuilder text = new StringBuilder();
            columns.forEach(column -> text.append(text.isEmpty() ? "" : " ").append(row.cell(column)));
            return text.toString().strip();
        }
    }

    /** A part of a name that is whole in one column. */
    public record PartOfName(int column, NamePart part) implements Text {
        @Override
        public String text(Row row) {
            return part.of(FullName.of(row.cell(column)));
        }
    }

    /** A date in one column, and the form it is written in. */
    public record WholeDate(int column, DateForm form) implements Source {}

    /** A date in up to three columns; a part that is not held is empty. */
    public record DateInParts(Optional<Integer> year, Optional<Integer> month, Optional<Integer> day)
            implements Source {}
}
