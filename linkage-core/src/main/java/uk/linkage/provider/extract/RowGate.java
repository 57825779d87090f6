package uk.linkage.provider.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.linkage.provider.person.NhsNumber;

/**
 * Lets those rows through that may be encoded: people who opted out go first and are only counted; then rows that cannot
 * be used are told to the {@link Rejects}. A worker: one thread.
 *
 * <pre>{@code
 * rows.filter(new RowGate(extract, columns, optOuts, rejects)::admits)
 * }</pre>
 */
public final class RowGate {
    private static final int LONGEST_ID = 200;
    private static final int LOOKED_AT = 200;
    private static final int NHS_NUMBER = 10;

    private final ExtractSource extract;
    private final Columns columns;
    private final OptOuts optOuts;
    private final Rejects rejects;
    private final LocalIds localIds;
    private long read;
    private long optedOut;
    private long admitted;
    private long numbersAsIds;

    /**
     * A gate for the rows of one extract.
     *
     * @throws OptOutFault where the opt-outs cannot be applied to it
     */
    public RowGate(ExtractSource extract, Columns columns, OptOuts optOuts, Rejects rejects) {
        this(extract, columns, optOuts, rejects, LocalIds.MOST);
    }

    /** @param idsAtATime how many local ids to hold in memory */
    RowGate(ExtractSource extract, Columns columns, OptOuts optOuts, Rejects rejects, int idsAtATime) {
        optOuts.requireApplicable(extract, columns);
        this.extract = extract;
        this.columns = columns;
        this.optOuts = optOuts;
        this.rejects = rejects;
        this.localIds = LocalIds.of(extract, columns::localId, this::hasOwnId, idsAtATime);
    }

    /**
     * Whether a row goes on.
     *
     * @throws ExtractFault where the local ids turn out to be NHS Numbers
     */
    public boolean admits(Row row) {
        read++;
        if (row.cells().size() != extract.header().size()) {
            return reject(
                    row,
                    "has " + row.cells().size() + " values, the header has "
                            + extract.header().size());
        }
        if (!isAllowed(row)) {
            optedOut++;
            return false;
        }
        return hasGoodId(row);
    }

    /**
     * To be called when all rows have come.
     *
     * @throws ExtractFault where the local ids of a short extract turn out to be NHS Numbers
     */
    public void end() {
        refuse(numbersAsIds > 1 && numbersAsIds * 2 > Math.min(admitted, LOOKED_AT));
    }

    /** Rows that came to the gate. */
    public long read() {
        return read;
    }

    /** Rows removed because the person opted out. */
    public long optedOut() {
        return optedOut;
    }

    /** Numbers are looked up only where somebody is listed. */
    private boolean isAllowed(Row row) {
        return optOuts.size() == 0 || optOuts.allows(columns.localId(row), numbers(row));
    }

    private boolean hasGoodId(Row row) {
        String id = columns.localId(row);
        if (id.isBlank()) {
            return reject(row, "has no local_id");
        }
        if (!isShortLine(id)) {
            return reject(row, "has a local_id of over 200 bytes or with control characters");
        }
        Optional<NhsNumber> number = number(id);
        countNhsNumbers(number);
        if (isAmongNumbers(number, row)) {
            return reject(row, "has the person's NHS Number for a local_id");
        }
        if (!localIds.isNew(row)) {
            return reject(row, "repeats a local_id of an earlier line");
        }
        admitted++;
        return true;
    }

    /** Whether a row has all that {@link #admits} asks of it but for an id that no earlier row has. */
    private boolean hasOwnId(Row row) {
        if (row.cells().size() != extract.header().size()) {
            return false;
        }
        String id = columns.localId(row);
        return isAllowed(row) && !id.isBlank() && isShortLine(id) && !isAmongNumbers(number(id), row);
    }

    private List<String> numbers(Row row) {
        return columns.nhsNumbers().stream().map(column -> column.text(row)).toList();
    }

    private static boolean isShortLine(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return false;
            }
        }
        return id.length() * 3L <= LONGEST_ID || id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID;
    }

    /** A local id comes back from the hub as it is, so it must not be an identity. */
    private void countNhsNumbers(Optional<NhsNumber> id) {
        if (admitted < LOOKED_AT && id.isPresent()) {
            numbersAsIds++;
        }
        refuse(numbersAsIds > 3 && numbersAsIds > admitted / 2);
    }

    /** A shorter text is none, as most references are. */
    private static Optional<NhsNumber> number(String id) {
        return id.length() < NHS_NUMBER ? Optional.empty() : NhsNumber.parse(id);
    }

    private boolean isAmongNumbers(Optional<NhsNumber> id, Row row) {
        return id.isPresent() && numbers(row).stream().map(NhsNumber::parse).anyMatch(id::equals);
    }

    private void refuse(boolean identities) {
        if (identities) {
            throw new ExtractFault(
                    extract.name(),
                    "local_id holds NHS Numbers, which may not leave the provider",
                    "give the rows a reference of their own and map it: --map local_id=COLUMN");
        }
    }

    private boolean reject(Row row, String rule) {
        rejects.row(row.line(), rule);
        return false;
    }
}
