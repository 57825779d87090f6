package uk.linkage.testdata;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One provider at work: sees everyone in its own order, keys in those it knows, and tells the ledger who they are and what is wrong.
 *
 * <p>The order of rows and the local ids are shuffles of their own, so neither says anything of a person or of the
 * other providers.
 */
final class Desk {
    private final Provider provider;
    private final Population population;
    private final Clerk clerk;
    private final Circle circle;
    private final Seed entries;
    private final Permutation order;
    private final Permutation localIds;

    Desk(Provider provider, Population population, Seed seed) {
        this(provider, population, seed, new Circle.ByRate(new Clerk(provider)));
    }

    Desk(Provider provider, Population population, Seed seed, Circle circle) {
        this.provider = provider;
        this.population = population;
        this.circle = circle;
        clerk = new Clerk(provider);
        Seed own = seed.branch(provider.label());
        entries = own.branch("entry");
        order = new Permutation(population.people(), own.branch("order"));
        localIds = new Permutation(provider.layout().localIds(), own.branch("local id"));
    }

    /** Writes the extract to a file; returns the number of rows. */
    int write(Path file, Ledger ledger) throws IOException {
        try (var extract = new CsvFile(file, provider.layout().header())) {
            return write(extract, ledger);
        }
    }

    private int write(CsvFile extract, Ledger ledger) throws IOException {
        int rows = 0;
        for (int turn = 0; turn < population.people(); turn++) {
            int person = (int) order.at(turn);
            Resident resident = population.resident(person);
            SplitMix64 dice = entries.at(person);
            if (circle.holds(resident, dice)) {
                write(person, clerk.entry(resident, dice), extract, ledger);
                rows++;
            }
        }
        return rows;
    }

    private void write(int person, Entry entry, CsvFile extract, Ledger ledger) throws IOException {
        String localId = localId(person);
        extract.write(provider.layout().row(localId, entry));
        ledger.enter(provider.label(), localId, person, entry);
    }

    String localId(int person) {
        return provider.layout().localId(localIds.at(person));
    }
}
