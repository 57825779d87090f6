package uk.linkage.hub.block;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.hub.block.Blocking.ByKey;
import uk.linkage.hub.block.Blocking.BySimilarity;
import uk.linkage.hub.block.CandidatePairs.PairTest;

/**
 * Goes through the rules, match keys first: what they find tells how codes are to be searched. Rules of one sort run side by side.
 *
 * @param once whether each table holds a person once
 * @param wanted the pairs that are wanted at all
 */
record RuleSearch(List<Blocking> rules, EncodedTable left, EncodedTable right, boolean once, PairTest wanted) {

    CandidatePairs pairs() {
        List<Proposals> proposals = IntStream.range(0, rules.size())
                .mapToObj(rule -> new Proposals(rule, left.rows(), wanted))
                .toList();
        proposals.parallelStream().forEach(this::proposeByKey);
        FoundPairs byKeys = FoundPairs.of(proposals);
        List<Optional<ViewSearch>> searches =
                rules.stream().map(rule -> search(rule, byKeys)).toList();
        proposals.parallelStream().forEach(own -> proposeByView(searches.get(own.rule()), own));
        FoundPairs all = byKeys.and(FoundPairs.of(proposals));
        for (Proposals own : proposals) {
            all = own.isCrowded() ? all.marked(own.rule(), (l, r) -> agrees(own.rule(), l, r)) : all;
        }
        long[] passedOver = proposals.stream().mapToLong(Proposals::passedOver).toArray();
        return new CandidatePairs(rules, all, passedOver, searches);
    }

    private void proposeByKey(Proposals own) {
        if (rules.get(own.rule()) instanceof ByKey key) {
            key.propose(left, right, own);
        }
    }

    private Optional<ViewSearch> search(Blocking rule, FoundPairs byKeys) {
        return rule instanceof BySimilarity view
                ? Optional.of(ViewSearch.of(view, left, right, byKeys, once))
                : Optional.empty();
    }

    private void proposeByView(Optional<ViewSearch> search, Proposals own) {
        search.ifPresent(s -> s.propose((BySimilarity) rules.get(own.rule()), left, right, own));
    }

    /** Pairs of a crowded token that other rules found agree in it as well. */
    private boolean agrees(int rule, int leftRow, int rightRow) {
        int key = ((ByKey) rules.get(rule)).key();
        return left.key(key).equal(leftRow, right.key(key), rightRow);
    }
}
