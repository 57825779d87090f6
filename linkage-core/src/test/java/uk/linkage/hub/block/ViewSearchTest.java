package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.search.BandedSearch;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.KeyToken;
import uk.linkage.hub.block.Blocking.BySimilarity;

class ViewSearchTest {
    private static final Agreement AGREEMENT = SealedTables.agreement();
    private static final int ROWS = 3000;
    private static final FoundPairs NONE = new FoundPairs(new long[0], new long[0]);

    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Blocking> rules = Blocking.of(AGREEMENT);
    private final BySimilarity rule = (BySimilarity) rules.get(AGREEMENT.keys().size());
    private final List<EncodedRecord> people = people();
    private final EncodedTable left = EncodedTable.of(AGREEMENT, people);

    @Test
    void smallTablesAreSearchedExactly() {
        ViewSearch search = exact(NONE, true);
        assertThat(search.search()).isNotInstanceOf(BandedSearch.class);
        assertThat(search.sample()).isEmpty();
    }

    @Test
    void hashingIsChosenByWhatASampleShowsAndFindsIt() {
        EncodedTable right = slightlyOther(0.2);
        ViewSearch search = hashed(right, NONE);
        ViewSearch.Sample sample = search.sample().orElseThrow();
        assertThat(sample.rows()).isEqualTo(1000);
        assertThat(sample.lefts()).hasSize(1000);
        assertThat(sample.lefts()).isEqualTo(sample.rights());
        assertThat(((BandedSearch) search.search()).tables()).isGreaterThan(50);
        CandidatePairs pairs = all(search, right);
        int view = AGREEMENT.keys().size();
        assertThat(pairs.recall(view).orElseThrow().near()).isEqualTo(1000);
        assertThat(pairs.recall(view).orElseThrow().byView()).isGreaterThan(985);
        assertThat(pairs.found(view)).isBetween(2950L, (long) ROWS);
    }

    @Test
    void whereKeysFindAllThereIsHardlyAnyHashing() {
        EncodedTable right = slightlyOther(0.2);
        long[] all = IntStream.range(0, ROWS).mapToLong(i -> (long) i << 32 | i).toArray();
        ViewSearch search = hashed(right, new FoundPairs(all, new long[ROWS]));
        assertThat(((BandedSearch) search.search()).tables()).isEqualTo(8);
    }

    @Test
    void recordsThatAgreeInHalfOfTheirKeysAreNotSearchedFor() {
        long half = (1L << AGREEMENT.keys().size() / 2 + 1) - 1;
        FoundPairs found = new FoundPairs(new long[] {7L << 32 | 9, 11L << 32 | 11}, new long[] {half, 1});
        for (ViewSearch search : List.of(hashed(left, found), exact(found, true))) {
            assertThat(search.leftRows()).hasSize(ROWS - 1).doesNotContain(7);
            assertThat(search.rightRows()).hasSize(ROWS - 1).doesNotContain(9);
        }
        assertThat(exact(found, false).leftRows())
                .as("a person may be there twice")
                .hasSize(ROWS);
    }

    @Test
    void whereAllAgreeInTheirKeysNothingIsSearched() {
        long[] all = IntStream.range(0, ROWS).mapToLong(i -> (long) i << 32 | i).toArray();
        long[] byAll = LongStream.generate(() -> -1L).limit(ROWS).toArray();
        assertThat(exact(new FoundPairs(all, byAll), true).comparisons()).isZero();
    }

    private ViewSearch exact(FoundPairs found, boolean once) {
        return ViewSearch.of(rule, left, left, found, once, Optional.empty(), PairSearch.UNCOUNTED);
    }

    private ViewSearch hashed(EncodedTable right, FoundPairs found) {
        return ViewSearch.hashed(
                rule, left, rule.tellingRows(left), right, rule.tellingRows(right), found, true, PairSearch.UNCOUNTED);
    }

    /** What this search alone finds. */
    private CandidatePairs all(ViewSearch search, EncodedTable right) {
        List<Proposals> proposals = Proposals.ofRules(rules, ROWS, (l, r) -> true);
        List<Optional<ViewSearch>> searches = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            searches.add(rules.get(i) == rule ? Optional.of(search) : Optional.empty());
        }
        search.propose(rule, left, right, proposals.get(AGREEMENT.keys().size()), PairSearch.UNCOUNTED);
        KeyPairs keys = KeyPairs.of(rules, left, right, (l, r) -> false, rulesDone -> {});
        return new CandidatePairs(keys, FoundPairs.of(proposals), new long[rules.size()], searches);
    }

    /** People of random codes who have all fields, and tokens of their own. */
    private List<EncodedRecord> people() {
        int presence = (1 << AGREEMENT.fields().size()) - 1;
        List<EncodedRecord> records = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<Optional<KeyToken>> tokens = new ArrayList<>();
            AGREEMENT.keys().forEach(key -> tokens.add(Optional.of(new KeyToken(random.nextLong(), 0))));
            records.add(new EncodedRecord("R" + i, presence, tokens, codes()));
        }
        return records;
    }

    private List<Encoding> codes() {
        return AGREEMENT.views().stream()
                .map(view ->
                        new Encoding(random.longs(AGREEMENT.codeBits() / 64).toArray()))
                .toList();
    }

    /** The same people with so large a share of their code bits changed. */
    private EncodedTable slightlyOther(double share) {
        List<EncodedRecord> changed = people.stream()
                .map(person -> new EncodedRecord(
                        person.localId(),
                        person.presence(),
                        person.keys(),
                        person.codes().stream()
                                .map(code -> changed(code, share))
                                .toList()))
                .toList();
        return EncodedTable.of(AGREEMENT, changed);
    }

    private Encoding changed(Encoding code, double share) {
        long[] words =
                IntStream.range(0, code.bits() / 64).mapToLong(code::word).toArray();
        for (int bit = 0; bit < code.bits(); bit++) {
            words[bit / 64] ^= random.nextDouble() < share ? 1L << bit % 64 : 0;
        }
        return new Encoding(words);
    }
}
