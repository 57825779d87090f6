package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.destroy.KnownFiles;
import uk.linkage.file.FolderUpdate;
import uk.linkage.file.Progress;
import uk.linkage.file.WholeFile;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.LocalIdList;
import uk.linkage.hub.crosswalk.RetiredIds;
import uk.linkage.hub.crosswalk.Withdrawal;
import uk.linkage.hub.review.ScoreFile;
import uk.linkage.hub.review.WithdrawnPairs;
import uk.linkage.identity.Identity;
import uk.linkage.identity.StatementFile;

/**
 * Takes people out of a run that was done, and keeps them out of those that follow it. Held by the hub, whose run it is.
 *
 * <pre>{@code
 * LateWithdrawal withdrawal = LateWithdrawal.of(Path.of("run"), "hospital", LocalIdList.read(Path.of("withdrawn.txt")));
 * ObjectNode statement = withdrawal.write(hub, "asked by the patients", Instant.now(), progress);
 * }</pre>
 *
 * <p>Whoever a listed record belongs to goes with all records that this run links to it, at every provider: rows of crosswalks, pairs in doubt,
 * answers and scores. Everybody else keeps their study id. The ids that go are retired, and listed in {@code withdrawn.csv} so that what was given
 * out under them can be deleted. A tag of each record stays ({@link uk.linkage.hub.crosswalk.WithdrawnRecords}), by which a run with this
 * one before it leaves the record out whatever a provider's new file holds.
 *
 * <p>Of what went no digest is kept: with the local ids of a provider to try, a digest of the old crosswalk would tell whose study id it was.
 * All files change or none ({@link FolderUpdate}); where the program is stopped half-way the same command again finishes what was decided.
 */
public final class LateWithdrawal {
    /** What an unfinished update of the folder is called. */
    static final String UPDATE = "withdrawal";

    private static final String KIND = "withdrawal";

    private final Path folder;
    private final RunFolder run;
    private final String provider;
    private final Withdrawals before;
    private final Withdrawal withdrawal;
    private final WithdrawnPairs pairs;

    private LateWithdrawal(
            Path folder,
            RunFolder run,
            String provider,
            Withdrawals before,
            Withdrawal withdrawal,
            WithdrawnPairs pairs) {
        this.folder = folder;
        this.run = run;
        this.provider = provider;
        this.before = before;
        this.withdrawal = withdrawal;
        this.pairs = pairs;
    }

    /**
     * Finds who goes. Finishes an earlier withdrawal first, where that was decided and not finished.
     *
     * @param folder of the run
     * @param provider whose local ids are listed
     * @throws uk.linkage.exchange.IncompatibleFiles where one of them is of no record of that provider in the run
     * @throws IOException where the folder is not that of a run
     */
    public static LateWithdrawal of(Path folder, String provider, LocalIdList listed) throws IOException {
        return of(folder, provider, listed, Progress.UNSEEN);
    }

    /**
     * Finds them likewise, telling of rows.
     *
     * @throws uk.linkage.exchange.IncompatibleFiles where one of them is of no record of that provider in the run
     * @throws IOException where the folder is not that of a run
     */
    public static LateWithdrawal of(Path folder, String provider, LocalIdList listed, Progress progress)
            throws IOException {
        FolderUpdate.finish(folder, UPDATE);
        RunFolder run = RunFolder.open(folder, progress);
        progress.begin("finding who goes");
        Withdrawals before = Withdrawals.read(folder);
        Withdrawal withdrawal = Withdrawal.of(run.crosswalks(), before.records(), provider, listed);
        WithdrawnPairs pairs = WithdrawnPairs.of(
                folder, run.providers(), record -> withdrawal.holds(record.provider(), record.localId()));
        return new LateWithdrawal(folder, run, provider, before, withdrawal, pairs);
    }

    /** Who goes. */
    public Withdrawal people() {
        return withdrawal;
    }

    /** Whether the run followed another, which holds these people too while it is there. */
    public boolean followsAnother() {
        return run.record().has("previous");
    }

