package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.LateWithdrawal;
import uk.linkage.hub.crosswalk.LocalIdList;
import uk.linkage.hub.crosswalk.Withdrawal;
import uk.linkage.identity.Identity;

/** Takes people out of a run. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Takes people out of a linkage that was done: all records, at every provider, that RUN links to a listed one.",
            "Everybody else keeps their study id. Leaves a signed line in RUN/withdrawals.jsonl and, for those who hold data,",
            "the study ids to delete in RUN/withdrawn.csv. A run with --previous RUN leaves these records out as well.",
            "The provider is to opt them out when it seals again, as new records of theirs are not known here."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage withdraw run --provider hospital --ids withdrawn.txt --identity hub.identity",
            "  linkage withdraw run --provider gp --ids withdrawn.txt --identity hub.identity --reason \"asked by patients\" --json"
        })
final class WithdrawCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;

    @Option(names = "--provider", required = true, paramLabel = "NAME", description = "Whose local ids are listed.")
    private String provider;

    @Option(
            names = "--ids",
            required = true,
            paramLabel = "FILE",
            description = "Local ids of that provider, one a line. Destroy the list afterwards.")
    private Path ids;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the signed line; it must name nobody.")
    private String reason = "";

    @Mixin
    private IdentityOption identity;

    @Option(names = "--json", description = "Prints the signed line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireSound();
        try (Identity hub = identity.read().orElseThrow()) {
            LateWithdrawal withdrawal =
                    watched(progress -> LateWithdrawal.of(run, provider, LocalIdList.read(ids), progress));
            if (withdrawal.people().isNothing()) {
                say("all of them were withdrawn before; nothing was changed");
                return Exit.DONE;
            }
            ObjectNode statement = watched(progress -> withdrawal.write(hub, reason, Instant.now(), progress));
            tell(withdrawal);
            if (json) {
                print(statement);
            }
        }
        return Exit.DONE;
    }

    private void requireSound() {
        if (!identity.isGiven()) {
            throw new ParameterException(
                    spec().commandLine(), "--identity FILE is needed, to sign the line that stays");
        }
        if (!reason.isEmpty() && !reason.matches("[^\\p{Cntrl}\\p{Cs}]{1,2000}")) {
            throw new ParameterException(spec().commandLine(), "--reason is one line of at most 2000 characters");
        }
    }

    private void tell(LateWithdrawal withdrawal) throws IOException {
        Withdrawal people = withdrawal.people();
        say(people.studyIds().size() + " people left the run, with records of "
                + people.removed().stream()
                        .map(of -> of.provider() + ": " + of.studyIds().size())
                        .collect(Collectors.joining(", ")));
        say("their study ids are in " + run.resolve("withdrawn.csv")
                + "; all who hold data under them are to delete those rows");
        say("give each provider its crosswalk anew, and have it destroy the one it has");
        say(
                "a later run leaves these records out; new records of these people it cannot know: have the providers opt them"
                        + " out when they seal");
        if (withdrawal.followsAnother()) {
            say("the run before this one holds them too: destroy it, or withdraw from it as well");
        }
        for (String stranger : withdrawal.strangers()) {
            say("see for yourself whether they are in " + run.resolve(stranger) + ", which no run leaves");
        }
    }
}
