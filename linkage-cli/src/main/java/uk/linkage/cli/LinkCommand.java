package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.Hub;
import uk.linkage.LinkageRun;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.crosswalk.Crosswalk;

/** Links sealed files. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Links sealed files of two providers or more. Needs neither people nor secret.",
            "Leaves in RUN a crosswalk for each provider and run.json, which tells what was done."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage link hospital.sealed gp.sealed council.sealed --out run")
final class LinkCommand extends Speech implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SEALED", description = "The sealed files.")
    private List<Path> sealed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "RUN",
            description = "A folder that is not there yet, or empty.")
    private Path out;

    @Option(names = "--json", description = "Prints run.json too.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (sealed.size() < 2) {
            throw new ParameterException(spec().commandLine(), "two sealed files or more are needed");
        }
        LinkageRun.requireFree(out);
        LinkageRun run = new Hub(new SecureRandom()).link(open());
        run.write(out);
        tell(run.record());
        run.crosswalks()
                .forEach(crosswalk -> say("crosswalk of " + crosswalk.provider() + " in "
                        + out.resolve(Crosswalk.fileName(crosswalk.provider()))));
        if (json) {
            print(run.record());
        }
        return Exit.DONE;
    }

    private List<SealedReader> open() throws IOException {
        List<SealedReader> files = new ArrayList<>();
        for (Path file : sealed) {
            files.add(SealedReader.open(file));
        }
        return files;
    }

    private void tell(ObjectNode record) {
        record.path("pairs").forEach(pair -> {
            say(pair.path("left").asText() + " and " + pair.path("right").asText() + ": "
                    + pair.path("candidates") + " candidates, " + pair.at("/decisions/match") + " links, "
                    + pair.at("/decisions/potential_match") + " in doubt and not linked");
            pair.path("rules").forEach(this::tellPassedOver);
        });
        say(record.at("/people/count") + " people");
    }

    private void tellPassedOver(JsonNode rule) {
        if (rule.path("passed_over").asLong() > 0) {
            say("  " + rule.path("name").asText() + " left " + rule.path("passed_over")
                    + " pairs to the other rules: too many records share one value");
        }
    }
}
