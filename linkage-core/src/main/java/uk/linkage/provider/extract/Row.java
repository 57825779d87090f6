package uk.linkage.provider.extract;

import java.util.List;
import java.util.Locale;

/**
 * One row of an extract: where it stands and its cells as text. Never prints a cell.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param number which row it is, the first after the header being 1
 * @param cells as many as the header has, unless the row is ragged
 */
public record Row(long line, long number, List<String> cells) {
    /** A row of an extract without lines before it or breaks in its cells. */
    public Row(long line, List<String> cells) {
        this(line, line - 1, cells);
    }

    /** A local id for a row of an extract that has none: {@code row-000001}. */
    public String numberAsId() {
        return String.format(Locale.ROOT, "row-%06d", number);
    }

    /** The cell of a column. */
    public String cell(int column) {
        return cells.get(column);
    }

    @Override
    public String toString() {
        return "Row[line " + line + "]";
    }
}
