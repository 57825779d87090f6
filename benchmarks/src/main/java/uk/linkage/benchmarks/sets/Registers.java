package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.linkage.testdata.Extract;

/**
 * Extracts in the making, under one header, and the truth about them as {@code provider,local_id,person}. Rows are put in
 * an order of their own before they are numbered, so that a local id says nothing of a person.
 *
 * <pre>{@code
 * Registers registers = new Registers(folder, List.of("row_id", "first_name"), dice);
 * registers.add("north", entries);
 * LabelledSet set = registers.finish("two-counties", true);
 * }</pre>
 */
final class Registers {
    private static final List<String> TRUTH = List.of("provider", "local_id", "person");

    private final Path folder;
    private final List<String> header;
    private final List<String> published;
    private final Dice dice;
    private final List<Extract> extracts = new ArrayList<>();
    private final List<List<String>> truth = new ArrayList<>();

    /** @param header the name of the local id first */
    Registers(Path folder, List<String> header, Dice dice) {
        this(folder, header, header, dice);
    }

    /** @param published the columns that are written of all that entries hold, the local id first */
    Registers(Path folder, List<String> header, List<String> published, Dice dice) {
        this.folder = folder;
        this.header = header;
        this.published = published;
        this.dice = dice;
    }

    /**
     * What a provider holds of a person.
     *
     * @param cells all but the local id
     */
    record Entry(String person, List<String> cells) {
        @Override
        public String toString() {
            return "Entry[" + person + "]";
        }
    }

    void add(String provider, List<Entry> entries) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : dice.shuffled(entries)) {
            String localId = String.format(Locale.ROOT, "%s-%06d", provider, rows.size() + 1);
            List<String> row = new ArrayList<>(List.of(localId));
            row.addAll(entry.cells());
            rows.add(row);
            truth.add(List.of(provider, localId, entry.person()));
        }
        Path file = folder.resolve(provider + ".csv");
        new Table(header, rows).columns(published).write(file);
        extracts.add(new Extract(provider, file, rows.size()));
    }

    /** @param deduplicated whether every provider was given a person once at most */
    LabelledSet finish(String name, boolean deduplicated) throws IOException {
        Path file = folder.resolve("truth.csv");
        new Table(TRUTH, truth).write(file);
        return new LabelledSet(name, extracts, Map.of(), file, deduplicated);
    }
}
