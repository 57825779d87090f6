package uk.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.Truth;

/**
 * The folder of a finished run, read back.
 *
 * <pre>{@code
 * Evaluation evaluation = RunFolder.open(Path.of("run")).evaluate(Path.of("truth.csv"));
 * }</pre>
 */
public final class RunFolder {
    private final List<String> providers;
    private final List<Crosswalk> crosswalks;

    private RunFolder(List<String> providers, List<Crosswalk> crosswalks) {
        this.providers = providers;
        this.crosswalks = crosswalks;
    }

    /**
     * Reads the crosswalks of the providers that the run's record names, in its order.
     *
     * @throws IOException where the folder is not that of a run
     */
    public static RunFolder open(Path folder) throws IOException {
        List<String> providers = providers(folder.resolve(LinkageRun.RECORD));
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (String provider : providers) {
            crosswalks.add(Crosswalk.read(provider, folder.resolve(Crosswalk.fileName(provider))));
        }
        return new RunFolder(providers, crosswalks);
    }

    private static List<String> providers(Path record) throws IOException {
        List<String> providers = new ArrayList<>();
        json(record)
                .path("inputs")
                .forEach(input -> providers.add(input.path("provider").asText()));
        boolean named = providers.stream().allMatch(SealedHeader::isProviderName);
        if (providers.isEmpty() || !named || Set.copyOf(providers).size() < providers.size()) {
            throw new MalformedFileException(record, "is not the record of a run");
        }
        return providers;
    }

    private static JsonNode json(Path record) throws IOException {
        byte[] content = Files.readAllBytes(record);
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new MalformedFileException(record, e.getMessage());
        }
    }

    /** Providers in the order of their files. */
    public List<String> providers() {
        return List.copyOf(providers);
    }

    /**
     * Holds the run against a truth file.
     *
     * @throws IOException where the truth file cannot be read or breaks its own rules
     */
    public Evaluation evaluate(Path truth) throws IOException {
        return Evaluation.of(crosswalks, Truth.read(truth, providers));
    }
}
