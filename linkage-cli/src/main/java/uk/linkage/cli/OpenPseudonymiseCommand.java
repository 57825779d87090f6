package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.openpseudonymiser.OpenPseudonymised;
import uk.linkage.provider.openpseudonymiser.OpenSalt;

/** Makes OpenPseudonymiser's digests. */
@Command(
        name = "openpseudonymise",
        mixinStandardHelpOptions = true,
        description = {
            "Puts an OpenPseudonymiser digest in the place of named columns, character for character, to join data that others have"
                    + " made so already. All other columns stay as they are. Weaker than seal: it prints why.",
            "People who opted out are not removed: leave them out first. Only plain salts are read, no .EncryptedSalt files: these open"
                    + " with a key that everybody has.",
            "To link extracts by such a digest: linkage init EXTRACT --map digest=Digest"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage openpseudonymise hospital.csv --value NHSNumber=nhs_number --nhs-number NHSNumber --salt salt.txt --out"
                    + " hospital.digests.csv",
            "  linkage openpseudonymise a.csv --value NHSNumber=NHS --value DOB=DOB --salt - --out b.csv < salt.txt"
        })
final class OpenPseudonymiseCommand extends Speech implements Callable<Integer> {
    private static final List<String> WARNING = List.of(
            "linkage: warning: AN OPENPSEUDONYMISER DIGEST IS NOT SAFE TO GIVE TO ANYBODY WHO MUST NOT KNOW THE PEOPLE.",
            "linkage: warning: whoever has the salt finds the NHS Number behind every digest by trying all of them, in minutes;",
            "linkage: warning: one salt serves all, so a digest joins every data set that was ever made with it;",
            "linkage: warning: and it tells nothing of a number that is mistyped or missing.",
            "linkage: warning: 'linkage seal' is the safe way to give records to a hub.");

    @Parameters(paramLabel = "EXTRACT", description = "The CSV extract.")
    private Path extract;

    @Option(
            names = "--value",
            required = true,
            paramLabel = "NAME=COLUMN",
            description =
                    "A value of the digest by the name that all who make such digests have agreed on, and its column here. May be"
                            + " repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--nhs-number",
            paramLabel = "NAME",
            description = "Which value is an NHS Number, of which only the digits count.")
    private String number;

    @Option(
            names = "--salt",
            required = true,
            paramLabel = "FILE",
            description = "The salt: the one line of a file which only its owner may read; - is standard input.")
    private String salt;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The CSV file with digests.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        requireOther(out, read());
        if (number != null && !values.containsKey(number)) {
            throw new ParameterException(spec().commandLine(), "--nhs-number must name one of the values");
        }
        ExtractSource source = watched(progress -> ExtractSource.of(extract, progress));
        source.warning().ifPresent(this::say);
        OpenPseudonymised digests = new OpenPseudonymised(source, values, Optional.ofNullable(number), salt());
        WARNING.forEach(this::say);
        if (!digests.keptIdentities().isEmpty()) {
            say("linkage: warning: these columns name people and stay as they are: "
                    + String.join(", ", digests.keptIdentities()));
        }
        watched(progress -> digests.write(out, progress));
        say(digests.rows() + " rows in " + out + ", of them " + digests.withoutDigest()
                + " without a digest since they lack a value; " + digests.leftOut()
                + " left out for a wrong number of values");
        return Exit.DONE;
    }

    private List<Path> read() {
        List<Path> files = new ArrayList<>(List.of(extract));
        if (!salt.equals("-")) {
            files.add(Path.of(salt));
        }
        return files;
    }

    private OpenSalt salt() throws IOException {
        return salt.equals("-")
                ? OpenSalt.parse(System.in.readAllBytes(), "standard input")
                : OpenSalt.read(Path.of(salt));
    }
}
