package uk.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.SelfPairs;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.compare.Patterns.Look;
import uk.linkage.hub.decide.FittedModel;
import uk.linkage.hub.decide.ModelFit;
import uk.linkage.hub.decide.ModelFit.Strangers;
import uk.linkage.hub.decide.Refinement;

/**
 * What was looked at of two providers' records, or of one's with each other, and learnt from it.
 *
 * @param pairs by row
 * @param patterns how they compare
 * @param fitted the model
 * @param self pairs known to be of two people, those of each provider that holds a person once
 * @param strangers the same with how they compare, one for each of {@code self}
 */
record Learnt(
        CandidatePairs pairs, Patterns patterns, FittedModel fitted, List<SelfPairs> self, List<Strangers> strangers) {

    static Learnt of(Agreement agreement, Records records, int left, int right, Progress progress) {
        CandidatePairs pairs = records.candidates(left, right, progress);
        List<SelfPairs> self = Stream.of(left, right)
                .distinct()
                .map(provider -> records.selfPairs(provider, pairs, progress))
                .flatMap(Optional::stream)
                .toList();
        List<Look> looks = new ArrayList<>(List.of(new Look(pairs, comparer(agreement, records, left, right))));
        self.forEach(s -> looks.add(new Look(s.pairs(), new Comparer(agreement, s.sample(), s.table()))));
        List<Patterns> patterns = Patterns.together(looks, progress);
        List<Strangers> strangers = IntStream.range(0, self.size())
                .mapToObj(i -> new Strangers(self.get(i).pairs(), patterns.get(i + 1)))
                .toList();
        FittedModel fitted = ModelFit.of(
                Comparison.of(agreement),
                pairs,
                patterns.get(0),
                left != right && records.once(left),
                left != right && records.once(right),
                strangers,
                !records.without(Refinement.KINDS),
                progress.begin("learning", "rounds", 0));
        return new Learnt(pairs, patterns.get(0), fitted, self, strangers);
    }

    /** How their records are compared. */
    static Comparer comparer(Agreement agreement, Records records, int left, int right) {
        EncodedTable lefts = records.table(left);
        EncodedTable rights = records.table(right);
        return records.bothOnce(left, right) && !records.without(Refinement.RARITY)
                ? Comparer.byRarity(agreement, lefts, rights)
                : new Comparer(agreement, lefts, rights);
    }
}
