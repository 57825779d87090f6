package uk.linkage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.Compatibility;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Naming;
import uk.linkage.hub.decide.Refinement;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.review.Answers;
import uk.linkage.hub.review.Judgements;
import uk.linkage.hub.review.ReviewList;

/**
 * The party that links: holds encoded records, never a person and never the secret.
 *
 * <pre>{@code
 * LinkageRun run = new Hub(new SecureRandom()).link(List.of(
 *         SealedReader.open(Path.of("hospital.sealed")), SealedReader.open(Path.of("council.sealed"))));
 * run.write(Path.of("run"));
 * }</pre>
 *
 * <p>Every two providers are linked by a model of their own, learnt from their own candidate pairs, and so is each provider that holds
 * people more than once with itself; links of all of them are then put together into people. The same files give the same people; study
 * ids are drawn afresh, or carried over from a previous run wherever a person goes on.
 */
public final class Hub {
    private final RandomGenerator random;
    private final Set<Refinement> leftOut;
    private final Progress progress;

    /** @param random where study ids come from: {@link java.security.SecureRandom} in earnest */
    public Hub(RandomGenerator random) {
        this(random, Set.of());
    }

    /**
     * One that does without parts of the model, to measure what they bring.
     *
     * @param random where study ids come from
     * @param leftOut what to do without
     */
    public Hub(RandomGenerator random, Set<Refinement> leftOut) {
        this(random, leftOut, Progress.UNSEEN);
    }

    private Hub(RandomGenerator random, Set<Refinement> leftOut, Progress progress) {
        this.random = random;
        this.leftOut = Set.copyOf(leftOut);
        this.progress = progress;
    }

    /** The same, telling how far it is, and so is the run that comes of it while it is written. */
    public Hub telling(Progress progress) {
        return new Hub(random, leftOut, progress);
    }

    /**
     * Links two files or more, or one that holds people more than once with itself.
     *
     * @throws uk.linkage.exchange.IncompatibleFiles where they do not fit together
     * @throws IllegalArgumentException where there is nothing to link: no file, or one that holds each person once
     * @throws IOException where one cannot be read
     */
    public LinkageRun link(List<SealedReader> files) throws IOException {
        return link(files, Optional.empty());
    }

    /**
     * Links likewise, all records of the files anew, and carries study ids over from a previous run.
     *
     * @throws uk.linkage.exchange.IncompatibleFiles where they do not fit together or do not go on from that run
     * @throws IOException where one cannot be read
     */
    public LinkageRun link(List<SealedReader> files, PreviousRun previous) throws IOException {
        return link(files, Optional.of(previous));
    }

    private LinkageRun link(List<SealedReader> files, Optional<PreviousRun> previous) throws IOException {
        requireSomethingToLink(files);
        Compatibility.require(files);
        previous.ifPresent(run -> run.requireFits(files));
        Stopwatch watch = new Stopwatch();
        Agreement agreement = files.get(0).header().agreement();
        Records records = Records.load(
                files,
                leftOut,
                previous.map(PreviousRun::withdrawals)
                        .orElseGet(Withdrawals::none)
                        .records(),
                progress);
        previous.ifPresent(run -> run.requireKnown(records.names()));
        watch.lap("load");
        Judgements judgements = records.judge(previous.map(PreviousRun::answers).orElseGet(Answers::none));
        List<PairLinkage> pairs = linkPairs(agreement, records, judgements);
        watch.lap("link");
        progress.begin("putting people together");
        Links accepted = accepted(records, pairs, judgements);
        Clusters people = Clusters.of(
                records.providerOf(),
                records.once(),
                accepted,
                judgements.veto(records.veto()),
                judgements.evidence(new PairEvidence(agreement, records, pairs)),
                progress);
        watch.lap("cluster");
        progress.begin("naming people");
        Naming naming = previous.map(run -> Naming.after(run.ids(), records.names(), people, accepted, random))
                .orElseGet(() -> Naming.afresh(records.names(), people, random));
        ReviewList review = ReviewList.of(PairsInDoubt.of(records, pairs), random);
        return new LinkageRun(
                agreement, files, records, pairs, people, naming, previous, judgements, review, watch, progress);
    }

    private static void requireSomethingToLink(List<SealedReader> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no file to link");
        }
        if (files.size() == 1 && files.get(0).header().deduplicated()) {
            throw new IllegalArgumentException(files.get(0).name()
                    + " is the only file, and it is sealed as holding each person once: there is nothing to link");
        }
    }

    /** Every two providers, and each that holds people more than once with itself. */
    private List<PairLinkage> linkPairs(Agreement agreement, Records records, Judgements judgements) {
        List<int[]> sides = sides(records);
        List<PairLinkage> pairs = new ArrayList<>();
        for (int[] pair : sides) {
            Progress own = progress.within(
                    sides(records.names().providers(), pair) + " (" + (pairs.size() + 1) + " of " + sides.size() + ")");
            pairs.add(PairLinkage.of(agreement, records, judgements, pair[0], pair[1], own));
        }
        return pairs;
    }

    private static String sides(List<String> providers, int[] pair) {
        return pair[0] == pair[1]
                ? providers.get(pair[0]) + " with itself"
                : providers.get(pair[0]) + " and " + providers.get(pair[1]);
    }

    private static List<int[]> sides(Records records) {
        List<int[]> sides = new ArrayList<>();
        for (int left = 0; left < records.providers(); left++) {
            for (int right = records.once(left) ? left + 1 : left; right < records.providers(); right++) {
                sides.add(new int[] {left, right});
            }
        }
        return sides;
    }

    private static Links accepted(Records records, List<PairLinkage> pairs, Judgements judgements) {
        Links.Builder accepted = Links.builder();
        addAll(judgements.matches(), accepted);
        pairs.forEach(pair -> addAll(pair.links(records), accepted));
        return accepted.build();
    }

    private static void addAll(Links links, Links.Builder accepted) {
        for (int i = 0; i < links.size(); i++) {
            accepted.add(links.left(i), links.right(i), links.weight(i));
        }
    }
}
