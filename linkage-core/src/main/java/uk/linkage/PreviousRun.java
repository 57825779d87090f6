package uk.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Changes;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.FormerIds;
import uk.linkage.hub.crosswalk.IdCounts;
import uk.linkage.hub.crosswalk.RecordNames;
import uk.linkage.hub.crosswalk.RetiredIds;
import uk.linkage.hub.review.Answers;

/**
 * A finished run from which the next one takes its study ids. Held by the hub, whose crosswalks they are.
 *
 * <pre>{@code
 * PreviousRun previous = PreviousRun.open(Path.of("run-1")).without(Set.of("council"));
 * LinkageRun run = new Hub(new SecureRandom()).link(files, previous);
 * }</pre>
 *
 * <p>Promises that ids go on only under the same agreement and secret, and that a provider of that run is either among the files or
 * said to have left. Each provider seals its whole extract again: records that are not in it are taken as gone.
 */
public final class PreviousRun {
    private final String name;
    private final String digest;
    private final JsonNode record;
    private final FormerIds ids;
    private final Path folder;
    private final Answers answers;
    private final Withdrawals withdrawals;

    private PreviousRun(
            Path folder,
            String name,
            String digest,
            JsonNode record,
            FormerIds ids,
            Answers answers,
            Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
        this.folder = folder;
        this.answers = answers;
        this.name = name;
        this.digest = digest;
        this.record = record;
        this.ids = ids;
    }

    /**
     * Reads the folder of a run.
     *
     * @throws IOException where it is not that of a whole run
     */
    public static PreviousRun open(Path folder) throws IOException {
        return open(folder, Progress.UNSEEN);
    }

    /**
     * Reads it likewise, telling of rows.
     *
     * @throws IOException where it is not that of a whole run
     */
    public static PreviousRun open(Path folder, Progress progress) throws IOException {
        RunFolder run = RunFolder.open(folder, progress);
        Path file = folder.resolve(LinkageRun.RECORD);
        for (String property : List.of("project", "fingerprint", "key_check")) {
            require(run.record().path(property).isTextual(), file, "has no " + property);
        }
        requireWhole(run, folder);
        String digest = DigestUtils.sha256Hex(Files.readAllBytes(file));
        return new PreviousRun(
                folder,
                folder.getFileName().toString(),
                digest,
                run.record(),
                ids(run, folder),
                Answers.before(folder),
                Withdrawals.read(folder));
    }

    private static void requireWhole(RunFolder run, Path folder) throws IOException {
        for (int i = 0; i < run.providers().size(); i++) {
            Path file = folder.resolve(Crosswalk.fileName(run.providers().get(i)));
            long records = records(run.record(), i);
            int rows = run.crosswalks().get(i).studyIds().size();
            require(rows == records, file, "has " + rows + " rows, the record of the run says " + records);
        }
    }

    /** How many records of a file the run should have by now. */
    private static long records(JsonNode record, int file) {
        JsonNode input = record.path("inputs").path(file);
        long records = input.path("records").asLong(-1)
                - input.path("records_withdrawn").asLong(0);
        for (JsonNode withdrawal : record.path("withdrawals")) {
            records -= withdrawal.path("records").path(file).path("records").asLong(0);
        }
        return records;
    }

    private static FormerIds ids(RunFolder run, Path folder) throws IOException {
        Path file = folder.resolve(RetiredIds.FILE);
        boolean any = run.record().has("previous") || run.record().has("withdrawals");
        Set<String> retired = any ? RetiredIds.read(file) : Set.of();
        try {
            return new FormerIds(run.crosswalks(), Set.of(), retired);
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, e.getMessage());
        }
    }

    private static void require(boolean holds, Path file, String rule) throws IOException {
        if (!holds) {
            throw new MalformedFileException(file, rule);
        }
    }

    /**
     * The same run where records of these providers do not go on: they left, or their local ids were given anew.
     *
     * @throws IncompatibleFiles where one is not of that run
     */
    public PreviousRun without(Set<String> providers) {
        List<String> strangers = providers.stream()
                .filter(provider -> !providers().contains(provider))
                .sorted()
                .map(provider -> name + " has no provider " + provider + " that could have left")
                .toList();
        refuse(strangers);
        FormerIds going = new FormerIds(ids.crosswalks(), providers, ids.retired());
        return new PreviousRun(folder, name, digest, record, going, answers.without(providers), withdrawals);
    }

    /**
     * The same run with answers to pairs that it asked for.
     *
     * @throws IncompatibleFiles where they answer another run
     * @throws IOException where a file cannot be read or breaks a rule
     */
    public PreviousRun answered(List<Path> files) throws IOException {
        return new PreviousRun(folder, name, digest, record, ids, answers.and(folder, files), withdrawals);
    }

    /** What people said of pairs, before that run and after it. */
    Answers answers() {
        return answers;
    }

    /** Who withdrew from that run and those before it. */
    Withdrawals withdrawals() {
        return withdrawals;
    }

    /** Lets files pass that are under the same agreement and secret and leave no provider out. */
    void requireFits(List<SealedReader> files) {
        SealedHeader header = files.get(0).header();
        List<String> differences = new ArrayList<>();
        differ("project", header.agreement().purpose().project(), differences);
        differ("fingerprint", Fingerprint.of(header.agreement()).text(), differences);
        differ("key_check", header.keyCheck(), differences);
        Set<String> missing = new TreeSet<>(providers());
        missing.removeAll(ids.left());
        files.forEach(file -> missing.remove(file.header().provider()));
        missing.forEach(provider -> differences.add(
                name + " has the provider " + provider + ", of which no file is given; give it, or say that it left"));
        refuse(differences);
    }

    private void differ(String property, String now, List<String> differences) {
        String before = record.path(property).asText();
        if (!before.equals(now)) {
            differences.add(name + " has another " + property + " than the files: " + before + " against " + now);
        }
    }

    /** Lets records pass of which each provider that goes on has some from before. */
    void requireKnown(RecordNames names) {
        List<String> strangers = ids.strangers(names).stream()
                .map(provider ->
                        "not one record that " + provider + " had in " + name + " is in its file; it has to hold"
                                + " the whole extract under the same local ids, or say that the provider left")
                .toList();
        refuse(strangers);
    }

    private static void refuse(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new IncompatibleFiles(differences);
        }
    }

    private List<String> providers() {
        return ids.crosswalks().stream().map(Crosswalk::provider).toList();
    }

    FormerIds ids() {
        return ids;
    }

    /** What the next run's record says of this one. */
    ObjectNode outcome(Changes changes) {
        ObjectNode json = CanonicalJson.object();
        json.put("sha256", digest);
        json.put("fingerprint", record.path("fingerprint").asText());
        ids.left().stream().sorted().forEach(json.putArray("providers_left")::add);
        IdCounts counts = changes.ids();
        json.put("kept", counts.kept());
        json.put("merged", counts.merged());
        json.put("vanished", counts.vanished());
        json.put("split", counts.split());
        json.put("new", counts.added());
        json.putArray("records");
        changes.records()
                .forEach(of -> json.withArray("records")
                        .addObject()
                        .put("provider", of.provider())
                        .put("kept", of.kept())
                        .put("moved", of.moved())
                        .put("new", of.added())
                        .put("vanished", of.vanished()));
        return json;
    }

    @Override
    public String toString() {
        return "PreviousRun[" + name + "]";
    }
}
