package uk.linkage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Commands on the linkage secret and on the keys of parties. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes, hands over and ends the secret that the providers share and the hub never sees.",
        subcommands = {
            KeyNewCommand.class,
            KeyIdentityCommand.class,
            KeyShowCommand.class,
            KeyWrapCommand.class,
            KeyUnwrapCommand.class,
            KeySplitCommand.class,
            KeyJoinCommand.class,
            KeyRotateCommand.class,
            KeyDestroyCommand.class
        })
final class KeyCommand extends Speech implements Runnable {
    @Override
    public void run() {
        throw new ParameterException(
                spec().commandLine(),
                "say what: linkage key new, identity, show, wrap, unwrap, split, join, rotate or destroy");
    }
}
