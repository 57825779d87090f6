package uk.linkage.testdata;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The truth of every row as it is written: whose it is, and what is wrong with it.
 *
 * <pre>{@code
 * try (var ledger = new Ledger(staging)) {
 *     ledger.enter("gp", "48291370", 17, entry.slips());
 * }
 * }</pre>
 */
final class Ledger implements AutoCloseable {

    private final CsvFile truth;
    private final CsvFile slips;

    Ledger(Staging staging) throws IOException {
        truth = new CsvFile(staging.part(Written.TRUTH), List.of("provider", "local_id", "person"));
        slips = new CsvFile(staging.part(Written.SLIPS), List.of("provider", "local_id", "slips"));
    }

    /** Each row once; a row without a slip is in the truth alone. */
    void enter(String provider, String localId, int person, Set<Slip> wrong) throws IOException {
        truth.write(List.of(provider, localId, "P" + person));
        if (!wrong.isEmpty()) {
            slips.write(List.of(provider, localId, words(wrong)));
        }
    }

    private static String words(Set<Slip> wrong) {
        return wrong.stream().map(Slip::words).collect(Collectors.joining(";"));
    }

    @Override
    public void close() throws IOException {
        try (slips) {
            truth.close();
        }
    }
}
