package uk.linkage.hub.resolve;

/**
 * Says of two records that they cannot be one person, whatever joins them: for example that both carry a valid and different person
 * number.
 *
 * <pre>{@code
 * Veto differentNumbers = (left, right) -> number[left] != 0 && number[right] != 0 && number[left] != number[right];
 * }</pre>
 *
 * <p>Asked with {@code left < right}, as often as needed, so it must answer the same each time.
 */
@FunctionalInterface
public interface Veto {
    boolean forbids(int left, int right);

    /** Forbids nothing. */
    static Veto none() {
        return (left, right) -> false;
    }
}
