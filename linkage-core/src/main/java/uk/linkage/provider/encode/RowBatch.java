package uk.linkage.provider.encode;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.SealedRecords;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Rejects.Fault;
import uk.linkage.provider.extract.Repeats.Mark;
import uk.linkage.provider.extract.Row;

/**
 * Some rows that follow each other, and what comes of them: their records, the marks of their people, and all faults among
 * them in the order of the lines, those of rows that were left out too. Filled anew when it is {@link #clear cleared}.
 * Never prints its content. One thread at a time.
 */
public final class RowBatch {
    /** Rows of a full batch, left out or not: their records are a quarter of a mebibyte, which a processor keeps near. */
    static final int ROWS = 256;

    private final List<Row> rows = new ArrayList<>(ROWS);
    private final List<Placed> leftOut = new ArrayList<>();
    private final List<Placed> faulty = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>(ROWS);
    private final SealedRecords records;

    /** @param place how many rows of the batch stand before it, that with the faulty value not counted */
    private record Placed(int place, Fault fault) {}

    RowBatch(Agreement agreement) {
        this.records = new SealedRecords(agreement);
    }

    /** The records of the rows, in their order. */
    public SealedRecords records() {
        return records;
    }

    /** The marks of those people that have one, in their order. */
    public List<Mark> marks() {
        return marks;
    }

    /** Tells all faults as if the rows had been gone through one by one. */
    public void tell(Rejects rejects) {
        int next = 0;
        for (Placed value : faulty) {
            while (next < leftOut.size() && leftOut.get(next).place() <= value.place()) {
                tellRow(leftOut.get(next++).fault(), rejects);
            }
            rejects.value(
                    value.fault().line(), value.fault().field(), value.fault().rule());
        }
        leftOut.subList(next, leftOut.size()).forEach(row -> tellRow(row.fault(), rejects));
    }

    private static void tellRow(Fault row, Rejects rejects) {
        rejects.row(row.line(), row.rule());
    }

    List<Row> rows() {
        return rows;
    }

    boolean isFull() {
        return rows.size() + leftOut.size() >= ROWS;
    }

    boolean isEmpty() {
        return rows.isEmpty() && leftOut.isEmpty();
    }

    void add(Row row) {
        rows.add(row);
    }

    /** A row that is not among the rows, since it cannot be used. */
    void leaveOut(Fault fault) {
        leftOut.add(new Placed(rows.size(), fault));
    }

    /** A value of the row at that place counts as missing. */
    void faulty(int place, Fault fault) {
        faulty.add(new Placed(place, fault));
    }

    void mark(Mark mark) {
        marks.add(mark);
    }

    void clear() {
        rows.clear();
        leftOut.clear();
        faulty.clear();
        marks.clear();
        records.clear();
    }

    @Override
    public String toString() {
        return "RowBatch[" + rows.size() + "]";
    }
}
