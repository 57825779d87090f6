package uk.linkage.agreement;

import java.util.List;
import java.util.stream.IntStream;

/** Fields for tests, each called after its kind. */
final class SetsOfFields {
    private SetsOfFields() {}

    /** One field of each of these kinds. */
    static List<Field> of(FieldKind... kinds) {
        return List.of(kinds).stream().map(SetsOfFields::field).toList();
    }

    /** All sets of fields with at most one of a kind. */
    static List<List<Field>> all() {
        FieldKind[] kinds = FieldKind.values();
        return IntStream.range(0, 1 << kinds.length)
                .mapToObj(set -> IntStream.range(0, kinds.length)
                        .filter(i -> (set >>> i & 1) != 0)
                        .mapToObj(i -> field(kinds[i]))
                        .toList())
                .toList();
    }

    private static Field field(FieldKind kind) {
        return new Field(kind.label().replace('-', '_'), kind);
    }
}
