package uk.linkage.testdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * One provider at work: sees everyone in its own order, keys in those it knows, and tells the ledger who they are and what is wrong.
 *
 * <p>The order of rows and the local ids are shuffles of their own, so neither says anything of a person or of the
 * other providers.
 */
final class Desk {
    private static final int BATCH = 8_192;

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

    /**
     * Writes the extract to a file; returns the number of rows.
     *
     * @param seen is told of how many more people, known here or not
     */
    int write(Path file, Ledger ledger, LongConsumer seen) throws IOException {
        try (var extract = new CsvFile(file, provider.layout().header())) {
            return write(extract, ledger, seen);
        }
    }

    /** Batches are keyed in on all cores and written in order, so that the bytes do not depend on how many there are. */
    private int write(CsvFile extract, Ledger ledger, LongConsumer seen) throws IOException {
        int rows = 0;
        for (int turn = 0; turn < population.people(); turn += BATCH) {
            int end = Math.min(population.people(), turn + BATCH);
            List<Row> batch = IntStream.range(turn, end)
                    .parallel()
                    .mapToObj(this::row)
                    .flatMap(Optional::stream)
                    .toList();
            for (Row row : batch) {
                extract.write(row.cells());
                ledger.enter(provider.label(), localId(row.person()), row.person(), row.slips());
            }
            rows += batch.size();
            seen.accept(end - turn);
        }
        return rows;
    }

    private record Row(int person, Set<Slip> slips, List<String> cells) {}

    private Optional<Row> row(int turn) {
        int person = (int) order.at(turn);
        Resident resident = population.resident(person);
        SplitMix64 dice = entries.at(person);
        if (!circle.holds(resident, dice)) {
            return Optional.empty();
        }
        Entry entry = clerk.entry(resident, dice);
        List<String> cells = provider.layout().row(localId(person), entry);
        boolean shows = !entry.slips().isEmpty() && !cells.equals(right(resident));
        return Optional.of(new Row(person, shows ? entry.slips() : Set.of(), cells));
    }

    /** What should stand there: a slip in an accent does not show where none are written. */
    private List<String> right(Resident resident) {
        return provider.layout().row(localId(resident.number()), Entry.of(resident));
    }

    String localId(int person) {
        return provider.layout().localId(localIds.at(person));
    }
}
