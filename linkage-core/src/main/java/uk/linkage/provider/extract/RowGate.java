package uk.linkage.provider.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.person.NhsNumber;

/**
 * Lets those rows through that may be encoded: people who opted out go first and are only counted; then rows that cannot
 * be used are told to the {@link Rejects}. A worker: one thread.
 *
 * <pre>{@code
 * rows.filter(new RowGate(extract, columns, fields, optOuts, rejects)::admits)
 * }</pre>
 */
public final class RowGate {
    private static final int LONGEST_ID = 200;
    private static final int LOOKED_AT = 200;

    private final ExtractSource extract;
    private final Columns columns;
    private final List<Integer> nhsNumbers;
    private final OptOuts optOuts;
    private final Rejects rejects;
    private final HashSet128 seen = new HashSet128();
    private long read;
    private long optedOut;
    private long numbersAsIds;

    /** A gate for the rows of one extract. */
    public RowGate(ExtractSource extract, Columns columns, List<Field> fields, OptOuts optOuts, Rejects rejects) {
        this.extract = extract;
        this.columns = columns;
        this.nhsNumbers = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).kind() == FieldKind.NHS_NUMBER)
                .boxed()
                .toList();
        this.optOuts = optOuts;
        this.rejects = rejects;
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
        if (!optOuts.allows(row.cell(columns.localId()), nhsNumber(row))) {
            optedOut++;
            return false;
        }
        return hasGoodId(row);
    }

    /** Rows that came to the gate. */
    public long read() {
        return read;
    }

    /** Rows removed because the person opted out. */
    public long optedOut() {
        return optedOut;
    }

    private boolean hasGoodId(Row row) {
        String id = row.cell(columns.localId());
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        if (id.isBlank()) {
            return reject(row, "has no local_id");
        }
        if (bytes.length > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            return reject(row, "has a local_id of over 200 bytes or with control characters");
        }
        refuseNhsNumbers(id);
        long[] hash = MurmurHash3.hash128x64(bytes);
        return seen.add(hash[0], hash[1]) || reject(row, "repeats a local_id of an earlier line");
    }

    /** A local id comes back from the hub as it is, so it must not be an identity. */
    private void refuseNhsNumbers(String id) {
        if (seen.size() < LOOKED_AT && NhsNumber.parse(id).isPresent()) {
            numbersAsIds++;
        }
        if (numbersAsIds > 3 && numbersAsIds > seen.size() / 2) {
            throw new ExtractFault(
                    extract.name(),
                    "local_id holds NHS Numbers, which may not leave the provider",
                    "give the rows a reference of their own and map it: --map local_id=COLUMN");
        }
    }

    private String nhsNumber(Row row) {
        for (int field : nhsNumbers) {
            if (columns.fields().get(field) instanceof Columns.Joined joined) {
                return joined.text(row);
            }
        }
        return "";
    }

    private boolean reject(Row row, String rule) {
        rejects.row(row.line(), rule);
        return false;
    }
}
