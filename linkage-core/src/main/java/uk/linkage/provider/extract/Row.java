package uk.linkage.provider.extract;

import java.util.List;

/**
 * One row of an extract: where it stands and its cells as text. Never prints a cell.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param cells as many as the header has, unless the row is ragged
 */
public record Row(long line, List<String> cells) {
    /** The cell of a column. */
    public String cell(int column) {
        return cells.get(column);
    }

    @Override
    public String toString() {
        return "Row[line " + line + "]";
    }
}
