package uk.linkage.provider.extract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.linkage.provider.extract.Synonyms.Reference;
import uk.linkage.provider.extract.Synonyms.Whose;

/**
 * Chooses the column of an extract's local ids, which the hub will see as they are. A reference that the provider gave to
 * its rows goes before a number of a person that others hold too, and that before a label of the truth, by which the hub
 * would know who is who without linking. Where a provider's own reference repeats, its rows are at fault; of the others
 * none is taken that does, and rows are then known by their number.
 */
final class LocalIdColumn {
    private static final int SAMPLE = 20_000;
    private static final double FEW = 0.01;

    private final ExtractSource extract;

    private LocalIdColumn(ExtractSource extract) {
        this.extract = extract;
    }

    /** The column's name; none where rows are to be known by their number. */
    static Optional<String> of(ExtractSource extract) {
        return new LocalIdColumn(extract).chosen();
    }

    private Optional<String> chosen() {
        List<String> columns = extract.header().stream()
                .filter(column -> Synonyms.reference(column).isPresent())
                .sorted(Comparator.comparing(LocalIdColumn::reference, BEST_FIRST))
                .toList();
        List<String> own = columns.stream()
                .filter(column -> reference(column).whose() == Whose.ROW)
                .toList();
        if (own.size() == 1) {
            return Optional.of(own.get(0));
        }
        Optional<String> distinct = (own.isEmpty() ? columns : own)
                .stream().filter(this::isDistinct).findFirst();
        return distinct.or(() -> own.stream().findFirst());
    }

    private static final Comparator<Reference> BEST_FIRST =
            Comparator.comparing(Reference::whose).thenComparing(Reference::place);

    private static Reference reference(String column) {
        return Synonyms.reference(column).orElseThrow();
    }

    /** Whether next to no row lacks an id or repeats one. */
    private boolean isDistinct(String column) {
        int index = extract.header().indexOf(column);
        Set<String> seen = new HashSet<>();
        try (Stream<Row> rows = extract.rows()) {
            List<String> ids = rows.filter(row -> row.cells().size() > index)
                    .limit(SAMPLE)
                    .map(row -> row.cell(index))
                    .toList();
            long good = ids.stream().filter(id -> !id.isBlank() && seen.add(id)).count();
            return ids.size() - good <= FEW * ids.size();
        }
    }
}
