package uk.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.review.NamedPair;
import uk.linkage.hub.review.NamedRecord;
import uk.linkage.hub.review.PairInDoubt;

/** The pairs of a run that could not be decided: those in doubt, and those that rival each other. */
final class PairsInDoubt {
    private final Records records;
    private final PairLinkage linkage;
    private final Map<Integer, String> levelsOf = new HashMap<>();

    private PairsInDoubt(Records records, PairLinkage linkage) {
        this.records = records;
        this.linkage = linkage;
    }

    /** Of all providers, in the order of the files and their rows. */
    static List<PairInDoubt> of(Records records, List<PairLinkage> linkages) {
        List<PairInDoubt> all = new ArrayList<>();
        linkages.forEach(linkage -> all.addAll(new PairsInDoubt(records, linkage).pairs()));
        return all;
    }

    private List<PairInDoubt> pairs() {
        return IntStream.concat(
                        IntStream.of(linkage.verdicts().decided(Decision.POTENTIAL_MATCH)),
                        IntStream.of(linkage.verdicts().decided(Decision.MANY_MATCH)))
                .sorted()
                .mapToObj(this::pair)
                .toList();
    }

    private PairInDoubt pair(int pair) {
        return new PairInDoubt(
                new NamedPair(
                        record(linkage.left(), linkage.pairs().left(pair)),
                        record(linkage.right(), linkage.pairs().right(pair))),
                levelsOf.computeIfAbsent(
                        linkage.patterns().of(pair),
                        pattern -> linkage.fitted().weight(pattern).pattern()),
                linkage.alone(pair),
                MatchModel.probability(linkage.among(pair)),
                linkage.verdicts().of(pair));
    }

    private NamedRecord record(int provider, int row) {
        return new NamedRecord(
                records.names().providers().get(provider),
                records.table(provider).localId(row));
    }
}
