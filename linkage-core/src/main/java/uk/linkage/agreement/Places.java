package uk.linkage.agreement;

import java.util.Set;

/** Which fields say where a person lives: they change together when a person moves, and one of them tells much of another. */
public final class Places {
    private static final Set<String> NAMES =
            Set.of("address", "town", "city", "suburb", "county", "region", "state", "postcode");

    private Places() {}

    /** Whether a field says where a person lives. */
    public static boolean isPlace(Field field) {
        boolean words = field.kind() == FieldKind.TEXT || field.kind() == FieldKind.CODE;
        return field.kind() == FieldKind.POSTCODE || words && NAMES.contains(field.name());
    }
}
