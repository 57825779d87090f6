package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.provider.clk.ClkFile;
import uk.linkage.provider.clk.ClkSchema;
import uk.linkage.provider.clk.ClkSecret;

/** Makes anonlink's CLKs. */
@Command(
        name = "clk",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the CLKs that clkhash makes of an extract under a linkage schema of version 3, bit for bit, as anonlink's JSON:",
            "to compare with earlier ones while a site moves from anonlink. A CLK is not safe to give to a hub; seal is for that.",
            "The header must be the schema's identifiers in order. People who opted out are not removed: leave them out first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage clk people.csv --schema schema.json --secret anonlink-secret.txt --out clks.json",
            "  linkage clk people.csv --schema schema.json --secret - --out clks.json < anonlink-secret.txt"
        })
final class ClkCommand extends Speech implements Callable<Integer> {
    private static final List<String> WARNING = List.of(
            "linkage: warning: A CLK IS NOT SAFE TO GIVE TO A HUB, OR TO ANYBODY WHO MUST NOT KNOW THE PEOPLE.",
            "linkage: warning: graph matching found 94.6 % to 100 % of the people behind such filters without the secret,",
            "linkage: warning: from a list of the population alone (Schaefer, Armknecht and Heng, ACSAC 2024).",
            "linkage: warning: 'linkage seal' is the safe way to give records to a hub.");

    @Parameters(paramLabel = "EXTRACT", description = "The CSV extract, UTF-8, with a header.")
    private Path extract;

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "FILE",
            description = "The clkhash linkage schema, version 3.")
    private Path schema;

    @Option(
            names = "--secret",
            required = true,
            paramLabel = "FILE",
            description =
                    "The secret that anonlink takes as a word: the one line of a file which only its owner may read; "
                            + "- is standard input.")
    private String secret;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file of CLKs.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        requireOther(out, read());
        ClkSchema sound = ClkSchema.read(schema);
        ClkSecret shared = secret();
        WARNING.forEach(this::say);
        long records = watched(progress -> ClkFile.write(extract, sound, shared, out, progress));
        say(records + " CLKs of " + sound.bits() + " bits in " + out);
        return Exit.DONE;
    }

    private List<Path> read() {
        List<Path> files = new ArrayList<>(List.of(extract, schema));
        if (!secret.equals("-")) {
            files.add(Path.of(secret));
        }
        return files;
    }

    private ClkSecret secret() throws IOException {
        return secret.equals("-")
                ? ClkSecret.parse(System.in.readAllBytes(), "standard input")
                : ClkSecret.read(Path.of(secret));
    }
}
