package uk.linkage;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.file.SideBySide;
import uk.linkage.file.Step;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.SealedRows;
import uk.linkage.hub.block.SelfPairs;
import uk.linkage.hub.crosswalk.RecordNames;
import uk.linkage.hub.crosswalk.WithdrawnRecords;
import uk.linkage.hub.decide.Refinement;
import uk.linkage.hub.resolve.PersonNumbers;
import uk.linkage.hub.resolve.Veto;
import uk.linkage.hub.review.Answers;
import uk.linkage.hub.review.Judgements;

/** The records of all providers, numbered one provider after the other in the order of the files. */
final class Records {
    private final Agreement agreement;
    private final List<EncodedTable> tables;
    private final boolean[] once;
    private final int[] first;
    private final int[] providerOf;
    private final Veto veto;
    private final RecordNames names;
    private final Set<Refinement> leftOut;
    private final Map<Integer, SelfPairs> selfPairs = new HashMap<>();
    private final AllKeyPairs keyPairs;
    private final List<Integer> withdrawn;

    /**
     * Numbers them.
     *
     * @param providers their names
     * @param once for each table whether its provider holds a person at most once
     * @param keyPairs what agrees in match keys
     * @param leftOut parts of the model to do without
     * @param withdrawn for each file how many of its records take no part since they were withdrawn
     */
    private Records(
            Agreement agreement,
            List<String> providers,
            List<EncodedTable> tables,
            boolean[] once,
            AllKeyPairs keyPairs,
            Set<Refinement> leftOut,
            List<Integer> withdrawn) {
        this.withdrawn = List.copyOf(withdrawn);
        this.keyPairs = keyPairs;
        this.leftOut = Set.copyOf(leftOut);
        this.agreement = agreement;
        this.names = new RecordNames(
                providers, tables.stream().map(EncodedTable::localIds).toList());
        this.tables = List.copyOf(tables);
        this.once = once.clone();
        this.first = first(tables);
        this.providerOf = new int[first[tables.size()]];
        for (int provider = 0; provider < tables.size(); provider++) {
            Arrays.fill(providerOf, first[provider], first[provider + 1], provider);
        }
        this.veto = PersonNumbers.of(agreement, tables, first, providerOf);
    }

    /**
     * Reads every file twice: tokens first, and codes once all pairs that agree in tokens are known and tokens forgotten.
     *
     * @param withdrawn records that take no part
     */
    static Records load(
            List<SealedReader> files, Set<Refinement> leftOut, WithdrawnRecords withdrawn, Progress progress)
            throws IOException {
        Agreement agreement = files.get(0).header().agreement();
        boolean[] once = new boolean[files.size()];
        for (int i = 0; i < once.length; i++) {
            once[i] = files.get(i).header().deduplicated();
        }
        progress.begin("leaving out withdrawn records");
        List<SealedRows> rows = SideBySide.read(files, file -> rows(file, withdrawn));
        Keyed keyed = Keyed.load(rows, agreement, once, progress);
        Step step = progress.begin("reading codes", "records", records(rows));
        List<Integer> places = IntStream.range(0, files.size()).boxed().toList();
        List<EncodedTable> tables =
                SideBySide.read(places, file -> keyed.tables.get(file).withCodes(rows.get(file), step));
        List<String> providers =
                files.stream().map(file -> file.header().provider()).toList();
        return new Records(
                agreement,
                providers,
                tables,
                once,
                keyed.pairs,
                leftOut,
                rows.stream().map(SealedRows::leftOut).toList());
    }

    private static SealedRows rows(SealedReader file, WithdrawnRecords withdrawn) throws IOException {
        return withdrawn.areNone()
                ? SealedRows.all(file)
                : SealedRows.without(file, withdrawn.of(file.header().provider())::holds);
    }

    private static long records(List<SealedRows> files) {
        return files.stream().mapToLong(SealedRows::all).sum();
    }

    /**
     * What is known once tokens were read, compared and forgotten.
     *
     * @param tables without tokens or codes
     * @param pairs what agrees in match keys
     */
    private record Keyed(List<EncodedTable> tables, AllKeyPairs pairs) {

        static Keyed load(List<SealedRows> files, Agreement agreement, boolean[] once, Progress progress)
                throws IOException {
            Step step = progress.begin("reading match keys", "records", records(files));
            List<EncodedTable> tables = SideBySide.read(files, file -> EncodedTable.loadKeys(file, step));
            AllKeyPairs pairs = AllKeyPairs.of(Blocking.of(agreement), tables, once, progress);
            progress.begin("forgetting tokens");
            return new Keyed(
                    tables.stream().map(table -> table.withoutTokens(agreement)).toList(), pairs);
        }
    }

    /** What each provider calls its records. */
    RecordNames names() {
        return names;
    }

    /** The number of a record; nothing where there is none of that provider and local id. */
    OptionalInt find(String provider, String localId) {
        int place = names.providers().indexOf(provider);
        int row = place < 0 ? -1 : table(place).localIds().indexOf(localId);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(first[place] + row);
    }

    /** Whether these records are to be linked without a part of the model. */
    boolean without(Refinement refinement) {
        return leftOut.contains(refinement);
    }

    /** For each file how many of its records take no part since they were withdrawn. */
    List<Integer> withdrawn() {
        return withdrawn;
    }

    /** How many providers. */
    int providers() {
        return tables.size();
    }

    EncodedTable table(int provider) {
        return tables.get(provider);
    }

    /** Whether a provider holds a person at most once. */
    boolean once(int provider) {
        return once[provider];
    }

    /** The same for each provider. */
    boolean[] once() {
        return once.clone();
    }

    /** The number of a provider's first record. */
    int first(int provider) {
        return first[provider];
    }

    /** The provider of a record. */
    int providerOf(int record) {
        return providerOf[record];
    }

    /** The same for each record. */
    int[] providerOf() {
        return providerOf.clone();
    }

    /**
     * Pairs of different people within a provider; none where it may hold a person twice. Found when first asked for.
     *
     * @param like pairs of this provider with another, found by the same rules
     */
    Optional<SelfPairs> selfPairs(int provider, CandidatePairs like, Progress progress) {
        if (!once[provider] || without(Refinement.STRANGERS)) {
            return Optional.empty();
        }
        return Optional.of(selfPairs.computeIfAbsent(
                provider,
                p -> SelfPairs.of(
                        keyPairs.takeSelf(p),
                        table(p),
                        Optional.of(like),
                        progress.within("within " + names.providers().get(p)))));
    }

    /** The pairs of two providers' records that are worth comparing, or of one's with each other. */
    CandidatePairs candidates(int left, int right, Progress progress) {
        return CandidatePairs.of(
                keyPairs.take(left, right), table(left), table(right), bothOnce(left, right), progress);
    }

    /** Whether these are two providers each of which holds a person at most once. */
    boolean bothOnce(int left, int right) {
        return left != right && once(left) && once(right);
    }

    /** Which two records cannot be one person. */
    Veto veto() {
        return veto;
    }

    /**
     * What answers say of them.
     *
     * @throws IOException where answers contradict each other or what is known of the records
     */
    Judgements judge(Answers answers) throws IOException {
        return Judgements.of(answers, names, providerOf, once, veto);
    }

    private static int[] first(List<EncodedTable> tables) {
        int[] first = new int[tables.size() + 1];
        for (int i = 0; i < tables.size(); i++) {
            first[i + 1] = Math.addExact(first[i], tables.get(i).rows());
        }
        return first;
    }
}
