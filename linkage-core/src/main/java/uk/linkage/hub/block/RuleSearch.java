package uk.linkage.hub.block;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.bloom.search.BandedSearch;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.block.Blocking.ByKey;
import uk.linkage.hub.block.Blocking.BySimilarity;

/**
 * Adds to the pairs that agree in match keys those whose codes are near. What keys found tells how codes are to be searched. Rules run
 * side by side.
 *
 * @param once whether each table holds a person once
 * @param like pairs whose codes were searched as these are to be, where hashing is to be done
 * @param progress is told of comparisons
 */
record RuleSearch(
        KeyPairs byKeys,
        EncodedTable left,
        EncodedTable right,
        boolean once,
        Optional<CandidatePairs> like,
        Progress progress) {

    CandidatePairs pairs() {
        List<Blocking> rules = byKeys.rules();
        Step sampling = progress.begin("sampling codes", "comparisons", 0);
        List<Optional<ViewSearch>> searches = IntStream.range(0, rules.size())
                .mapToObj(rule -> search(rule, sampling))
                .toList();
        List<Proposals> proposals = Proposals.ofRules(rules, left.rows(), byKeys.wanted());
        Step searching = progress.begin("searching codes", "comparisons", comparisons(searches));
        proposals.parallelStream().forEach(own -> propose(own, searches, searching));
        progress.begin("sorting candidates");
        FoundPairs all = byKeys.found().and(FoundPairs.of(proposals));
        for (int rule = 0; rule < rules.size(); rule++) {
            all = markCrowded(rule, all);
        }
        long[] passedOver = proposals.stream().mapToLong(Proposals::passedOver).toArray();
        return new CandidatePairs(byKeys, all, passedOver, searches);
    }

    private long comparisons(List<Optional<ViewSearch>> searches) {
        return searches.stream()
                        .flatMap(Optional::stream)
                        .mapToLong(ViewSearch::comparisons)
                        .sum()
                + byKeys.crowds().stream()
                        .flatMap(List::stream)
                        .filter(this::isSearched)
                        .mapToLong(crowd -> crowd.pairs() * byKeys.views().size())
                        .sum();
    }

    private Optional<ViewSearch> search(int rule, LongConsumer compared) {
        Optional<BandedSearch> hashing = like.flatMap(pairs -> pairs.search(rule))
                .filter(BandedSearch.class::isInstance)
                .map(BandedSearch.class::cast);
        return byKeys.rules().get(rule) instanceof BySimilarity view
                ? Optional.of(ViewSearch.of(view, left, right, byKeys.found(), once, hashing, compared))
                : Optional.empty();
    }

    private void propose(Proposals own, List<Optional<ViewSearch>> searches, LongConsumer compared) {
        Blocking rule = byKeys.rules().get(own.rule());
        if (rule instanceof BySimilarity view) {
            searches.get(own.rule()).orElseThrow().propose(view, left, right, own, compared);
        } else {
            byKeys.crowds().get(own.rule()).forEach(crowd -> search(crowd, own, compared));
        }
    }

    /** The near pairs of a crowd. */
    private void search(Crowd crowd, Proposals own, LongConsumer compared) {
        if (isSearched(crowd)) {
            byKeys.views()
                    .forEach(view ->
                            view.keep(view.near(), left, crowd.leftRows(), right, crowd.rightRows(), own, compared));
        } else {
            own.passedOver(crowd.pairs());
        }
    }

    private boolean isSearched(Crowd crowd) {
        return !byKeys.views().isEmpty() && crowd.pairs() <= ByKey.LARGEST_SEARCH;
    }

    /** Pairs of a crowd that other rules found agree in its token as well. */
    private FoundPairs markCrowded(int rule, FoundPairs pairs) {
        List<Crowd> crowds = byKeys.crowds().get(rule);
        if (crowds.isEmpty()) {
            return pairs;
        }
        Map<Integer, Crowd> ofLeft = new HashMap<>();
        crowds.forEach(crowd -> IntStream.of(crowd.leftRows()).forEach(row -> ofLeft.put(row, crowd)));
        return pairs.marked(
                rule, (l, r) -> ofLeft.containsKey(l) && ofLeft.get(l).holds(l, r));
    }
}
