package uk.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.file.FolderUpdate;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.review.ScoreFile;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.CauseLabels;
import uk.linkage.quality.Curve;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.GroupLabels;
import uk.linkage.quality.Truth;
import uk.linkage.report.LinkageReport;

/**
 * The folder of a finished run, read back.
 *
 * <pre>{@code
 * Evaluation evaluation = RunFolder.open(Path.of("run")).evaluate(Path.of("truth.csv"));
 * }</pre>
 */
public final class RunFolder {
    private final Path folder;
    private final JsonNode record;
    private final List<String> providers;
    private final List<Crosswalk> crosswalks;
    private final Progress progress;

    private RunFolder(
            Path folder, JsonNode record, List<String> providers, List<Crosswalk> crosswalks, Progress progress) {
        this.folder = folder;
        this.progress = progress;
        this.record = record;
        this.providers = providers;
        this.crosswalks = crosswalks;
    }

    /**
     * Reads the crosswalks of the providers that the run's record names, in its order.
     *
     * @throws IOException where the folder is not that of a run
     */
    public static RunFolder open(Path folder) throws IOException {
        return open(folder, Progress.UNSEEN);
    }

    /**
     * Reads it likewise, telling of rows, and then of what is measured.
     *
     * @throws IOException where the folder is not that of a run
     */
    public static RunFolder open(Path folder, Progress progress) throws IOException {
        Path file = folder.resolve(LinkageRun.RECORD);
        if (FolderUpdate.isPending(folder, LateWithdrawal.UPDATE)) {
            throw new MalformedFileException(
                    folder, "a withdrawal from this run was not finished; give the same linkage withdraw again");
        }
        JsonNode record = json(file);
        List<String> providers = providers(record, file);
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (String provider : providers) {
            crosswalks.add(Crosswalk.read(provider, folder.resolve(Crosswalk.fileName(provider)), progress));
        }
        return new RunFolder(folder, record, providers, crosswalks, progress);
    }

    /**
     * The report of the run in a folder, made anew from its record alone.
     *
     * @throws IOException where there is no record of a run
     */
    public static LinkageReport report(Path folder) throws IOException {
        Path file = folder.resolve(LinkageRun.RECORD);
        JsonNode record = json(file);
        providers(record, file);
        return LinkageReport.of(record);
    }

    private static List<String> providers(JsonNode record, Path file) throws IOException {
        List<String> providers = new ArrayList<>();
        record.path("inputs")
                .forEach(input -> providers.add(input.path("provider").asText()));
        boolean named = providers.stream().allMatch(SealedHeader::isProviderName);
        if (providers.isEmpty() || !named || Set.copyOf(providers).size() < providers.size()) {
            throw new MalformedFileException(file, "is not the record of a run");
        }
        return providers;
    }

    static JsonNode json(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new MalformedFileException(file, e.getMessage());
        }
    }

    /** Providers in the order of their files. */
    public List<String> providers() {
        return List.copyOf(providers);
    }

    /** The project that the run is of. */
    public String project() {
        return record.path("project").asText();
    }

    /** The run's own record. */
    JsonNode record() {
        return record;
    }

    /** One for each provider, in the order of their files. */
    List<Crosswalk> crosswalks() {
        return crosswalks;
    }

    /**
     * Holds the run against a truth file.
     *
     * @throws IOException where the truth file cannot be read or breaks its own rules
     */
    public Evaluation evaluate(Path truth) throws IOException {
        return evaluate(truth(truth));
    }

    /**
     * Reads a truth file for this run's providers.
     *
     * @throws IOException where it cannot be read or breaks its own rules
     */
    public Truth truth(Path file) throws IOException {
        return Truth.read(file, providers, progress);
    }

    /** Holds the run against a truth that was read for it. */
    public Evaluation evaluate(Truth truth) {
        return Evaluation.of(crosswalks, truth, progress);
    }

    /**
     * Holds what the run scored against a truth that was read for it, at every threshold; nothing where the run has no {@link ScoreFile}.
     *
     * @throws IOException where the scores cannot be read or break their own rules
     */
    public Optional<Curve> curve(Truth truth) throws IOException {
        Path scores = folder.resolve(ScoreFile.FILE);
        return Files.exists(scores) ? Optional.of(Curve.of(crosswalks, truth, scores, lines())) : Optional.empty();
    }

    private List<Curve.Line> lines() {
        List<Curve.Line> lines = new ArrayList<>();
        for (JsonNode pair : record.path("pairs")) {
            lines.add(new Curve.Line(
                    pair.path("left").asText(),
                    pair.path("right").asText(),
                    pair.at("/thresholds/link").asDouble(1)));
        }
        return lines;
    }

    /** Why there is no curve, for a run that has no {@link ScoreFile}. */
    public String whyNoCurve() {
        return record.has(LinkageRun.SCORES)
                ? ScoreFile.FILE + " is not in the folder any more"
                : "the run kept no scores: it was linked with --no-scores, or by a version that kept none";
    }

    /**
     * Holds the run against a truth that was read for it, group by group and cause by cause.
     *
     * @param labels the groups of people or records, see {@link GroupLabels}
     * @param causes what is wrong with records, see {@link CauseLabels}
     * @throws IOException where a file cannot be read or breaks its own rules
     */
    public Breakdown breakDown(Truth truth, Optional<Path> labels, Optional<Path> causes) throws IOException {
        Optional<GroupLabels> groups =
                labels.isPresent() ? Optional.of(GroupLabels.read(labels.get(), truth, progress)) : Optional.empty();
        Optional<CauseLabels> wrong =
                causes.isPresent() ? Optional.of(CauseLabels.read(causes.get(), truth, progress)) : Optional.empty();
        return Breakdown.of(crosswalks, truth, groups, wrong, progress);
    }
}
