package uk.linkage.hub.compare;

import java.util.Arrays;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.TokenCounts;

/**
 * What match keys say of levels. A key agrees exactly where all its parts do, and a level says which forms of its field
 * agree; so keys that agree and keys that do not leave few joint levels open, without any noise. Sets of keys are bits of a
 * {@code long}. Immutable.
 */
final class KeyEvidence {
    private final MatchKey[] keys;
    private final int[] places;
    private final long[][] broken;
    private final long[] of;

    KeyEvidence(Agreement agreement) {
        List<MatchKey> all = agreement.keys();
        this.keys = all.stream().filter(key -> !key.identifier()).toArray(MatchKey[]::new);
        this.places = Arrays.stream(keys).mapToInt(all::indexOf).toArray();
        this.broken = agreement.comparisons().stream()
                .map(c -> c.levels().stream()
                        .mapToLong(level -> keysThat(part -> breaks(part, c.field(), level)))
                        .toArray())
                .toArray(long[][]::new);
        this.of = agreement.comparisons().stream()
                .mapToLong(c -> keysThat(part -> part.fields().contains(c.field())))
                .toArray();
    }

    /** Names whose letters are put together are looked at together: {@link #with}. */
    private static boolean breaks(Part part, String field, Level level) {
        return part.fields().contains(field)
                && part.fields().size() == 1
                && !level.agrees().contains(part.form());
    }

    private long keysThat(java.util.function.Predicate<Part> wanted) {
        long found = 0;
        for (int key = 0; key < keys.length; key++) {
            found |= keys[key].parts().stream().anyMatch(wanted) ? 1L << key : 0;
        }
        return found;
    }

    /** The keys that cannot agree where this field is at this level, 1 being the most alike. */
    long broken(int field, int level) {
        return broken[field][level - 1];
    }

    /** The keys of which this field is a part. */
    long of(int field) {
        return of[field];
    }

    /** The keys of which this part is one. */
    long with(Part part) {
        return keysThat(part::equals);
    }

    /** How many keys there are. */
    int size() {
        return keys.length;
    }

    /** Of all keys of the agreement, as bits in its order, those that are meant here, in the order here. */
    long among(long all) {
        long own = 0;
        for (int key = 0; key < places.length; key++) {
            own |= (all >>> places[key] & 1) << key;
        }
        return own;
    }

    /** The other way round: keys meant here as bits in the order of the agreement. */
    long amongAll(long own) {
        long all = 0;
        for (int key = 0; key < places.length; key++) {
            all |= (own >>> key & 1) << places[key];
        }
        return all;
    }

    /** For each key, how many other records of the table have the token of each. */
    TokenCounts[] others(EncodedTable table) {
        return Arrays.stream(places).parallel().mapToObj(table::others).toArray(TokenCounts[]::new);
    }
}