    /** Names of files in the folder that no run leaves, and of which only people can say whether they name who goes. */
    public List<String> strangers() throws IOException {
        RunFiles known = new RunFiles();
        return files(folder).stream()
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .filter(name -> known.of(name) == KnownFiles.Knowledge.UNKNOWN)
                .toList();
    }

    /**
     * Does it.
     *
     * @param hub who signs the line that stays
     * @param reason in words that name nobody
     * @param progress is told of rows
     * @return the line
     * @throws IllegalStateException where nobody goes
     */
    public ObjectNode write(Identity hub, String reason, Instant when, Progress progress) throws IOException {
        if (withdrawal.isNothing()) {
            throw new IllegalStateException("nobody is left to withdraw");
        }
        try (FolderUpdate update = FolderUpdate.begin(folder, UPDATE)) {
            ObjectNode statement = fill(update.staging(), hub, reason, when, progress);
            update.commit();
            return statement;
        }
    }

    private ObjectNode fill(Path staging, Identity hub, String reason, Instant when, Progress progress)
            throws IOException {
        Withdrawals after = before.and(withdrawal);
        for (int i = 0; i < run.providers().size(); i++) {
            if (!withdrawal.removed().get(i).studyIds().isEmpty()) {
                Crosswalk crosswalk = withdrawal.remaining().get(i);
                crosswalk.write(staging.resolve(Crosswalk.fileName(crosswalk.provider())), progress);
            }
        }
        progress.begin("writing what is left");
        RetiredIds.write(staging.resolve(RetiredIds.FILE), retired());
        after.writeRecords(staging);
        pairs.write(staging);
        ObjectNode statement = StatementFile.sign(content(staging, reason, when), hub);
        copyScores(staging);
        byte[] line = CanonicalJson.bytes(statement);
        after.and(line).writeLines(staging);
        writeRecord(staging, statement, Fingerprint.sha256(line));
        return statement;
    }

    /** After the statement, which tells no digest of it: at a later withdrawal that would be one of a file as it was before. */
    private void copyScores(Path staging) throws IOException {
        ScoreFile.copyWithout(folder, record -> withdrawal.holds(record.provider(), record.localId()), staging);
    }

    private Set<String> retired() throws IOException {
        Path file = folder.resolve(RetiredIds.FILE);
        Set<String> retired = new TreeSet<>(withdrawal.studyIds());
        if (Files.exists(file)) {
            retired.addAll(RetiredIds.read(file));
        }
        return retired;
    }

    private ObjectNode content(Path staging, String reason, Instant when) throws IOException {
        ObjectNode content = StatementFile.begin(KIND, when);
        content.put("project", run.record().path("project").asText());
        content.put("fingerprint", run.record().path("fingerprint").asText());
        content.put("run_sha256", sha256(folder.resolve(LinkageRun.RECORD)));
        writeCounts(content);
        content.put("reason", reason);
        ArrayNode files = content.putArray("files");
        for (Path file : files(staging)) {
            files.addObject().put("name", file.getFileName().toString()).put("sha256", sha256(file));
        }
        return content;
    }

    private void writeCounts(ObjectNode json) {
        json.put("provider", provider).put("people", withdrawal.studyIds().size());
        ArrayNode records = json.putArray("records");
        withdrawal
                .removed()
                .forEach(crosswalk -> records.addObject()
                        .put("provider", crosswalk.provider())
                        .put("records", crosswalk.studyIds().size()));
        json.put("pairs_in_doubt", pairs.size());
    }

    private static String sha256(Path file) throws IOException {
        return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file.toFile());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What the linkage counted stays as it was; what left since is told beside it. */
    private void writeRecord(Path staging, ObjectNode statement, String digest) throws IOException {
        ObjectNode record = run.record().deepCopy();
        ObjectNode told = record.withArray("withdrawals").addObject();
        told.set("at", statement.path("at"));
        writeCounts(told);
        told.put("statement_sha256", digest);
        byte[] json = CanonicalJson.pretty(record).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(staging.resolve(LinkageRun.RECORD), out -> out.write(json));
    }

    @Override
    public String toString() {
        return "LateWithdrawal[" + withdrawal + "]";
    }
}
