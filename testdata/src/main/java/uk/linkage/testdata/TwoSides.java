package uk.linkage.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A hospital and a GP federation that hold just as many records as asked, and just as many people in common: for
 * measurements, where sizes must be round. In all else they are those of {@link Synthetic}.
 *
 * <p>Who is known to which side is drawn by lot, household members each for themselves, and there is nobody whom neither knows. The same numbers
 * and seed give the same bytes. One {@code int} for each person is held.
 *
 * <pre>{@code
 * Written written = new TwoSides(100_000, 75_000, 2026).writeTo(Path.of("sides"));
 * written.extracts();     // hospital.csv, gp.csv, 100,000 rows each
 * written.truth();        // truth.csv, in which 75,000 people come twice
 * }</pre>
 *
 * <p>Errors: {@link IllegalArgumentException} where records is not between 1 and {@link #MOST_RECORDS} or shared not between 0 and
 * records. Writing is all or nothing.
 */
public final class TwoSides {
    /** As many as the hospital's local ids allow, whatever the two sides share. */
    public static final int MOST_RECORDS = 12_000_000;

    private final int records;
    private final int shared;
    private final long seed;

    /**
     * @param records on each side
     * @param shared people known to both
     * @param seed where chance comes from
     */
    public TwoSides(int records, int shared, long seed) {
        if (records < 1 || records > MOST_RECORDS) {
            throw new IllegalArgumentException("records (" + records + ") must be between 1 and " + MOST_RECORDS);
        }
        if (shared < 0 || shared > records) {
            throw new IllegalArgumentException("shared (" + shared + ") must be between 0 and " + records);
        }
        this.records = records;
        this.shared = shared;
        this.seed = seed;
    }

    /** How many people there are in all. */
    public int people() {
        return 2 * records - shared;
    }

    /** Writes two extracts, the truth, the labels, the slips and a page about them into a directory, which is made if it is not there. */
    public Written writeTo(Path directory) throws IOException {
        try (var staging = new Staging(directory)) {
            List<Extract> extracts = extracts(directory, staging);
            Files.writeString(staging.part(Written.README), About.twoSides(people(), seed, extracts, shared));
            staging.publish();
            return Written.in(directory, extracts);
        }
    }

    private List<Extract> extracts(Path directory, Staging staging) throws IOException {
        var population = new Population(people(), new Seed(seed));
        var extracts = new ArrayList<Extract>();
        new Labels(population, new Seed(seed)).write(staging.part(Written.LABELS), labelled -> {});
        try (var ledger = new Ledger(staging)) {
            for (Provider provider : List.of(Provider.HOSPITAL, Provider.GP)) {
                String name = provider.label() + ".csv";
                var desk = new Desk(provider, population, new Seed(seed), circle(provider));
                int rows = desk.write(staging.part(name), ledger, seen -> {});
                extracts.add(new Extract(provider.label(), directory.resolve(name), rows));
            }
        }
        return extracts;
    }

    private Circle circle(Provider provider) {
        var tickets = new Permutation(people(), new Seed(seed).branch("lot"));
        return new Circle.ByLot(tickets, provider == Provider.HOSPITAL ? 0 : records - shared, records);
    }
}
