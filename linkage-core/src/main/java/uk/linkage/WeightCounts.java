package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import uk.linkage.hub.decide.Decision;

/**
 * How many of the pairs looked at weigh what, by what became of them: log-odds without rivals in bins of one bit. Pairs at either end
 * share the last bin.
 */
final class WeightCounts {
    private static final int MOST = 60;

    private final long[][] counts = new long[2 * MOST + 1][Decision.values().length];

    static WeightCounts of(PairLinkage pairs) {
        WeightCounts counts = new WeightCounts();
        for (int pair = 0; pair < pairs.pairs().size(); pair++) {
            counts.bin(pairs.alone(pair))[Decision.NO_MATCH.ordinal()]++;
        }
        for (int pair : pairs.verdicts().pairs()) {
            long[] bin = counts.bin(pairs.alone(pair));
            bin[Decision.NO_MATCH.ordinal()]--;
            bin[pairs.verdicts().of(pair).ordinal()]++;
        }
        return counts;
    }

    private long[] bin(double logOdds) {
        return counts[(int) Math.floor(Math.max(-MOST, Math.min(MOST, logOdds))) + MOST];
    }

    /** The bins that hold a pair, each with the bits it begins with. */
    void writeTo(ArrayNode json) {
        for (int bin = 0; bin < counts.length; bin++) {
            if (holds(counts[bin])) {
                write(counts[bin], json.addObject().put("from", bin - MOST));
            }
        }
    }

    private static boolean holds(long[] bin) {
        long all = 0;
        for (long count : bin) {
            all += count;
        }
        return all > 0;
    }

    private static void write(long[] bin, ObjectNode json) {
        for (Decision decision : Decision.values()) {
            json.put(decision.name().toLowerCase(Locale.ROOT), bin[decision.ordinal()]);
        }
    }
}
