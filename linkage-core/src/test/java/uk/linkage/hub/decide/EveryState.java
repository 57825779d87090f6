package uk.linkage.hub.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.HandMade;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * Pairs of which nothing is seen but what is missing, so that every state can be: forename and postcode have levels 1 to 3,
 * surname 1 to 4, and each may be missing. Record r lacks the fields whose bits are set in r % 8.
 */
record EveryState(CandidatePairs pairs, Patterns patterns) {
    static final Agreement AGREEMENT = HandMade.blind();
    static final List<Comparison> COMPARISONS = Comparison.of(AGREEMENT);
    private static final List<String> FIELDS = List.of("forename", "surname", "postcode");

    /** All pairs of so many left records with so many right ones. */
    static EveryState of(int left, int right) {
        return lacking(
                IntStream.range(0, left).toArray(), IntStream.range(0, right).toArray());
    }

    /** All pairs of left records that lack so much with right ones. */
    static EveryState lacking(int[] left, int[] right) {
        EncodedTable lefts = table(left);
        EncodedTable rights = table(right);
        CandidatePairs pairs = HandMade.everyPair(AGREEMENT, lefts, rights);
        return new EveryState(pairs, Patterns.of(pairs, new Comparer(AGREEMENT, lefts, rights)));
    }

    private static EncodedTable table(int[] rows) {
        List<EncodedRecord> records = new ArrayList<>();
        for (int row : rows) {
            int lacking = row % 8;
            List<String> has = IntStream.range(0, 3)
                    .filter(field -> (lacking >>> field & 1) == 0)
                    .mapToObj(FIELDS::get)
                    .toList();
            records.add(HandMade.record(AGREEMENT, "R" + records.size(), has));
        }
        return EncodedTable.of(AGREEMENT, records);
    }

    /** States in which nothing is missing. */
    int[] whole() {
        return IntStream.range(0, patterns.states()).filter(this::isWhole).toArray();
    }

    boolean isWhole(int state) {
        byte[] levels = patterns.levels(state);
        return IntStream.range(0, levels.length).allMatch(c -> levels[c] > 0);
    }
}
