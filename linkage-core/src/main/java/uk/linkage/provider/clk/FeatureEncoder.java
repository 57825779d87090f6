package uk.linkage.provider.clk;

import java.util.BitSet;
import java.util.List;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.person.Reading;

/** Puts one column's values into filters. A worker: one thread. */
final class FeatureEncoder {
    private final int column;
    private final ClkFeature.Encoded feature;
    private final ClkPositions positions;

    FeatureEncoder(int column, ClkFeature.Encoded feature, ClkPositions positions) {
        this.column = column;
        this.feature = feature;
        this.positions = positions;
    }

    /** Adds the value of a row to its filter, or tells the rule that it breaks. */
    void add(long line, List<String> row, BitSet filter, Rejects rejects) {
        Reading<List<String>> tokens = feature.tokens(row.get(column));
        if (tokens instanceof Reading.Faulty<List<String>> faulty) {
            rejects.value(line, feature.identifier(), faulty.rule());
        }
        tokens.value().ifPresent(list -> set(list, filter));
    }

    private void set(List<String> tokens, BitSet filter) {
        for (int i = 0; i < tokens.size(); i++) {
            positions.set(
                    tokens.get(i), feature.format().text(), feature.strategy().times(i, tokens.size()), filter);
        }
    }
}
