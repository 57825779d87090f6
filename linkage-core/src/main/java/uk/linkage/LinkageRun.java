package uk.linkage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.file.WholeFile;
import uk.linkage.hub.crosswalk.Changes;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.Naming;
import uk.linkage.hub.decide.Explanation;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.review.Judgements;
import uk.linkage.hub.review.ReviewList;
import uk.linkage.hub.review.ScoreFile;
import uk.linkage.report.AssurancePack;
import uk.linkage.report.Audit;
import uk.linkage.report.LinkageReport;

/**
 * What a linkage gives back: a crosswalk for each provider, and a record of the run, a report and a pack for those who answer for it, all
 * without a person in them.
 *
 * <pre>{@code
 * run.write(Path.of("run")); // crosswalk-NAME.csv for each provider, run.json, and what changed since the previous run
 * }</pre>
 */
public final class LinkageRun {
    /** The name of the record of a run. */
    public static final String RECORD = "run.json";

    /** What the record of a run tells of its scores. */
    static final String SCORES = "scores";

    private final Agreement agreement;
    private final List<Crosswalk> crosswalks;
    private final Optional<Changes> changes;
    private final List<ScoredPairs> scored;
    private final Records records;
    private final Explainer explainer;
    private final Judgements judgements;
    private final ReviewList review;
    private final Withdrawals withdrawals;
    private final ObjectNode record;
    private final Progress progress;

    LinkageRun(
            Agreement agreement,
            List<SealedReader> files,
            Records records,
            List<PairLinkage> pairs,
            Clusters people,
            Naming naming,
            Optional<PreviousRun> previous,
            Judgements judgements,
            ReviewList review,
            Stopwatch watch,
            Progress progress) {
        this.progress = progress;
        this.agreement = agreement;
        this.crosswalks = naming.crosswalks(progress);
        this.changes = naming.changes();
        this.records = records;
        this.judgements = judgements;
        this.review = review;
        this.withdrawals = previous.map(PreviousRun::withdrawals).orElseGet(Withdrawals::none);
        this.explainer = new Explainer(agreement, records, judgements, pairs, people);
        watch.lap("crosswalk");
        List<String> providers =
                files.stream().map(file -> file.header().provider()).toList();
        this.scored = pairs.stream()
                .map(pair -> new ScoredPairs(providers, records, pair))
                .toList();
        progress.begin("counting what came of it");
        Coverage coverage = new Coverage(agreement, records, people);
        this.record = new RunRecord(agreement, files, records.withdrawn(), pairs, coverage, people, watch).json();
        previous.ifPresent(run -> record.set("previous", run.outcome(changes.orElseThrow())));
        record.set("review", ReviewRecord.of(review));
        previous.map(PreviousRun::answers)
                .filter(answers -> !answers.areNone())
                .ifPresent(answers -> record.set("answers", ReviewRecord.of(answers, judgements)));
    }

    /** One for each provider, in the order of the files. */
    public List<Crosswalk> crosswalks() {
        return crosswalks;
    }

    /** How study ids differ from those of the previous run; nothing where there was none. */
    public Optional<Changes> changes() {
        return changes;
    }

    /**
     * The pairs that were looked at, for each two providers in the order of the files, a provider that holds people more than once
     * beside itself too. Those that are likely enough to be of use are written as {@link ScoreFile}, which stays at the hub.
     */
    public List<ScoredPairs> scored() {
        return scored;
    }

    /**
     * Why two records, which a provider names by its own local ids, are linked or not; nothing where there is no such record, or
     * where the two were not to be linked since one provider holds each person once. Not written with the rest.
     */
    public Optional<Explanation> explain(String provider, String localId, String otherProvider, String otherLocalId) {
        OptionalInt record = records.find(provider, localId);
        OptionalInt other = records.find(otherProvider, otherLocalId);
        return record.isPresent() && other.isPresent()
                ? explainer.of(record.getAsInt(), other.getAsInt())
                : Optional.empty();
    }

