package uk.linkage.provider.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.linkage.provider.person.NhsNumber;

/**
 * Lets those rows through that may be encoded: people who are not to be in the study go first and are only counted; then rows that cannot
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
    private final OptOutGate optOuts;
    private final Rejects rejects;
    private final LocalIds localIds;
    private long read;
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
        this.extract = extract;
        this.columns = columns;
        this.optOuts = new OptOutGate(extract, columns, optOuts);
        this.rejects = rejects;
        this.localIds = LocalIds.of(extract, columns::localId, this::hasOwnId, idsAtATime);
    }

    /**
     * Whether a row goes on.
     *
     * @throws ExtractFault where the local ids turn out to be NHS Numbers
     * @throws OptOutFault where the row has a number that cannot be there by the reason for not checking opt-outs
     */
    public boolean admits(Row row) {
        read++;
        if (row.cells().size() != extract.header().size()) {
            return reject(
                    row,
                    "has " + row.cells().size() + " values, the header has "
                            + extract.header().size());
        }
        return optOuts.admits(row) && hasGoodId(row);
    }

    /**
     * To be called when all rows have come.
     *
     * @throws ExtractFault where the local ids of a short extract turn out to be NHS Numbers
     * @throws OptOutFault where the check file of the national opt-out turns out to be of other people
     */
    public void end() {
        optOuts.end();
        refuse(numbersAsIds > 1 && numbersAsIds * 2 > Math.min(admitted, LOOKED_AT));
    }

    /** Rows that came to the gate. */
    public long read() {
        return read;
    }

    /** Rows removed because of opt-outs, and rows that stay unchecked. */
    public OptOutCounts optOutCounts() {
        return optOuts.counts();
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
        return optOuts.wouldAdmit(row) && !id.isBlank() && isShortLine(id) && !isAmongNumbers(number(id), row);
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
        return id.isPresent()
                && columns.numbers(row).stream().map(NhsNumber::parse).anyMatch(id::equals);
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
