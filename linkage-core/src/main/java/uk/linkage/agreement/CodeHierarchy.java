package uk.linkage.agreement;

import java.util.List;
import java.util.Map;

/**
 * The beginnings of a hierarchical code, such as ICD-10 or SOC, and the code itself: codes share the more tokens the
 * longer they go the same way (Schnell and Borgs 2020).
 *
 * @param cuts lengths of the beginnings, rising, 1 to 8 of them from 1 to 32
 */
public record CodeHierarchy(List<Integer> cuts) implements Tokens {
    /** @throws IllegalArgumentException outside those bounds */
    public CodeHierarchy {
        cuts = List.copyOf(cuts);
        Faults.require(!cuts.isEmpty() && cuts.size() <= 8, "must have 1 to 8 cuts");
        Faults.require(cuts.stream().allMatch(cut -> cut >= 1 && cut <= 32), "must have cuts from 1 to 32");
        Faults.require(cuts.stream().sorted().distinct().toList().equals(cuts), "must have rising cuts");
    }

    @Override
    public String kind() {
        return "code-hierarchy";
    }

    @Override
    public boolean takes(FieldKind field) {
        return field == FieldKind.CODE;
    }

    @Override
    public boolean coarse() {
        return false;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("cuts", cuts);
    }

    @Override
    public String label() {
        return TokensJson.label(this);
    }
}
