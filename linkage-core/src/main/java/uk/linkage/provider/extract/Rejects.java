package uk.linkage.provider.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What could not be used, by line and rule, never by value: rows left out, and values that count as missing. The first
 * few are kept for messages; all go to a listener, such as a file.
 */
public final class Rejects {
    /** What stands for the field where a whole row is at fault. */
    public static final String ROW = "row";

    private static final int KEPT = 5;

    private final Consumer<Fault> listener;
    private final List<Fault> first = new ArrayList<>();
    private final Map<String, Long> valuesByField = new TreeMap<>();
    private final Map<String, Fault> firstByField = new TreeMap<>();
    private long rows;
    private long values;

    /** @param listener is told of every fault as it is found */
    public Rejects(Consumer<Fault> listener) {
        this.listener = listener;
    }

    /** A row is left out. */
    public void row(long line, String rule) {
        rows++;
        tell(new Fault(line, ROW, rule));
    }

    /** A value counts as missing. */
    public void value(long line, String field, String rule) {
        values++;
        valuesByField.merge(field, 1L, Long::sum);
        tell(new Fault(line, field, rule));
    }

    /** Rows left out. */
    public long rows() {
        return rows;
    }

    /** Values that count as missing. */
    public long values() {
        return values;
    }

    /** The same for one field. */
    public long values(String field) {
        return valuesByField.getOrDefault(field, 0L);
    }

    /** The first few. */
    public List<Fault> first() {
        return List.copyOf(first);
    }

    /** The first fault of a field, or of rows as a whole where the field is {@code row}. */
    public Optional<Fault> first(String field) {
        return Optional.ofNullable(firstByField.get(field));
    }

    private void tell(Fault fault) {
        firstByField.putIfAbsent(fault.field(), fault);
        if (first.size() < KEPT) {
            first.add(fault);
        }
        listener.accept(fault);
    }

    /**
     * One fault.
     *
     * @param line where
     * @param field which field, or {@code row}
     * @param rule what is wrong, as it ends the sentence {@code line 14: birth_date ...}
     */
    public record Fault(long line, String field, String rule) {
        /** {@code line 14: birth_date is in the future}. */
        public String text() {
            return "line " + line + ": " + (field.equals(ROW) ? "" : field + " ") + rule;
        }
    }
}
