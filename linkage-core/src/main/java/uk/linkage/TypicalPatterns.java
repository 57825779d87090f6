package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.PairWeight;

/**
 * What pairs of each decision look like most often: their likeliest levels, how many pairs look so, and what the commonest of them weighs,
 * taken apart. No pair is told of.
 */
final class TypicalPatterns {
    private static final int EACH = 4;

    private final PairLinkage pairs;
    private final PairWeight[] weights;
    private final String[] looks;

    TypicalPatterns(PairLinkage pairs) {
        this.pairs = pairs;
        this.weights = new PairWeight[pairs.patterns().size()];
        this.looks = new String[weights.length];
        there().parallel().forEach(pattern -> {
            weights[pattern] = pairs.fitted().weight(pattern);
            looks[pattern] = weights[pattern].pattern();
        });
    }

    /** The patterns of these pairs: others are of strangers. */
    private IntStream there() {
        BitSet there = new BitSet();
        IntStream.range(0, pairs.pairs().size()).map(pairs.patterns()::of).forEach(there::set);
        return there.stream();
    }

    /** Pairs that look alike: how many, and the number of the commonest pattern among them. */
    private record Group(long pairs, int pattern, long ofPattern) {
        private Group and(Group other) {
            return new Group(
                    pairs + other.pairs,
                    other.ofPattern > ofPattern ? other.pattern : pattern,
                    Math.max(ofPattern, other.ofPattern));
        }
    }

    /** The commonest of each decision. */
    void writeTo(ArrayNode json) {
        long[][] counts = counts();
        for (Decision decision : Decision.values()) {
            groups(counts[decision.ordinal()]).forEach(group -> write(decision, group, json.addObject()));
        }
    }

    /** How many pairs of each decision have each pattern. */
    private long[][] counts() {
        long[][] counts = new long[Decision.values().length][weights.length];
        for (int pair = 0; pair < pairs.pairs().size(); pair++) {
            counts[Decision.NO_MATCH.ordinal()][pairs.patterns().of(pair)]++;
        }
        for (int pair : pairs.verdicts().pairs()) {
            int pattern = pairs.patterns().of(pair);
            counts[Decision.NO_MATCH.ordinal()][pattern]--;
            counts[pairs.verdicts().of(pair).ordinal()][pattern]++;
        }
        return counts;
    }

    private List<Group> groups(long[] counts) {
        Map<String, Group> groups = new LinkedHashMap<>();
        IntStream.range(0, counts.length)
                .filter(pattern -> counts[pattern] > 0)
                .forEach(pattern ->
                        groups.merge(looks[pattern], new Group(counts[pattern], pattern, counts[pattern]), Group::and));
        return groups.values().stream()
                .sorted(Comparator.comparingLong(Group::pairs).reversed())
                .limit(EACH)
                .toList();
    }

    private void write(Decision decision, Group group, ObjectNode json) {
        PairWeight weight = weights[group.pattern()];
        json.put("decision", decision.name().toLowerCase(Locale.ROOT)).put("pairs", group.pairs());
        ObjectNode levels = json.putObject("levels");
        weight.levels().forEach(level -> levels.put(level.comparison(), level.level()));
        json.put("dependence", rounded(weight.dependence())).put("openness", rounded(weight.openness()));
        json.put("rarity", rounded(weight.rarity())).put("prior", rounded(weight.prior()));
        json.put("log_odds", rounded(weight.logOdds()));
    }

    private static double rounded(double bits) {
        return Math.round(bits * 1e6) / 1e6;
    }
}
