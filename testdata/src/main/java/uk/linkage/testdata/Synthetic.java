package uk.linkage.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up population seen by a hospital, a GP federation and a council, and by an ambulance service if asked, with the truth of who
 * is who.
 *
 * <p>People are born, move, marry and part, change their names and die; a provider's record is as of the day when it was last in touch,
 * so that what is out of date follows from what happened since.
 *
 * <p>The same people and seed give the same bytes on every JDK, locale and time zone. Nothing but one {@code int} per
 * household is held, so millions of people fit in a small heap. Each provider holds a person at most once, in an
 * order of its own and under local ids that say nothing of the person.
 *
 * <pre>{@code
 * Written written = new Synthetic(20_000, 2026).writeTo(Path.of("rehearsal"));
 * written.extracts();     // hospital.csv, gp.csv, council.csv
 * written.truth();        // truth.csv: provider,local_id,person
 * written.labels();       // labels.csv: the age band, sex, ethnic group, deprivation and name origin of each person
 * written.slips();        // slips.csv: what is wrong with which row
 * }</pre>
 *
 * <p>NHS Numbers are of the range that is never issued, 999 000 0000 to 999 999 9999. It holds {@link
 * #NHS_NUMBERS} with a check digit; of a larger population just so many people, spread evenly, have a number.
 *
 * <p>Errors: {@link IllegalArgumentException} where people is not between 1 and {@link #MOST_PEOPLE} or a provider is none. Writing is all
 * or nothing: files appear under their names when all are whole, in place of older ones of those names.
 *
 * <p>SOURCE: error rates after the CRATE validation, see {@code README.txt} in the directory written.
 */
public final class Synthetic {
    /** Enough for every rule of the population to show itself, and made in a moment. */
    public static final int USUAL_PEOPLE = 20_000;

    /** As many as every provider's local ids allow with room to spare. */
    public static final int MOST_PEOPLE = 15_000_000;

    /** How many people can have an NHS Number. */
    public static final int NHS_NUMBERS = NhsNumbers.AVAILABLE;

    /** The providers that are asked where none are named. */
    public static final List<String> USUAL_PROVIDERS = List.of("hospital", "gp", "council");

    private final int people;
    private final long seed;
    private final List<Provider> providers;

    /** As the usual three providers see them. */
    public Synthetic(int people, long seed) {
        this(people, seed, USUAL_PROVIDERS);
    }

    /**
     * As these providers see them.
     *
     * @param people how many
     * @param seed where chance comes from
     * @param providers some of {@code hospital}, {@code gp}, {@code council} and {@code ambulance}, each once; what each holds does not
     *     depend on the others
     */
    public Synthetic(int people, long seed, List<String> providers) {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("people (" + people + ") must be between 1 and " + MOST_PEOPLE);
        }
        this.people = people;
        this.seed = seed;
        this.providers = providers.stream().map(Provider::of).toList();
        if (providers.isEmpty() || providers.stream().distinct().count() != providers.size()) {
            throw new IllegalArgumentException("providers must be named, and each only once");
        }
    }

    /** Writes the extracts, the truth and a page about them into a directory, which is made if it is not there. */
    public Written writeTo(Path directory) throws IOException {
        return writeTo(directory, Watcher.NOBODY);
    }

    /** Writes them likewise, telling of people. */
    public Written writeTo(Path directory, Watcher watcher) throws IOException {
        try (var staging = new Staging(directory)) {
            List<Extract> extracts = extracts(directory, staging, watcher);
            Files.writeString(staging.part(Written.README), About.text(people, seed, extracts));
            staging.publish();
            return Written.in(directory, extracts);
        }
    }

    private List<Extract> extracts(Path directory, Staging staging, Watcher watcher) throws IOException {
        var population = new Population(people, new Seed(seed), watcher.begin("finding homes", people));
        var extracts = new ArrayList<Extract>();
        new Labels(population, new Seed(seed))
                .write(staging.part(Written.LABELS), watcher.begin("writing labels", people));
        try (var ledger = new Ledger(staging)) {
            for (Provider provider : providers) {
                String name = provider.label() + ".csv";
                int rows = new Desk(provider, population, new Seed(seed))
                        .write(staging.part(name), ledger, watcher.begin("writing " + name, people));
                extracts.add(new Extract(provider.label(), directory.resolve(name), rows));
            }
        }
        return extracts;
    }
}
