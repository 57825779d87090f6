package uk.linkage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.Compatibility;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.crosswalk.Naming;
import uk.linkage.hub.crosswalk.RecordNames;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Links;

/**
 * The party that links: holds encoded records, never a person and never the secret.
 *
 * <pre>{@code
 * LinkageRun run = new Hub(new SecureRandom()).link(List.of(
 *         SealedReader.open(Path.of("hospital.sealed")), SealedReader.open(Path.of("council.sealed"))));
 * run.write(Path.of("run"));
 * }</pre>
 *
 * <p>Every two providers are linked by a model of their own, learnt from their own candidate pairs; links of all of them
 * are then put together into people. The same files give the same people; study ids are drawn afresh, or carried over from a
 * previous run wherever a person goes on.
 */
public final class Hub {
    private final RandomGenerator random;

    /** @param random where study ids come from: {@link java.security.SecureRandom} in earnest */
    public Hub(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Links two files or more.
     *
     * @throws uk.linkage.exchange.IncompatibleFiles where they do not fit together
     * @throws IOException where one cannot be read
     */
    public LinkageRun link(List<SealedReader> files) throws IOException {
        return link(files, Optional.empty());
    }

    /**
     * Links two files or more anew, all records of them, and carries study ids over from a previous run.
     *
     * @throws uk.linkage.exchange.IncompatibleFiles where they do not fit together or do not go on from that run
     * @throws IOException where one cannot be read
     */
    public LinkageRun link(List<SealedReader> files, PreviousRun previous) throws IOException {
        return link(files, Optional.of(previous));
    }

    private LinkageRun link(List<SealedReader> files, Optional<PreviousRun> previous) throws IOException {
        Compatibility.require(files);
        previous.ifPresent(run -> run.requireFits(files));
        Stopwatch watch = new Stopwatch();
        Agreement agreement = files.get(0).header().agreement();
        List<EncodedTable> tables = load(files);
        RecordNames names = names(files, tables);
        previous.ifPresent(run -> run.requireKnown(names));
        watch.lap("load");
        List<PairLinkage> pairs = linkPairs(agreement, tables, once(files));
        watch.lap("link");
        Links accepted = accepted(agreement, pairs);
        Clusters people = Clusters.of(providerOf(tables), once(files), accepted);
        watch.lap("cluster");
        Naming naming = previous.map(run -> Naming.after(run.ids(), names, people, accepted, random))
                .orElseGet(() -> Naming.afresh(names, people, random));
        return new LinkageRun(agreement, files, tables, pairs, people, naming, previous, watch);
    }

    private static RecordNames names(List<SealedReader> files, List<EncodedTable> tables) {
        return new RecordNames(
                files.stream().map(file -> file.header().provider()).toList(),
                tables.stream().map(EncodedTable::localIds).toList());
    }

    private static List<EncodedTable> load(List<SealedReader> files) throws IOException {
        List<EncodedTable> tables = new ArrayList<>();
        for (SealedReader file : files) {
            tables.add(EncodedTable.load(file));
        }
        return tables;
    }

    private static List<PairLinkage> linkPairs(Agreement agreement, List<EncodedTable> tables, boolean[] once) {
        int[] first = firstRecords(tables);
        List<PairLinkage> pairs = new ArrayList<>();
        for (int left = 0; left < tables.size(); left++) {
            for (int right = left + 1; right < tables.size(); right++) {
                pairs.add(PairLinkage.of(agreement, tables, first, once, left, right));
            }
        }
        return pairs;
    }

    private static boolean[] once(List<SealedReader> files) {
        boolean[] once = new boolean[files.size()];
        for (int i = 0; i < once.length; i++) {
            once[i] = files.get(i).header().deduplicated();
        }
        return once;
    }

    private static Links accepted(Agreement agreement, List<PairLinkage> pairs) {
        Links.Builder accepted = Links.builder();
        for (PairLinkage pair : pairs) {
            Links links = pair.atLeast(agreement.decide().link());
            for (int i = 0; i < links.size(); i++) {
                accepted.add(links.left(i), links.right(i), links.weight(i));
            }
        }
        return accepted.build();
    }

    private static int[] providerOf(List<EncodedTable> tables) {
        int[] first = firstRecords(tables);
        int[] providerOf = new int[first[tables.size()]];
        for (int provider = 0; provider < tables.size(); provider++) {
            Arrays.fill(providerOf, first[provider], first[provider + 1], provider);
        }
        return providerOf;
    }

    /** The number of each provider's first record, and behind them the number of all records. */
    static int[] firstRecords(List<EncodedTable> tables) {
        int[] first = new int[tables.size() + 1];
        for (int i = 0; i < tables.size(); i++) {
            first[i + 1] = Math.addExact(first[i], tables.get(i).rows());
        }
        return first;
    }
}
