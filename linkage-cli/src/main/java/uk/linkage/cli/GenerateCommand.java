package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.linkage.testdata.Synthetic;
import uk.linkage.testdata.Written;

/** Makes a synthetic population. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Makes a synthetic population of the north of England, its providers' extracts, the truth, labels and slips.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage generate --people 20000 --seed 2026 --out population",
            "  linkage generate --providers hospital,gp,council,ambulance --out population"
        })
final class GenerateCommand extends Speech implements Callable<Integer> {
    @Option(names = "--people", defaultValue = "20000", paramLabel = "N", description = "How many (${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "2026",
            paramLabel = "S",
            description = "Which population (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--providers",
            split = ",",
            paramLabel = "NAME",
            description = "Some of hospital, gp, council and ambulance (the first three).")
    private List<String> providers = Synthetic.USUAL_PROVIDERS;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Written written = watched(progress -> new Synthetic(people, seed, providers)
                .writeTo(out, (what, all) -> progress.begin(what, "people", all)));
        written.extracts()
                .forEach(extract -> say(extract.rows() + " rows of " + extract.provider() + " in " + extract.file()));
        say("truth in " + written.truth());
        say("labels of people in " + written.labels());
        say("what is wrong with which row in " + written.slips());
        return Exit.DONE;
    }
}