    /** The record of the run: versions, fingerprints, counts at each stage, model, timings. */
    public ObjectNode record() {
        return record.deepCopy();
    }

    /**
     * Writes all of it into a new folder, which appears whole or not at all.
     *
     * @throws FileAlreadyExistsException where the folder is there and holds something
     * @throws IOException where it cannot be written
     */
    public void write(Path folder) throws IOException {
        write(folder, 0);
    }

    /**
     * Writes likewise, and for each provider a list of its own records that nearly match one of another provider, to be answered by
     * people. That tells providers who nearly matched, which the rest does not: only where the parties want it.
     *
     * @param asked at most so many pairs of each pattern
     * @throws FileAlreadyExistsException where the folder is there and holds something
     * @throws IOException where it cannot be written
     */
    public void write(Path folder, int asked) throws IOException {
        write(folder, asked, Optional.empty());
    }

    /**
     * Writes likewise.
     *
     * @param audit what attacks on the encodings came to, for the assurance pack
     * @throws FileAlreadyExistsException where the folder is there and holds something
     * @throws IOException where it cannot be written
     */
    public void write(Path folder, int asked, Optional<Audit> audit) throws IOException {
        write(folder, asked, audit, true);
    }

    /**
     * Writes likewise.
     *
     * @param scores whether the scores of pairs are written too
     * @throws FileAlreadyExistsException where the folder is there and holds something
     * @throws IOException where it cannot be written
     */
    public void write(Path folder, int asked, Optional<Audit> audit, boolean scores) throws IOException {
        requireFree(folder);
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        PathUtils.deleteDirectory(Files.createDirectories(part));
        Files.createDirectories(part);
        try {
            fill(part, asked, scores);
            new AssurancePack(agreement, record, audit).write(part);
            Files.deleteIfExists(folder);
            Files.move(part, folder);
        } finally {
            if (Files.exists(part)) {
                PathUtils.deleteDirectory(part);
            }
        }
    }

    /**
     * Lets a folder pass that a run can be written to, so that this can be asked before the work.
     *
     * @throws FileAlreadyExistsException where it is a file, or a folder that holds something
     */
    public static void requireFree(Path folder) throws IOException {
        if (Files.exists(folder) && !(Files.isDirectory(folder) && PathUtils.isEmptyDirectory(folder))) {
            throw new FileAlreadyExistsException(folder.toString(), null, "is not empty");
        }
    }

    private void fill(Path folder, int asked, boolean scores) throws IOException {
        for (Crosswalk crosswalk : crosswalks) {
            crosswalk.write(folder.resolve(Crosswalk.fileName(crosswalk.provider())), progress);
        }
        progress.begin("writing the run");
        if (changes.isPresent()) {
            changes.get().write(folder);
        }
        withdrawals.writeRecords(folder);
        withdrawals.writeLines(folder);
        judgements.write(folder);
        review.write(folder);
        if (asked > 0) {
            record.withObject("/review").put("shown_to_providers", review.writeForProviders(folder, asked));
        }
        record.remove(SCORES);
        if (scores) {
            writeScores(folder);
        }
        byte[] json = CanonicalJson.pretty(record).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(RECORD), out -> out.write(json));
        LinkageReport.of(record).write(folder.resolve(LinkageReport.FILE));
    }

    /** Streams are put one behind the other, since one made of several by flatMap holds each of them whole in memory. */
    private void writeScores(Path folder) throws IOException {
        Stream<ScoreFile.Score> all = scored.stream().map(ScoredPairs::kept).reduce(Stream.empty(), Stream::concat);
        ScoreFile.write(folder.resolve(ScoreFile.FILE), all);
        record.putObject(SCORES)
                .put("pairs", scored.stream().mapToLong(ScoredPairs::countKept).sum())
                .put("least_probability", ScoreFile.LEAST_PROBABILITY);
    }
}
